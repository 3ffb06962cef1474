/** Which security documents we ask for: MDS2, component list, and others, with what we hold. */
import type { Slot } from '../document';
import type { AskingLetter } from '../parts/letter-model';

export interface SecurityDocumentsRequest extends AskingLetter {
  documents: { document: string; held: Slot; wanted: string }[];
}
