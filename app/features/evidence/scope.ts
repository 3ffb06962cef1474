/** What a pack is about. Pure. */
import { z } from 'zod';
import type { PackScope } from '../../../db/schema/evidence.server';
import { dateInWords } from '../../ui/time';
import { isDay } from '../keyset';

export type { PackScope };

export const SCOPES = ['change', 'device', 'supplier', 'period'] as const satisfies readonly PackScope[];

export const SCOPE_LABELS: Record<PackScope, string> = {
  change: 'One change',
  device: 'A device: all changes to a model',
  supplier: 'A supplier: all changes to its models',
  period: 'A period: changes that were under way in it',
};

export type Scope =
  | { scope: 'change' | 'device' | 'supplier'; id: string }
  | { scope: 'period'; from: string; to: string };

/** Changes that one pack holds at most; a year of a large house has fewer. */
export const MOST_CHANGES = 500;

const day = z.string().refine(isDay, 'Give a day as year-month-day.');

/** The fields of an address or form that name a scope. */
export const ScopeFields = z
  .discriminatedUnion('scope', [
    z.object({ scope: z.enum(['change', 'device', 'supplier']), id: z.uuid('Choose one.') }),
    z.object({ scope: z.literal('period'), from: day, to: day }),
  ])
  .refine((one) => one.scope !== 'period' || one.from <= one.to, {
    error: 'The last day is before the first.',
    path: ['to'],
  });

/** A scope out of an address or form; null when it names none. */
export function scopeIn(fields: URLSearchParams | FormData): Scope | null {
  const parsed = ScopeFields.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : null;
}

/** The query of an address that names a scope. */
export const scopeQuery = (scope: Scope): string => new URLSearchParams({ ...scope }).toString();

export const periodInWords = (from: string, to: string): string => `${dateInWords(from)} to ${dateInWords(to)}`;
