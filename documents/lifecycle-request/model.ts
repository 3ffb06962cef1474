/** Until when is the device, its operating system and what runs on it supported, and what comes after? */
import type { Slot } from '../document';
import type { AskingLetter } from '../parts/letter-model';

export interface LifecycleRequest extends AskingLetter {
  /** What we know, with the source of each date. */
  lifecycle: { what: string; release: Slot; supportEnds: Slot; source: string }[];
}
