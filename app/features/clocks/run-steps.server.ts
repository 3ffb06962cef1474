/**
 * Carries out what is due on the ladder of one letter, in one transaction: the step is done, and the reminder written,
 * approved and on its way to be issued, or none of it. The letter is locked first, so that of two ticks one finds nothing.
 */
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { clockPauses, ladderSteps, letters } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import { inTheBackground } from '../../audit/outsiders';
import { approveByLadder } from '../letters/approve-letter.server';
import { draftFollowUp } from '../letters/draft-follow-up.server';
import { type LetterRow, letterObject } from '../letters/letter-row.server';
import { LETTER_STATUS_LABELS, WAITING_STATUSES } from '../letters/letter-status';
import { chooseDue, OVERTAKEN } from './late-steps';

type StepRow = typeof ladderSteps.$inferSelect;

/** `elsewhere`: somebody else works on the letter at this moment; the next tick looks again. */
export type StepsEnd = { done: number; skipped: number } | 'elsewhere';

/** A step that cannot be carried out; everything it began is undone, and the step keeps the reason. */
class CannotStep extends Error {}

/** Works off the steps of a letter that are due at `now`. Safe to run twice and in two places. */
export const runSteps = (orgId: string, letterId: string, now = new Date()): Promise<StepsEnd> =>
  inOrganisation({ orgId, userId: null }, async (tx) => {
    const [letter] = await tx
      .select()
      .from(letters)
      .where(and(eq(letters.orgId, orgId), eq(letters.id, letterId)))
      .for('update', { skipLocked: true });
    if (!letter) return 'elsewhere';
    if (await isPaused(tx, letter)) return { done: 0, skipped: 0 };
    const due = await tx
      .select()
      .from(ladderSteps)
      .where(
        and(
          eq(ladderSteps.orgId, orgId),
          eq(ladderSteps.letterId, letterId),
          eq(ladderSteps.status, 'planned'),
          lte(ladderSteps.plannedAt, now),
        ),
      )
      .orderBy(asc(ladderSteps.plannedAt));
    if (!WAITING_STATUSES.includes(letter.status)) {
      return skipAll(tx, due, `The letter was ${LETTER_STATUS_LABELS[letter.status]} when its time came.`);
    }
    const { run, overtaken } = chooseDue(due);
    const sums = await skipAll(tx, overtaken, OVERTAKEN);
    for (const step of run) {
      const carriedOut = await carryOut(tx, inTheBackground(orgId), letter, step, now);
      sums[carriedOut ? 'done' : 'skipped'] += 1;
    }
    return sums;
  });

async function isPaused(tx: Tx, { orgId, id }: LetterRow): Promise<boolean> {
  const rows = await tx
    .select({ id: clockPauses.id })
    .from(clockPauses)
    .where(and(eq(clockPauses.orgId, orgId), eq(clockPauses.letterId, id), isNull(clockPauses.toOn)));
  return rows.length > 0;
}

const setStep = (tx: Tx, { orgId, id }: StepRow, set: Partial<StepRow>) =>
  tx
    .update(ladderSteps)
    .set(set)
    .where(and(eq(ladderSteps.orgId, orgId), eq(ladderSteps.id, id), eq(ladderSteps.status, 'planned')));

async function skipAll(tx: Tx, steps: readonly StepRow[], reason: string) {
  for (const step of steps) await setStep(tx, step, { status: 'skipped', reason });
  return { done: 0, skipped: steps.length };
}

const NO_ADDRESS = 'It has no e-mail address to go to: it is issued, and waits to be posted.';

async function hasAddress(tx: Tx, orgId: string, letterId: string): Promise<boolean> {
  const [row] = await tx
    .select({ to: letters.recipientEmail })
    .from(letters)
    .where(and(eq(letters.orgId, orgId), eq(letters.id, letterId)));
  return Boolean(row?.to);
}

/** Writes the follow-up; a reminder is approved under the ladder and goes out, an escalation waits for a person. */
async function write(tx: Tx, by: AuditActor, letter: LetterRow, { kind }: StepRow) {
  const draft = await draftFollowUp(tx, by, kind, letter.id);
  if (!draft.ok) throw new CannotStep(draft.message);
  if (kind === 'escalation') return draft;
  const approved = await approveByLadder(tx, by, draft.id);
  if (!approved?.ok)
    throw new CannotStep(
      Object.values(approved?.errors ?? {})
        .flat()
        .join(' ') || 'It cannot be approved.',
    );
  return draft;
}

/** @returns whether it was carried out; if not, it is skipped with the reason */
async function carryOut(tx: Tx, by: AuditActor, letter: LetterRow, step: StepRow, now: Date): Promise<boolean> {
  try {
    // A savepoint: what a refused step has written is undone, and the refusal can still be kept.
    const draft = await tx.transaction((inner) => write(inner, by, letter, step));
    const reason = step.kind === 'reminder' && !(await hasAddress(tx, by.orgId, draft.id)) ? NO_ADDRESS : '';
    await setStep(tx, step, { status: 'done', doneAt: now, producedId: draft.id, reason });
    await record(tx, by, {
      action: 'ladder.done',
      object: letterObject(letter),
      detail: { stage: step.stage, step: step.step, planned_on: step.plannedOn, produced: draft.reference },
    });
    return true;
  } catch (error) {
    if (!(error instanceof CannotStep)) throw error;
    await setStep(tx, step, { status: 'skipped', reason: `It could not be carried out: ${error.message}` });
    return false;
  }
}
