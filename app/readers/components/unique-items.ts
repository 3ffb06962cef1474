/** "No entry twice" in time that grows with the list, where comparing all with all would stop a server. */
import type { KeywordDefinition } from 'ajv';

/** The same text for equal values, whatever order their keys stand in. */
export function sameText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sameText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${sameText(each)}`).join()}}`;
}

/** Whether no two entries of a list are equal. */
export function allDifferent(list: readonly unknown[]): boolean {
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
