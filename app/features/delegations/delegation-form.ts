/** The forms of delegations. */
import { z } from 'zod';
import { optionalDate, optionalText, requiredText } from '../text-input';

/** A longer absence is a change of roles. */
export const MOST_MONTHS = 6;

export const DelegationForm = z.object({
  /** Whose signature it is; empty: one's own. */
  principal: optionalText(),
  delegate: requiredText('Choose who signs in the place.'),
  startsOn: optionalDate(),
  endsOn: optionalDate(),
  reason: requiredText('Say why: leave, illness, another duty.'),
});

export type DelegationInput = z.output<typeof DelegationForm>;

export const RevokeForm = z.object({ reason: requiredText('Say why, in a few words. The record keeps it.') });

/**
 * Why these days cannot be taken, by field; null: they can.
 * @param latest last day that is allowed for an end that begins on `startsOn`
 */
export function daysProblem(
  days: { startsOn: string | null; endsOn: string | null },
  today: string,
  latest: (startsOn: string) => string,
  limit: string,
): { field: 'startsOn' | 'endsOn'; message: string } | null {
  const { startsOn, endsOn } = days;
  if (!startsOn) return { field: 'startsOn', message: 'Give the first day.' };
  if (!endsOn) return { field: 'endsOn', message: 'Give the last day. It ends some day, whatever happens.' };
  if (startsOn < today) return { field: 'startsOn', message: 'It cannot begin in the past.' };
  if (endsOn < startsOn) return { field: 'endsOn', message: 'The last day is before the first.' };
  if (endsOn > latest(startsOn)) return { field: 'endsOn', message: limit };
  return null;
}
