/** Dropping a correction that was begun: the version issued before stays in force, in the state it had reached. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letterQuestions, letterVersions } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { type Acted, DONE, refuse } from './acted';
import { hasLeft } from './has-left.server';
import { type LetterRow, lockLetter, moveLetter, versionInWords } from './letter-row.server';
import type { LetterMove } from './letter-status';
import { versionsOf } from './read-version.server';

/** The dropped version keeps its number and its words. Null when the letter does not exist in the actor's organisation. */
export const dropCorrection = (actor: Actor, letterId: string, reason: string): Promise<Acted | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    if (!can(actor, 'document:draft')) return refuse('Your role does not draft letters.');
    const versions = await versionsOf(tx, actor.orgId, letterId);
    const inForce = versions.findLast(({ status }) => status === 'issued');
    if ((letter.status !== 'draft' && letter.status !== 'approved') || !inForce) {
      return refuse('There is no correction in preparation.');
    }
    await tx
      .update(letterVersions)
      .set({ status: 'withdrawn' })
      .where(
        and(
          eq(letterVersions.orgId, actor.orgId),
          eq(letterVersions.letterId, letterId),
          eq(letterVersions.number, letter.currentNumber),
        ),
      );
    const moved = await moveLetter(tx, auditActor(actor), letter, await reached(tx, letter), {
      detail: { dropped: versionInWords(letter.currentNumber), in_force: versionInWords(inForce.number) },
      reason,
      fields: { currentNumber: inForce.number, ...(await asked(tx, letter, inForce.number)) },
    });
    return moved.ok ? DONE : refuse(moved.message);
  });

async function reached(tx: Tx, letter: LetterRow): Promise<LetterMove> {
  if (letter.answeredAt) return 'keep_answered';
  if (letter.acknowledgedAt) return 'keep_acknowledged';
  return (await hasLeft(tx, letter)) ? 'keep_sent' : 'keep_issued';
}

/** How many questions the version in force asks, and how many are open. */
async function asked(tx: Tx, { orgId, id }: LetterRow, versionNumber: number) {
  const own = and(
    eq(letterQuestions.orgId, orgId),
    eq(letterQuestions.letterId, id),
    eq(letterQuestions.versionNumber, versionNumber),
  );
  const count = sql<number>`count(*)::int`;
  const [all] = await tx.select({ count }).from(letterQuestions).where(own);
  const [open] = await tx
    .select({ count })
    .from(letterQuestions)
    .where(and(own, isNull(letterQuestions.answeredAt)));
  return { questionsAsked: all?.count ?? 0, questionsOpen: open?.count ?? 0 };
}
