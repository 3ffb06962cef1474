/** What the device needs of the network, before a firewall, a segment or isolation is put around it. */
import type { Slot } from '../document';
import type { AskingLetter } from '../parts/letter-model';

export interface NetworkCompatibilityRequest extends AskingLetter {
  /** The flows we know or mean to allow; the maker confirms, corrects or adds. */
  flows: { from: Slot; to: Slot; protocol: Slot; port: Slot; purpose: Slot }[];
}
