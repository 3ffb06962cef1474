/** The request for a validated patch or for permission to install. */
import type { AskingLetter } from '../parts/letter-model';

export type { Annexes, Block, Deadline } from '../parts/letter-model';
export type SupplierRequestLetter = AskingLetter;
