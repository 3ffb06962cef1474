/** Values of differences in words. Pure. */
import type { FactValue } from '../provenance/source';
import { factInWords } from '../provenance/statements';

/** Longest text of one value in a list; the rest is in the file. */
const LONGEST = 300;

/** A value as a page shows it; nothing recorded is "nothing". */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  const words =
    typeof value === 'object' && Object.values(value).some((part) => part !== null && typeof part === 'object')
      ? JSON.stringify(value)
      : factInWords(value as FactValue);
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
