/** Facts that only the instruments of other regulators ask for. */
import { askings } from '../entry';

export const internationalAskings = askings({});
