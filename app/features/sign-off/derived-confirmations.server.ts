/** Confirming derived answers by name, and which of them still wait for it. */
import { and, asc, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { derivedConfirmations } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { AssessmentResult } from '../../regulation/result';
import { latestAssessment } from '../assessments/assess-change.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import type { FieldErrors } from '../changes/posted';
import { presentMoment } from '../today';
import { basisOf, type DerivedAnswer, derivedAnswers } from './derived-answers';
import { canonicalText, sha256Of } from './digest.server';
import { reviewSignatures } from './review-signatures.server';
import type { SnapshotEntry } from './snapshot';
import { byKey, entry } from './snapshot-parts';

const digestOf = (answer: DerivedAnswer): string => sha256Of(canonicalText(basisOf(answer)));

export interface DerivedAnswerView extends DerivedAnswer {
  confirmed: { by: string; at: string } | null;
}

const rowsOf = (tx: Tx, orgId: string, changeId: string) =>
  tx
    .select()
    .from(derivedConfirmations)
    .where(and(eq(derivedConfirmations.orgId, orgId), eq(derivedConfirmations.changeId, changeId)))
    .orderBy(asc(derivedConfirmations.confirmedAt), asc(derivedConfirmations.id));

/** The derived answers of the latest kept assessment, with who confirmed each. */
export async function derivedOf(
  tx: Tx,
  orgId: string,
  changeId: string,
  result: AssessmentResult | null,
): Promise<DerivedAnswerView[]> {
  if (!result) return [];
  const known = new Map((await rowsOf(tx, orgId, changeId)).map((row) => [row.basisSha256, row]));
  return derivedAnswers(result).map((answer) => {
    const row = known.get(digestOf(answer));
    return { ...answer, confirmed: row ? { by: row.confirmedByName, at: row.confirmedAt.toISOString() } : null };
  });
}

/** The confirmations in force, for the snapshot. */
export async function confirmationEntries(tx: Tx, orgId: string, changeId: string): Promise<SnapshotEntry[]> {
  const kept = await latestAssessment(tx, orgId, changeId);
  const derived = await derivedOf(tx, orgId, changeId, (kept?.result as AssessmentResult | undefined) ?? null);
  return derived
    .flatMap(({ confirmed, ...answer }) =>
      confirmed
        ? [
            entry(
              answer.key,
              answer.key,
              { ...basisOf(answer), ...confirmed },
              `${answer.answer}, confirmed by ${confirmed.by}`,
            ),
          ]
        : [],
    )
    .sort(byKey);
}

export type ConfirmDerivedResult = { ok: true; confirmed: number } | { ok: false; errors: FieldErrors };

/**
 * Confirms derived answers in the actor's name. Null when the change is not here.
 * @param keys INSTRUMENT/QUESTION of each; one that is not derived any more is refused, so that nobody confirms unread
 */
export const confirmDerived = (
  actor: Actor,
  changeId: string,
  keys: readonly string[],
): Promise<ConfirmDerivedResult | null> =>
  inOrganisation(actor, async (tx): Promise<ConfirmDerivedResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const refuse = (message: string): ConfirmDerivedResult => ({ ok: false, errors: { '': [message] } });
    if (!acceptsAnswers(change.status))
      return refuse(`This change is ${STATUS_LABELS[change.status]}; nothing is confirmed any more.`);
    if (keys.length === 0) return refuse('Tick the answers that you have checked.');
    const kept = await latestAssessment(tx, actor.orgId, changeId);
    const derived = await derivedOf(tx, actor.orgId, changeId, (kept?.result as AssessmentResult | undefined) ?? null);
    const chosen = keys.map((key) => derived.find((one) => one.key === key));
    if (chosen.some((one) => one === undefined)) {
      return refuse('An answer has changed since you opened the page. Read it again, then confirm it.');
    }
    const fresh = chosen.filter((one): one is DerivedAnswerView => one !== undefined && one.confirmed === null);
    if (fresh.length === 0) return { ok: true, confirmed: 0 };
    const confirmedAt = presentMoment();
    await tx.insert(derivedConfirmations).values(
      fresh.map((answer) => ({
        ...{ orgId: actor.orgId, changeId, instrument: answer.instrument, question: answer.question },
        ...{ answer: answer.answer, because: answer.because, basisSha256: digestOf(answer) },
        ...{ confirmedBy: actor.userId, confirmedByName: actor.name, confirmedAt },
      })),
    );
    const voided = await reviewSignatures(tx, actor, changeId);
    await record(
      tx,
      auditActor(actor),
      {
        action: 'change.derived_confirmed',
        object: changeObject(change),
        detail: { answers: fresh.map(({ key, answer, because }) => ({ key, answer, because })) },
      },
      ...voided,
    );
    return { ok: true, confirmed: fresh.length };
  });
