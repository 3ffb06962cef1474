/** Places of a letter that somebody has still to fill in. Pure. */

/** How many blanks a model holds; they are printed as marked blanks. */
export function countBlanks(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + countBlanks(entry), 0);
  if (typeof value !== 'object' || value === null) return 0;
  if ('blank' in value && typeof value.blank === 'string') return 1;
  return Object.values(value).reduce<number>((sum, entry) => sum + countBlanks(entry), 0);
}
