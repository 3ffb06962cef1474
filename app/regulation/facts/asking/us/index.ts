/** Facts that the instruments of the United States ask for, and that are not asked elsewhere already. */
import { askings } from '../entry';
import { effectsAndServicingAskings } from './effects-and-servicing';
import { fieldActionAskings } from './field-action';
import { submissionAskings } from './submission';

export const usAskings = askings({
  ...fieldActionAskings,
  ...submissionAskings,
  ...effectsAndServicingAskings,
});
