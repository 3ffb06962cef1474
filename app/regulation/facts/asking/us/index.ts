/** Facts that only the instruments of the United States ask for. */
import { askings } from '../entry';

export const usAskings = askings({});
