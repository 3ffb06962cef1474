/** Fixed answers with ids of their own: the id is what comes back, the label is what is read. Pure. */
import type { FactValue } from '../../../regulation/vocabulary';
import type { ReplyChoice } from '../reply-form';

/** A choice as it is written down here: label, a line to write on, and what it says about the question's facts. */
export interface WrittenChoice {
  label: string;
  fill?: string;
  value?: FactValue;
  /** Where the label alone does not make a good id. */
  id?: string;
}

const WORDS: readonly [RegExp, string][] = [
  [/^yes$/i, 'yes'],
  [/^no$/i, 'no'],
  [/^not (yet |been )?(assessed|decided|checked|yet)\b/i, 'later'],
  [/^being assessed\b/i, 'later'],
];

/** "yes-with-conditions": small letters, digits and hyphens, at most 40 signs. */
export function slug(label: string): string {
  const known = WORDS.find(([pattern]) => pattern.test(label.trim()));
  if (known) return known[1];
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 36)
    .replace(/^-+|-+$/g, '');
  return plain || 'choice';
}

/** The choices of one question, each with an id that no other of them has. */
export function choicesOf(written: readonly WrittenChoice[]): ReplyChoice[] {
  const taken = new Set<string>();
  return written.map(({ id, label, fill, value }) => {
    const base = id ?? slug(label);
    let own = base;
    for (let n = 2; taken.has(own); n += 1) own = `${base}-${n}`;
    taken.add(own);
    const states = value !== undefined && value !== 'unknown';
    return {
      id: own,
      label,
      ...(states ? { value: typeof value === 'object' ? [...value] : value } : {}),
      ...(fill === undefined ? {} : { fill }),
    };
  });
}
