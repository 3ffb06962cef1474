import type { ShownFile } from '../files/shown-file';
import type { Purpose } from './purposes';

/** A file of a change as pages show it. */
export interface ShownAttachment extends ShownFile {
  purpose: Purpose;
  note: string;
  uploadedAt: string;
  uploadedByName: string;
  /** Taken back: it counts no more, and its name and digest stay. */
  removed: { at: string; byName: string; reason: string } | null;
  /** Its bytes were disposed of under a retention class. */
  disposedAt: string | null;
}
