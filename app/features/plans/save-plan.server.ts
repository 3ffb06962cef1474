/** Drawing up a plan and changing it. Two editors: the second is told, sees both and loses nothing. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { optionPlans } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { optionsFor } from '../../regulation/compare';
import { buildDossier } from '../changes/build-dossier.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { conflictOver } from '../conflict.server';
import { lockModel, modelObject } from '../devices/model-row.server';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { presentMoment } from '../today';
import { NO_PLAN, PLAN_FIELDS, type PlanInput } from './plan-form';
import { type PlanRow, planOfChangeRow, planRow } from './plan-rows.server';

/** Saves the plan of a change, which has one or none. Null when the change is not here. */
export const savePlanOfChange = (actor: Actor, changeId: string, input: PlanInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    // The lock on the change lets two first writers wait for each other.
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: its plan is no longer edited.`);
    }
    const { dossier } = await buildDossier(tx, actor, change);
    const strange = input.steps.findIndex(({ option }) => !optionsFor(dossier).some((one) => one === option));
    if (strange >= 0) return refused(`option_${strange + 1}`, 'This change has no such option. Choose another.');
    const row = await planOfChangeRow(tx, actor.orgId, changeId);
    return save(tx, actor, { row, modelId: change.modelId, changeId, object: changeObject(change) }, input);
  });

/**
 * Saves a sketch for a model; `planId` null draws up a new one. Null when model or plan are not here. What a change
 * carries is edited on that change, because its signatures hang on it.
 */
export const saveSketch = (
  actor: Actor,
  modelId: string,
  planId: string | null,
  input: PlanInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    const row = planId === null ? null : await planRow(tx, actor.orgId, modelId, planId);
    if (planId !== null && !row) return null;
    if (row?.changeId) return refused('', 'This plan belongs to a change. Edit it on the page of that change.');
    if (model.retiredAt) return refused('', 'This model is retired. Restore it before you plan for it.');
    const strange = input.steps.findIndex(({ option }) => option === 'as_proposed');
    if (strange >= 0) return refused(`option_${strange + 1}`, 'Nothing is proposed here. Choose another.');
    return save(tx, actor, { row, modelId, changeId: null, object: modelObject(modelId, model.values) }, input);
  });

interface Target {
  row: PlanRow | null;
  modelId: string;
  changeId: string | null;
  object: AuditEvent['object'];
}

async function save(tx: Tx, actor: Actor, target: Target, input: PlanInput): Promise<SaveResult> {
  const { row, modelId, changeId, object } = target;
  const { title, note, steps } = input;
  const changed = fieldChanges(PLAN_FIELDS, row ?? NO_PLAN, input);
  if (row && input.version !== row.version) {
    const conflict = await conflictOver(tx, row, changed);
    if (conflict) return conflict;
  }
  if (row && changed.length === 0) return saved(row.id);
  const version = (row?.version ?? 0) + 1;
  const id = row ? row.id : await insert(tx, actor, { modelId, changeId, title, note, steps });
  if (row) {
    await tx
      .update(optionPlans)
      .set({ title, note, steps, version, updatedAt: presentMoment(), updatedBy: actor.userId })
      .where(and(eq(optionPlans.orgId, actor.orgId), eq(optionPlans.id, row.id)));
  }
  const fallen = changeId ? await reviewSignatures(tx, actor, changeId) : [];
  await record(tx, auditActor(actor), ...fallen, {
    action: row ? 'plan.changed' : 'plan.drawn',
    object,
    detail: { plan: id, title, version, changed: changed.map((one) => ({ ...one })) },
  });
  return saved(id);
}

type NewPlan = Pick<PlanRow, 'modelId' | 'changeId' | 'title' | 'note' | 'steps'>;

async function insert(tx: Tx, actor: Actor, plan: NewPlan): Promise<string> {
  const [row] = await tx
    .insert(optionPlans)
    .values({ orgId: actor.orgId, ...plan, createdBy: actor.userId, updatedBy: actor.userId })
    .returning({ id: optionPlans.id });
  if (!row) throw new Error('The plan was not stored');
  return row.id;
}

/** Takes a plan away; the row stays, and what was signed with it says so. Null when it is not here. */
export const removePlanOfChange = (actor: Actor, changeId: string, version: number): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, changeId);
    const row = change && (await planOfChangeRow(tx, actor.orgId, changeId));
    if (!change || !row) return null;
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: its plan is no longer edited.`);
    }
    if (row.version !== version) return refused('', 'Somebody has changed this plan meanwhile. Look at it again.');
    await retire(tx, actor, row);
    const fallen = await reviewSignatures(tx, actor, changeId);
    const detail = { plan: row.id, title: row.title, version: row.version + 1, removed: true };
    await record(tx, auditActor(actor), ...fallen, { action: 'plan.changed', object: changeObject(change), detail });
    return saved(row.id);
  });

const retire = (tx: Tx, actor: Actor, row: PlanRow) => {
  const now = presentMoment();
  return tx
    .update(optionPlans)
    .set({ retiredAt: now, version: row.version + 1, updatedAt: now, updatedBy: actor.userId })
    .where(and(eq(optionPlans.orgId, actor.orgId), eq(optionPlans.id, row.id)));
};
