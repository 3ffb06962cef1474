/** Facts that only the instruments of other regulators ask for. */
import { askings } from '../entry';
import { canadaAskings } from './canada';

export const internationalAskings = askings({ ...canadaAskings });
