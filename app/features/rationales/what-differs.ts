/** What is different now from what was known when an earlier change was decided. Pure. Compared by what is said. */
import { PART_LABELS, type SnapshotContent, type SnapshotEntry, type SnapshotPart } from '../sign-off/snapshot';

export interface Difference {
  what: string;
  was: string;
  now: string;
}

/** Parts that a rationale rests on. Letters, files and confirmations belong to their own change. */
const COMPARED: readonly SnapshotPart[] = [
  'proposal',
  'device',
  'facts',
  'answers',
  'findings',
  'options',
  'over_time',
  'risk',
];

/** Of the proposal, what is proposed; who proposed it, and for which units, is another in any other change. */
const PROPOSED = new Set(['kinds', 'actor', 'software_version', 'vulnerabilities']);

const MISSING = 'nothing said';
/** More differences than these are another case altogether; the count is said. */
export const MOST_DIFFERENCES = 200;

const entriesOf = (snapshot: SnapshotContent, part: SnapshotPart): Map<string, SnapshotEntry> =>
  new Map(
    (snapshot.parts[part] ?? [])
      .filter(({ key }) => part !== 'proposal' || PROPOSED.has(key))
      .map((entry) => [entry.key, entry]),
  );

const member = (value: unknown, name: string): string =>
  typeof value === 'object' && value !== null && name in value ? String(value[name as keyof typeof value] ?? '') : '';

/** A finding by another edition of its instrument differs, even where it comes out the same. */
function wordsOf(part: SnapshotPart, entry: SnapshotEntry | undefined): string {
  if (!entry) return MISSING;
  const edition = part === 'findings' ? member(entry.value, 'edition') : '';
  return edition ? `${entry.words}, edition ${edition}` : entry.words;
}

/** Every difference, in the order of the parts. */
export function whatDiffers(then: SnapshotContent, now: SnapshotContent): Difference[] {
  const parts = COMPARED.flatMap((part): Difference[] => {
    const [was, is] = [entriesOf(then, part), entriesOf(now, part)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
      const [one, other] = [was.get(key), is.get(key)];
      const [before, after] = [wordsOf(part, one), wordsOf(part, other)];
      if (before === after) return [];
      return [{ what: `${PART_LABELS[part]}: ${other?.label ?? one?.label ?? key}`, was: before, now: after }];
    });
  });
  const library =
    then.library === now.library
      ? []
      : [{ what: 'Edition of the rule library', was: then.library || MISSING, now: now.library || MISSING }];
  return [...library, ...parts];
}
