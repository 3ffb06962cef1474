/** What the address of an incident asks for. Pure. */
import type { Verdict } from './replay';

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export const SHOWN: readonly { value: Verdict; label: string }[] = [
  { value: 'hit', label: 'would have been hit' },
  { value: 'unknown', label: 'not known' },
  { value: 'not', label: 'would not' },
];

/** Whose units are listed; null: none, only figures. */
export const shownIn = (search: URLSearchParams): Verdict | null =>
  SHOWN.find(({ value }) => value === search.get('shown'))?.value ?? null;
