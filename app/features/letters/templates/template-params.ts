/** Parameters of the addresses of letter templates. */
import { z } from 'zod';
import { LETTER_KINDS } from '../letter-kinds';

export const TemplateParams = z.object({ kind: z.enum(LETTER_KINDS) });

/** Number of an earlier version in an address; null when none, or none that can be. */
export function versionWish(search: URLSearchParams): number | null {
  const text = search.get('version') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
