/** Facts that only the instruments of the United Kingdom and of its health service ask for. */
import { askings } from '../entry';

export const ukAskings = askings({});
