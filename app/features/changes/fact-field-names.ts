/** Names and values of the form fields of one fact. */
import type { FactValue } from './change-view';
export const factField = (key: string) => `fact:${key}`;

export const partField = (part: 'because' | 'said_by' | 'document' | 'page' | 'date' | 'seen', key: string) =>
  `${part}:${key}`;

/** Posted for "none of these" in a list where several may be ticked: a complete list may be empty. */
export const NONE_OF_THESE = 'none_of_these';

/** The values a form field shows as chosen for a recorded fact. */
export function postedValues(value: FactValue | undefined): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.length > 0 ? value : [NONE_OF_THESE];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return [String(value)];
}
