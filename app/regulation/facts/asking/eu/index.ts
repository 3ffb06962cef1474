/** Facts that only the instruments of the European Union ask for. */
import { askings } from '../entry';

export const euAskings = askings({});
