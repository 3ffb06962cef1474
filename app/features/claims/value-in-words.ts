/** What a claim or quotation says of its subject, as people read it. */

import { dateInWords } from '../../ui/time';
import { factInWords } from '../changes/value-in-words';
import { readSubject } from './subject';

const WORDS: Readonly<Record<string, string>> = {
  conditions: 'yes, with conditions',
  service_only: 'only the maker’s own service',
  affected: 'affected',
  not_affected: 'not affected',
  fixed: 'fixed',
  none: 'not at all',
  mfa: 'with a second factor',
  no_mfa: 'without a second factor',
  full: 'works fully',
  limited: 'works with limits',
  stops: 'stops or loses alarms',
};

/** Null when nothing is said that can be compared. @param fact the fact that the value states, if any */
export function saidInWords(subject: string, value: unknown, fact = ''): string | null {
  if (value === null || value === undefined || value === '') return null;
  const read = readSubject(subject);
  const key = fact || (read?.family === 'fact' ? read.name : '');
  if (key) return factInWords(key, value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') {
    if (Object.hasOwn(WORDS, value)) return WORDS[value] ?? value;
    return /^\d{4}-\d\d-\d\d$/.test(value) ? dateInWords(value) : value;
  }
  if (Array.isArray(value)) return value.map(String).join(', ') || 'none';
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([what, day]) => `${what}: ${dateInWords(String(day))}`)
      .join(', ');
  }
  return String(value);
}
