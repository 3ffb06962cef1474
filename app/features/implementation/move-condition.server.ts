/** What every act on a condition has in common: the change is there and decided, and nobody was quicker. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changeConditions } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Action, Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { STATUS_LABELS } from '../changes/change-status';
import { refused, type SaveResult, saved } from '../save-result';
import { type ConditionRow, conditionDetail, conditionRow } from './condition-row.server';
import { provesConditions } from './condition-states';

/** What is to be written, or why not: a field and a sentence. */
export type Step =
  | { set: Partial<ConditionRow>; action: Action; detail?: Record<string, Json>; reason?: string }
  | { refuse: readonly [field: string, message: string] };

/** Null when the change has no such condition here. */
export const moveCondition = (
  actor: Actor,
  changeId: string,
  { condition: id, version }: { condition: string; version: number },
  step: (tx: Tx, condition: ConditionRow) => Promise<Step>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    const condition = change && (await conditionRow(tx, actor.orgId, changeId, id));
    if (!change || !condition) return null;
    if (!provesConditions(change.status)) {
      return refused(
        '',
        `This change is ${STATUS_LABELS[change.status]}: conditions are met while an approval stands.`,
      );
    }
    if (condition.version !== version) {
      return refused('', 'Somebody did something about this condition meanwhile. Look at it again below.');
    }
    const next = await step(tx, condition);
    if ('refuse' in next) return refused(...next.refuse);
    await tx
      .update(changeConditions)
      .set({ ...next.set, version: version + 1 })
      .where(and(eq(changeConditions.orgId, actor.orgId), eq(changeConditions.id, id)));
    await record(tx, auditActor(actor), {
      action: next.action,
      object: changeObject(change),
      detail: { ...conditionDetail(condition), ...next.detail },
      ...(next.reason ? { reason: next.reason } : {}),
    });
    return saved(id);
  });
