/** Facts that only the instruments of the United Kingdom and of its health service ask for. */
import { askings } from '../entry';
import { eventAskings } from './events';
import { governanceAskings } from './governance';
import { marketAskings } from './market';

export const ukAskings = askings({ ...marketAskings, ...eventAskings, ...governanceAskings });
