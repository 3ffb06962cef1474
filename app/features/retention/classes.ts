/**
 * How long each kind of record is kept, and the event its clock begins with. Pure. The periods are ours, to be set by
 * each organisation later; the marks say how sure we are of the source beside them.
 */
import type { Confidence } from '../../regulation/chart';

export interface RetentionClass {
  key: string;
  label: string;
  what: string;
  /** Years after the event; null: kept as long as the installation is. */
  years: number | null;
  startsWith: string;
  why: string;
  source: string;
  mark: Confidence;
}

/** Acts that end a change: the clock of its files begins with the last of them. */
export const ENDING_ACTIONS = ['change.closed', 'change.rejected', 'change.withdrawn'] as const;
export const ENDED_STATES = ['closed', 'rejected', 'withdrawn'] as const;

export const CHANGE_FILES: RetentionClass & { years: number } = {
  key: 'change_files',
  label: 'Files of a change',
  what: 'Bytes of tests, proofs, scanned sheets and other attachments. Name, size and SHA-256 stay.',
  years: 15,
  startsWith: 'the change was closed, rejected or withdrawn',
  why: 'Longer than manufacturers keep technical documentation after the last device, so that the two can be compared.',
  source: 'Regulation (EU) 2017/745 Article 10(8): 10 years, 15 for implants; it binds manufacturers, not hospitals',
  mark: 'M',
};

export const RETENTION_CLASSES: readonly RetentionClass[] = [
  {
    ...{ key: 'trail', label: 'The trail and its checkpoints', what: 'Every recorded act.', years: null },
    startsWith: 'it is not disposed of',
    why: 'A chain with a gap proves nothing about what comes after it.',
    source: '21 CFR 11.10(e): kept at least as long as the record it is about',
    mark: 'M',
  },
  {
    ...{ key: 'signed', label: 'Signatures and what they cover', years: null },
    what: 'Signed texts, snapshots, dissents, acceptances of risk, exceptions, reviews.',
    startsWith: 'it is not disposed of',
    why: 'Others rest on them: a signature cannot be judged without what it covers.',
    source: '21 CFR 11.70',
    mark: 'M',
  },
  {
    ...{ key: 'change_record', label: 'The record of a change', years: null },
    what: 'Facts with provenance, assessments, options, risk, hazards, conditions, implementation, verification.',
    startsWith: 'it is not disposed of',
    why: 'The next change to the same device is judged together with it.',
    source: 'Changes are looked at together since the certified baseline; our decision',
    mark: 'i',
  },
  CHANGE_FILES,
  {
    ...{ key: 'letters', label: 'Letters and replies', years: null },
    what: 'Issued letters, replies with their files, claims.',
    startsWith: 'it is not disposed of yet: a class of its own comes later',
    why: 'What a supplier said holds until it says otherwise.',
    source: 'our decision',
    mark: 'i',
  },
  {
    ...{ key: 'packs', label: 'Evidence packs', what: 'Built ZIP files.', years: null },
    startsWith: 'it is not disposed of yet: a class of its own comes later',
    why: 'Somebody may hold the same file and ask whether it is ours.',
    source: 'our decision',
    mark: 'i',
  },
  {
    ...{ key: 'training', label: 'Training and accepted accountability texts', years: null },
    what: 'Who was allowed to sign when.',
    startsWith: 'it is not disposed of',
    why: 'As long as the signatures that rest on it.',
    source: '21 CFR 11.10(i) and (j)',
    mark: 'M',
  },
];

/** First day on which what began its clock on a day may go. */
export function dueOn(began: string, years: number): string {
  const [year = 0, month = 1, day = 1] = began.slice(0, 10).split('-').map(Number);
  // The 29 February of a year without one is the 1 March.
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10);
}
