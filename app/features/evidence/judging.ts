/** Ways to say what is there and what is not. Pure. */
import type { ChangeStatus } from '../changes/change-status';
import type { Judgement } from './completeness';
import type { ChangeMaterial } from './material';

export const there = (words: string): Judgement => ({ state: 'evidenced', words });
export const missing = (words: string): Judgement => ({ state: 'not_evidenced', words });
export const beside = (words: string): Judgement => ({ state: 'not_applicable', words });

/** "1 fact", "3 facts". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Some names, then how many more. */
export function named(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join('; ');
  return names.length > most ? `${shown}; and ${names.length - most} more` : shown;
}

export const statusOf = ({ change }: ChangeMaterial): ChangeStatus => change.status as ChangeStatus;

/** States in which nobody has been asked to sign yet. */
const BEFORE_SIGN_OFF: readonly ChangeStatus[] = [
  'draft',
  'returned',
  'submitted',
  'assessing',
  'awaiting_supplier',
  'options_ready',
  'on_hold',
];

/** Nobody was ever asked to sign it, and nobody acted on it. */
export const neverPutForward = (one: ChangeMaterial): boolean =>
  one.rounds.length === 0 &&
  one.standard === null &&
  one.implementations.length === 0 &&
  (BEFORE_SIGN_OFF.includes(statusOf(one)) || statusOf(one) === 'withdrawn');

/** Somebody began to carry it out. */
export const carriedOut = (one: ChangeMaterial): boolean =>
  one.implementations.length > 0 || ['in_implementation', 'verifying', 'closed'].includes(statusOf(one));

/** Whole days from one ISO moment or day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
