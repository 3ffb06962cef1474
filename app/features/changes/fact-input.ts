/** A fact as a form posts it, read by the type the dictionary gives it. Pure. */
import { fact } from '../../regulation/facts/dictionary';
import type { FactValue } from './change-view';
import { NONE_OF_THESE } from './fact-field-names';

export type FactReading = { ok: true; value: FactValue } | { ok: false; message: string };

/**
 * Reads the posted values of one fact.
 * @returns null when nothing was posted: not answered, which is not the same as unknown
 */
export function readFact(key: string, posted: readonly string[]): FactReading | null {
  const values = posted.map((value) => value.trim()).filter(Boolean);
  const known = fact(key);
  if (!known) return { ok: false, message: `The dictionary has no fact “${key.slice(0, 100)}”.` };
  const [first] = values;
  if (first === undefined) return null;
  if (values.includes('unknown')) {
    if (values.length === 1) return { ok: true, value: 'unknown' };
    return { ok: false, message: 'Either “not known” or an answer, not both.' };
  }
  switch (known.type) {
    case 'boolean':
      if (first === 'yes' || first === 'no') return { ok: true, value: first === 'yes' };
      return { ok: false, message: 'Choose yes, no or not known.' };
    case 'enum':
      if (known.values.includes(first)) return { ok: true, value: first };
      return { ok: false, message: 'Choose one from the list.' };
    case 'set':
      return readSet(known.values, values);
    case 'number': {
      const number = Number(first.replace(',', '.'));
      return Number.isFinite(number) ? { ok: true, value: number } : { ok: false, message: 'Give a number.' };
    }
    case 'date':
      if (isDay(first)) return { ok: true, value: first };
      return { ok: false, message: 'Give a date as year-month-day, for example 2026-11-23.' };
  }
}

function readSet(members: readonly string[], values: readonly string[]): FactReading {
  if (values.includes(NONE_OF_THESE)) {
    if (values.length === 1) return { ok: true, value: [] };
    return { ok: false, message: 'Either “none of these” or a choice, not both.' };
  }
  if (!values.every((value) => members.includes(value))) return { ok: false, message: 'Choose from the list.' };
  // In dictionary order, so that the same choice is the same value however it was ticked.
  return { ok: true, value: members.filter((member) => values.includes(member)) };
}

const isDay = (text: string): boolean => {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
