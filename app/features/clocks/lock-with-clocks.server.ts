/** What the use cases on one letter's clocks share. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { clockPauses, letterClocks } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type LetterRow, lockLetter } from '../letters/letter-row.server';

/** @property field the field of the form that is to blame; none for the form as a whole */
export type ClockAct = { ok: true } | { ok: false; message: string; field?: string };

export type ClockRow = typeof letterClocks.$inferSelect;

export const DONE: ClockAct = { ok: true };
export const refuse = (message: string, field?: string): ClockAct => ({
  ok: false,
  message,
  ...(field ? { field } : {}),
});

/** Locks a letter and runs `work` on it; null when it does not exist in the actor's organisation. */
export const onLetter = (
  actor: Actor,
  letterId: string,
  work: (tx: Tx, letter: LetterRow) => Promise<ClockAct>,
): Promise<ClockAct | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    return can(actor, 'letter:send')
      ? work(tx, letter)
      : refuse('Your role does not look after letters that were sent.');
  });

/** The letter's clocks that are neither met nor stopped, earliest first. */
export const runningClocks = (tx: Tx, { orgId, id }: LetterRow): Promise<ClockRow[]> =>
  tx
    .select()
    .from(letterClocks)
    .where(
      and(
        eq(letterClocks.orgId, orgId),
        eq(letterClocks.letterId, id),
        isNull(letterClocks.metAt),
        isNull(letterClocks.stoppedAt),
      ),
    )
    .orderBy(asc(letterClocks.dueOn));

/** The pause that is not over; undefined when the clocks run. */
export async function openPause(tx: Tx, { orgId, id }: LetterRow) {
  const [row] = await tx
    .select()
    .from(clockPauses)
    .where(and(eq(clockPauses.orgId, orgId), eq(clockPauses.letterId, id), isNull(clockPauses.toOn)));
  return row;
}
