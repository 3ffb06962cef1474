/** What the pages of imports show. Pure types. */
import type { FileHead, Problem } from '../../readers/records';
import type { Page } from '../keyset';
import type { FeedAge } from './feed-words';
import type { ImportState, Outcome, Purpose } from './import-words';

export interface ImportLine {
  id: string;
  fileName: string;
  purpose: Purpose;
  format: string;
  status: ImportState;
  counts: Record<string, number>;
  broughtBy: string;
  createdByName: string;
  createdAt: string;
}

export interface ShownRow {
  n: number;
  place: string;
  label: string;
  outcome: Outcome;
  problems: Problem[];
  warnings: string[];
  /** What, before, after. */
  differences: { what: string; before: string; after: string }[];
  applied: boolean;
  undone: boolean;
  undoProblem: string;
  /** Page of what it is about; null while there is none. */
  to: string | null;
}

export interface ImportPage {
  id: string;
  fileName: string;
  purpose: Purpose;
  kind: string;
  format: string;
  size: number;
  sha256: string;
  status: ImportState;
  problem: string;
  head: Pick<FileHead, 'errors' | 'warnings' | 'asOf'> | null;
  files: { name: string; format: string; valid: boolean; records: number }[];
  signedBy: string;
  model: { id: string; name: string } | null;
  softwareVersion: string;
  broughtBy: string;
  createdByName: string;
  createdAt: string;
  sameAs: { id: string; at: string; byName: string; status: ImportState } | null;
  progress: number;
  progressOf: number;
  counts: Record<string, number>;
  options: { mayCreate: boolean; mayRestore: boolean; retireGone: boolean };
  cancelAsked: boolean;
  applied: { at: string; byName: string } | null;
  undone: { at: string; byName: string; reason: string; left: number } | null;
  /** To be confirmed before applying. */
  warnings: string[];
  feeds: FeedAge[];
  rows: Page<ShownRow>;
  filter: Outcome | 'warned' | 'left' | '';
  mayAct: boolean;
  today: string;
}
