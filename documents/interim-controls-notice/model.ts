/** Tells the maker which controls stand around its device until the matter is settled. */
import type { Slot } from '../document';
import type { Annexes, NoticeLetter } from '../parts/letter-model';

export interface InterimControlsNotice extends NoticeLetter {
  about: { label: string; value: Slot }[];
  controls: Annexes['controls'];
  /** What the controls may change for the maker: remote access, data flows. */
  effects: string[];
  devices?: Annexes['devices'];
}
