/** Putting statements about a change on record: lock, compare with what the form was based on, record, assess again. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent, Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { AssessmentResult } from '../../regulation/result';
import { assessWithin } from '../assessments/assess-change.server';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import type { Conflict } from './act-on-change';
import { changeObject, lockChange } from './change-row.server';
import { acceptsAnswers, STATUS_LABELS } from './change-status';
import type { FieldErrors } from './posted';
import { currentStatements, type NewStatement, putStatements, type StatementRow, sameValue } from './statements.server';
import type { StepId } from './steps';
import { valueInWords } from './value-in-words';

/** A statement to put on record, with how people read it. */
export interface WantedStatement extends NewStatement {
  /** What was asked, in words. */
  label: string;
  inWords: string;
  /** Statement on which the form was based; undefined when the form does not say. */
  seen: string | undefined;
  /** Says nothing by itself: recorded only with a reason, a source, or where something was said before. */
  silent?: boolean;
}

export interface StatementsWish {
  statements: readonly WantedStatement[];
  action: 'change.question_answered' | 'change.fact_stated' | 'change.safety_answered';
  /** Where an unfinished proposal is taken up again. */
  step?: StepId;
}

export type StateResult =
  | { ok: true; recorded: number; result: AssessmentResult }
  | { ok: false; errors: FieldErrors; conflicts: Conflict[] };

/** Null when the change does not exist in the actor's organisation. */
export async function stateWithin(
  tx: Tx,
  actor: Actor,
  changeId: string,
  wish: StatementsWish,
): Promise<StateResult | null> {
  const change = await lockChange(tx, actor.orgId, changeId);
  if (!change) return null;
  if (!acceptsAnswers(change.status)) {
    const message = `This change is ${STATUS_LABELS[change.status]}; nothing is stated about it any more.`;
    return { ok: false, errors: { '': [message] }, conflicts: [] };
  }
  const current = await currentStatements(tx, actor.orgId, changeId);
  const statements = wish.statements.filter((wanted) => !wanted.silent || speaks(current, wanted));
  const conflicts = statements.flatMap((wanted) => conflictOf(current, wanted) ?? []);
  if (conflicts.length > 0) return { ok: false, errors: {}, conflicts };
  if (wish.step && wish.step !== change.step) {
    const own = and(eq(changes.orgId, actor.orgId), eq(changes.id, changeId));
    await tx.update(changes).set({ step: wish.step }).where(own);
  }
  const recorded = await putStatements(tx, actor, changeId, current, statements);
  const stated = recorded.map(({ statement, before }): AuditEvent => {
    const wanted = wish.statements.find((one) => one.type === statement.type && one.key === statement.key);
    return {
      action: wish.action,
      object: changeObject(change),
      detail: {
        key: statement.key,
        question: wanted?.label ?? '',
        answer: wanted?.inWords ?? '',
        value: statement.value as Json,
        before: (before ?? null) as Json,
        source: { ...statement.source },
      },
      ...(statement.because ? { reason: statement.because } : {}),
    };
  });
  const { result, events } = await assessWithin(tx, actor, change);
  events.push(...(await reviewSignatures(tx, actor, changeId)));
  if (stated.length + events.length > 0) await record(tx, auditActor(actor), ...stated, ...events);
  return { ok: true, recorded: recorded.length, result };
}

const speaks = (current: readonly StatementRow[], wanted: WantedStatement): boolean =>
  wanted.because !== '' ||
  Object.values(wanted.source).some(Boolean) ||
  current.some((row) => row.type === wanted.type && row.key === wanted.key);

/** Somebody said something else since the form was opened: both values, so that a person can choose. */
function conflictOf(current: readonly StatementRow[], wanted: WantedStatement): Conflict | null {
  if (wanted.seen === undefined) return null;
  const present = current.find((row) => row.type === wanted.type && row.key === wanted.key);
  if (!present || present.id === wanted.seen || sameValue(present.value, wanted.value)) return null;
  return {
    key: wanted.key,
    label: wanted.label,
    theirs: valueInWords(present.type, present.key, present.value),
    yours: wanted.inWords,
    by: present.recordedByName,
    at: present.recordedAt.toISOString(),
    statementId: present.id,
  };
}
