/** "No entry twice" in time that grows with the list, where comparing all with all would stop a server. */
import { createHash } from 'node:crypto';
import type { KeywordDefinition } from 'ajv';

/** Texts of values that were looked at: lists stand in each other, and each is asked for at every depth. */
const known = new WeakMap<object, string>();
/** From here on a digest stands for a text, so that what holds it stays short. */
const LONG = 200;

/** The same text for equal values, whatever order their keys stand in. */
export function sameText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const before = known.get(value);
  if (before !== undefined) return before;
  const text = Array.isArray(value)
    ? `[${value.map(sameText).join()}]`
    : `{${Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, each]) => `${JSON.stringify(key)}:${sameText(each)}`)
        .join()}}`;
  const short = text.length > LONG ? `#${createHash('sha256').update(text).digest('base64')}` : text;
  known.set(value, short);
  return short;
}

/** Whether no two entries of a list are equal. */
export function allDifferent(list: readonly unknown[]): boolean {
  if (list.length < 2) return true;
  const seen = new Set<string>();
  for (const one of list) {
    const text = sameText(one);
    if (seen.has(text)) return false;
    seen.add(text);
  }
  return true;
}

export const uniqueItems: KeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  validate: (wanted: boolean, list: readonly unknown[]) => !wanted || allDifferent(list),
};
