/** From what a form says to statements on single fields, and to the words of history and audit. Pure. */
import { dateInWords } from '../../ui/time';
import type { Fact, FactValue, Statement } from './source';

/** One field of a record that carries a source: how it is named, and its value in a record (null: empty). */
export interface FactField<Values> {
  field: string;
  label: string;
  of(values: Values): FactValue | null;
}

/** A text, or null when it is empty. */
export const textFact = (text: string): FactValue | null => (text === '' ? null : text);

const canonical = (value: FactValue | null): string =>
  value !== null && typeof value === 'object'
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value);

export const sameFact = (a: FactValue | null, b: FactValue | null): boolean => canonical(a) === canonical(b);

/** A value in words: "yes", "Windows 7 SP1", "not known". */
export function factInWords(value: FactValue | null): string {
  if (value === null) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return dateInWords(value);
  if (typeof value !== 'object') return String(value);
  return Object.values(value)
    .filter((part) => part !== null && part !== '')
    .join(' ');
}

export interface FieldChange {
  field: string;
  label: string;
  from: FactValue | null;
  to: FactValue | null;
}

/** The fields in which two records differ. */
export const fieldChanges = <Values>(
  fields: readonly FactField<Values>[],
  before: Values,
  after: Values,
): FieldChange[] =>
  fields.flatMap(({ field, label, of }) => {
    const [from, to] = [of(before), of(after)];
    return sameFact(from, to) ? [] : [{ field, label, from, to }];
  });

/**
 * What a save states: each changed field; each field ticked as looked for and not known, unless that stands already;
 * and, when the source confirms the rest, each field that has a value.
 */
export function statementsOf<Values>(
  fields: readonly FactField<Values>[],
  said: {
    before: Values | null;
    after: Values;
    /** Fields ticked as not known. */
    unknown: readonly string[];
    confirms: boolean;
    /** Statements in force. */
    current: Record<string, Fact>;
  },
): Statement[] {
  return fields.flatMap(({ field, of }) => {
    const value = of(said.after);
    const changed = !sameFact(value, said.before === null ? null : of(said.before));
    const standing = said.current[field];
    const newlyUnknown = value === null && said.unknown.includes(field) && !(standing && standing.value === null);
    const confirmed = said.confirms && value !== null;
    return changed || newlyUnknown || confirmed ? [{ field, value }] : [];
  });
}
