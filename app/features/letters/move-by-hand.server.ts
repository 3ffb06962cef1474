/** Moves of a letter that a person records: delivered, came back, acknowledged, closed, opened again, withdrawn. */
import { and, eq, ne } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letterVersions } from '../../../db/schema/index.server';
import type { AuditActor } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { meetClocks } from '../clocks/meet-clocks.server';
import { stopClocks } from '../clocks/stop-clocks.server';
import { revokeReplyLinks } from '../replies/revoke-reply-links.server';
import { type Acted, DONE, refuse } from './acted';
import { hasLeft } from './has-left.server';
import { type LetterRow, lockLetter, moveLetter } from './letter-row.server';
import { letterTransition } from './letter-status';

export type HandMove = 'deliver' | 'bounce' | 'acknowledge' | 'close' | 'reopen' | 'withdraw';

export interface HandMoveInput {
  move: HandMove;
  /** ISO day on which it happened; today for moves that happen now. */
  on: string;
  /** Who said so, or why. */
  reason: string;
}

/** Null when the letter does not exist in the actor's organisation. */
export const moveByHand = (actor: Actor, letterId: string, input: HandMoveInput): Promise<Acted | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    if (!can(actor, 'letter:send')) return refuse('Your role does not look after letters that are under way.');
    const next = letterTransition(letter.status, input.move);
    if (!next.ok) return refuse(next.message);
    const today = new Date().toISOString().slice(0, 10);
    if (input.on > today) return refuse('This day has not come yet.', 'on');
    if (letter.sentAt && input.on < letter.sentAt.toISOString().slice(0, 10)) {
      return refuse('The letter had not left on this day.', 'on');
    }
    if (input.move === 'withdraw' && (await hasLeft(tx, letter))) {
      return refuse('A version of this letter has left the house. Correct it, or close it; it cannot be unsaid.');
    }
    const by = auditActor(actor);
    const at = input.on === today ? new Date() : new Date(`${input.on}T12:00:00Z`);
    await sideEffects(tx, by, letter, input, at);
    const moved = await moveLetter(tx, by, letter, input.move, {
      at,
      reason: input.reason,
      detail: { on: input.on, recorded_by_hand: true },
    });
    return moved.ok ? DONE : refuse(moved.message);
  });

async function sideEffects(tx: Tx, by: AuditActor, letter: LetterRow, { move, reason }: HandMoveInput, at: Date) {
  if (move === 'acknowledge') await meetClocks(tx, by, letter, ['acknowledge'], at);
  if (move !== 'close' && move !== 'withdraw') return;
  await stopClocks(tx, by, letter, reason);
  const word = move === 'close' ? 'closed' : 'withdrawn';
  await revokeReplyLinks(tx, by, letter.id, `The letter was ${word}: ${reason}`);
  if (move === 'withdraw') {
    await tx
      .update(letterVersions)
      .set({ status: 'withdrawn' })
      .where(
        and(
          eq(letterVersions.orgId, letter.orgId),
          eq(letterVersions.letterId, letter.id),
          eq(letterVersions.number, letter.currentNumber),
          // The file of an issued version stays what it is; the letter's own state says that it was withdrawn.
          ne(letterVersions.status, 'issued'),
        ),
      );
  }
}
