/**
 * Whether two statements can both be right. Compared is only what both say something about: the same aspect, a device
 * they share and, for what holds of one change only, the same matter. What is not known contradicts nothing. Pure.
 */
import canonicalize from 'canonicalize';
import type { QuotedSource } from '../../../db/schema/replies.server';
import { type Proposition, propositions } from './propositions';

/** What was spoken of in a letter: empty lists are not known, and then do not tell two matters apart. */
export interface Matter {
  changes: readonly string[];
  kinds: readonly string[];
  cves: readonly string[];
  /** Software versions of the devices that the change is about. */
  versions: readonly string[];
  /** Numbers of patches that the change names: "KB4012212". */
  patches: readonly string[];
}

export interface Stated {
  source: 'claim' | QuotedSource | 'register';
  id: string | null;
  subject: string;
  label: string;
  value: unknown;
  /** The fact that it states besides; empty: none. */
  fact: string;
  /** Null: everything of this supplier. */
  models: readonly string[] | null;
  /** Null: said in general, of any change. */
  matter: Matter | null;
  quotation: string;
  document: string;
  page: string;
  saidBy: string;
  saidOn: string | null;
  /** File it was read from, where it was read from one. */
  fileId: string | null;
}

export interface Found {
  aspect: string;
  /** Models that both speak of; null: everything of the supplier. */
  models: readonly string[] | null;
}

const overlap = <T>(one: readonly T[], other: readonly T[]): T[] => one.filter((value) => other.includes(value));

/** Known to be about different things: both name some, and none of them is the same. */
const apart = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && other.length > 0 && overlap(one, other).length === 0;

/** Whether two letters spoke of the same matter: a change in common, or the same kind of change and nothing that differs. */
export function sameMatter(one: Matter, other: Matter): boolean {
  if (overlap(one.changes, other.changes).length > 0) return true;
  if (overlap(one.kinds, other.kinds).length === 0) return false;
  return !(apart(one.cves, other.cves) || apart(one.versions, other.versions) || apart(one.patches, other.patches));
}

/** A set is a complete list, in whatever order; anything else is compared as it is. */
const comparable = (value: unknown): string =>
  canonicalize(Array.isArray(value) ? [...value].map((part) => canonicalize(part) ?? '').sort() : value) ?? '';

function sameCase(one: Stated, other: Stated, a: Proposition, b: Proposition): boolean {
  if (a.kinds || b.kinds) {
    const [first, second] = [a.kinds ?? one.matter?.kinds, b.kinds ?? other.matter?.kinds];
    return first === undefined || second === undefined || overlap<string>(first, second).length > 0;
  }
  if (a.of === 'device' && b.of === 'device') return true;
  return one.matter === null || other.matter === null || sameMatter(one.matter, other.matter);
}

/** The models two statements share; undefined when they speak of different devices. */
function sharedModels(one: Stated, other: Stated): readonly string[] | null | undefined {
  if (one.models === null) return other.models;
  if (other.models === null) return one.models;
  const shared = overlap(one.models, other.models).sort();
  return shared.length > 0 ? shared : undefined;
}

/** In what two statements contradict, or null. Symmetric; never true of a statement and itself. */
export function contradiction(one: Stated, other: Stated): Found | null {
  // One file may say of one version that it is affected and of the next that it is not.
  if (one.fileId !== null && one.fileId === other.fileId) return null;
  const models = sharedModels(one, other);
  if (models === undefined) return null;
  const [ours, theirs] = [said(one), said(other)];
  const aspects = ours.flatMap((a) =>
    theirs.flatMap((b) =>
      a.aspect === b.aspect && comparable(a.value) !== comparable(b.value) && sameCase(one, other, a, b)
        ? [a.aspect]
        : [],
    ),
  );
  const [aspect] = aspects.sort();
  return aspect === undefined ? null : { aspect, models };
}

const said = ({ subject, value, fact }: Stated): Proposition[] => propositions(subject, value, fact);

/** Whether the later of two statements is its author's own change of mind; it is shown all the same, in these words. */
export function changedAnswer(
  one: Pick<Stated, 'saidBy' | 'saidOn'>,
  other: Pick<Stated, 'saidBy' | 'saidOn'>,
): { by: string; on: string } | null {
  const author = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
  if (author(one.saidBy) === '' || author(one.saidBy) !== author(other.saidBy)) return null;
  if (!one.saidOn || !other.saidOn || one.saidOn === other.saidOn) return null;
  const later = one.saidOn > other.saidOn ? one : other;
  return { by: later.saidBy.trim(), on: later.saidOn ?? '' };
}
