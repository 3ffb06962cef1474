/** Facts that only the instruments of other regulators ask for. */
import { askings } from '../entry';
import { australiaAskings } from './australia';
import { canadaAskings } from './canada';
import { imdrfAndOthersAskings } from './imdrf-and-others';

export const internationalAskings = askings({ ...canadaAskings, ...australiaAskings, ...imdrfAndOthersAskings });
