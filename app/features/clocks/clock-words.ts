/** Clocks and ladders in words. Pure. */
import type { DayUnit } from '../../../db/schema/letters.server';

const counted = (days: number, what: string): string => `${days} ${what}${days === 1 ? '' : 's'}`;

/** "10 working days" */
export const termInWords = (days: number, unit: DayUnit): string =>
  counted(days, unit === 'working' ? 'working day' : 'calendar day');

/** "Reminder, 3 working days before the date" from "reminder -3". */
export function stepInWords(step: string): string {
  const [kind = '', offset = '0'] = step.split(' ');
  const name = kind === 'reminder' ? 'Reminder' : 'Escalation';
  const days = Number(offset);
  if (days === 0) return `${name}, on the date`;
  const when = days < 0 ? 'before the date' : 'after the date';
  return `${name}, ${counted(Math.abs(days), 'working day')} ${when}`;
}

/** Steps of a policy in words: "3 working days before, 1 after". */
export function offsetsInWords(offsets: readonly number[]): string {
  if (offsets.length === 0) return 'none';
  return [...offsets]
    .sort((a, b) => a - b)
    .map((days) =>
      days === 0 ? 'on the date' : `${counted(Math.abs(days), 'working day')} ${days < 0 ? 'before' : 'after'}`,
    )
    .join(', ');
}
