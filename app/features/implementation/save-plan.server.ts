/** Writing how a change is made and taken back. Two people at once: the second is told and loses nothing. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { changePlans } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { conflictOver } from '../conflict.server';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { presentMoment } from '../today';
import { NO_PLAN, PLAN_FIELDS, type PlanForm } from './plan-form';
import { planRow } from './plan-rows.server';

/** Null when the change is not there. */
export const savePlan = (actor: Actor, changeId: string, { version: based, ...values }: PlanForm) =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    // The lock on the change makes two first writers wait for each other.
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: its plan stays as it is.`);
    }
    const row = await planRow(tx, actor.orgId, changeId);
    const changed = fieldChanges(PLAN_FIELDS, row ?? NO_PLAN, values);
    if (row && based !== row.version) {
      const conflict = await conflictOver(tx, row, changed);
      if (conflict) return conflict;
    }
    if (changed.length === 0) return saved(changeId);
    const version = (row?.version ?? 0) + 1;
    const columns = { ...values, version, updatedAt: presentMoment(), updatedBy: actor.userId };
    if (row) {
      await tx
        .update(changePlans)
        .set(columns)
        .where(and(eq(changePlans.orgId, actor.orgId), eq(changePlans.id, row.id)));
    } else {
      await tx.insert(changePlans).values({ orgId: actor.orgId, changeId, ...columns, createdBy: actor.userId });
    }
    const fallen = await reviewSignatures(tx, actor, changeId);
    const detail = { version, changed: changed.map((one) => ({ ...one })) };
    await record(tx, auditActor(actor), { action: 'plan.saved', object: changeObject(change), detail }, ...fallen);
    return saved(changeId);
  });
