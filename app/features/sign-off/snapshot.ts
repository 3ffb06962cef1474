/**
 * What is known about a change at one moment: the thing that signatures cover. Pure. Each part is a list of entries
 * with a key, words and a value, so that two snapshots can be held against each other entry by entry.
 */
import type { SnapshotDifference } from '../../../db/schema/sign-off.server';

export type { SnapshotDifference };

/** One thing that is known. `value` is what counts; `words` is how people read it. */
export interface SnapshotEntry {
  key: string;
  label: string;
  words: string;
  value: unknown;
}

/** Parts in the order in which people read them. */
export const PARTS = [
  'proposal',
  'device',
  'facts',
  'answers',
  'safety',
  'findings',
  'options',
  'over_time',
  'risk',
  'hazards',
  'plan',
  'letters',
  'claims',
  'attachments',
  'confirmations',
] as const;
export type SnapshotPart = (typeof PARTS)[number];

export const PART_LABELS: Record<SnapshotPart, string> = {
  proposal: 'Proposal',
  device: 'Device',
  facts: 'Facts',
  answers: 'Answers to chart questions',
  safety: 'Clinical safety',
  findings: 'Findings',
  options: 'Options',
  over_time: 'Options over time',
  risk: 'Risk',
  hazards: 'Hazards',
  plan: 'Plan, tests and back-out',
  letters: 'Letters',
  claims: 'What the supplier said',
  attachments: 'Files',
  confirmations: 'Derived answers that somebody confirmed',
};

/** Left out of a snapshot in which there is nothing of it: records from before this part existed stay what they were. */
type OnlySometimes = 'over_time';

export interface SnapshotContent {
  changemark_snapshot: 1;
  organisation: { id: string; name: string };
  change: { id: string; reference: string };
  /** Edition of the rule library that the findings rest on. */
  library: string;
  /** Number of the kept assessment; null: none. */
  assessment: number | null;
  parts: Record<Exclude<SnapshotPart, OnlySometimes>, SnapshotEntry[]> &
    Partial<Record<OnlySometimes, SnapshotEntry[]>>;
}

const asText = (value: unknown): string => JSON.stringify(sorted(value)) ?? '';

/** Keys in one order, so that two equal values are equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** What differs between two snapshots, in the order of the parts. Empty exactly when they say the same. */
export function differences(before: SnapshotContent, after: SnapshotContent): SnapshotDifference[] {
  return PARTS.flatMap((part) => {
    const was = new Map((before.parts[part] ?? []).map((entry) => [entry.key, entry]));
    const is = new Map((after.parts[part] ?? []).map((entry) => [entry.key, entry]));
    const keys = new Set([...was.keys(), ...is.keys()]);
    return [...keys].flatMap((key): SnapshotDifference[] => {
      const [one, other] = [was.get(key), is.get(key)];
      if (one && other && asText(one.value) === asText(other.value)) return [];
      return [
        {
          part,
          key,
          label: other?.label ?? one?.label ?? key,
          before: one?.words ?? 'not there',
          after: other?.words ?? 'not there',
        },
      ];
    });
  });
}

/** "Facts: Is it a security update? (yes → no)" */
export const differenceInWords = ({ part, label, before, after }: SnapshotDifference): string =>
  `${PART_LABELS[part as SnapshotPart] ?? part}: ${label} (${before} → ${after})`;
