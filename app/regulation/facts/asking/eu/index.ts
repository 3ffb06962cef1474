/** Facts that only the instruments of the European Union ask for, and those it shares with later books. */
import { askings } from '../entry';
import { assessmentAskings } from './assessment';
import { certificateAskings } from './certificate';
import { eventAskings } from './events';
import { softwareClassAskings } from './software-class';

export const euAskings = askings({
  ...certificateAskings,
  ...assessmentAskings,
  ...softwareClassAskings,
  ...eventAskings,
});
