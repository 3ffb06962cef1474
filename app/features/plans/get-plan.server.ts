/** One plan for its page: of a change, or a sketch for a model. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { compare, optionsFor } from '../../regulation/compare';
import { MEASURE_IDS } from '../../regulation/options/measures';
import type { OptionId } from '../../regulation/options/option-result';
import type { ChangeBrief } from '../changes/change-brief.server';
import { type ChangeRow, readChange } from '../changes/change-row.server';
import { acceptsAnswers, isSigned, STATUS_LABELS } from '../changes/change-status';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { optionLabel } from '../options/option-words';
import { today } from '../today';
import { landmarksOf, type PlanSubject } from './landmarks.server';
import { NO_PLAN, planFieldsShown } from './plan-form';
import { type PlanRow, planOfChangeRow, planRow } from './plan-rows.server';
import { groundOfChange, groundOfModel, type PlanGround } from './plan-threat.server';
import { optionsToJudge, type PlanView, planView } from './plan-view';

interface EditablePlan {
  /** Null while nobody has drawn one up. */
  plan: PlanView | null;
  version: number;
  fields: Record<string, string>;
  choices: { value: string; label: string }[];
  mayEdit: boolean;
}

export interface PlanOfChange extends EditablePlan {
  change: ChangeBrief;
  /** Signatures stand on this change: editing voids those that cover the plan. */
  signed: boolean;
}

export interface PlanOfModel extends EditablePlan {
  model: ModelHeader;
  planId: string | null;
  /** The change that carries it; it is edited there. */
  change: { id: string; reference: string } | null;
}

const choicesOf = (options: readonly OptionId[]) => options.map((value) => ({ value, label: optionLabel(value) }));

/** The view of a plan, judged today. */
export async function viewOfPlan(tx: Tx, orgId: string, row: PlanRow, ground: PlanGround): Promise<PlanView> {
  const day = today();
  const subject: PlanSubject = { modelId: row.modelId, changeId: row.changeId };
  return planView({
    plan: row,
    today: day,
    landmarks: await landmarksOf(tx, orgId, subject, day),
    comparison: compare(ground.dossier, optionsToJudge(row.steps).map(ground.inputOf)),
    cves: ground.cves,
  });
}

/** The plan of a change, or an empty form for one. Null when the change is not here. */
export const planOfChange = (actor: Actor, changeId: string): Promise<PlanOfChange | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const row = await planOfChangeRow(tx, actor.orgId, changeId);
    const ground = await groundOfChange(tx, actor, change);
    const { id, reference, title, status } = change;
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      plan: row && (await viewOfPlan(tx, actor.orgId, row, ground)),
      version: row?.version ?? 0,
      fields: planFieldsShown(row ?? NO_PLAN),
      choices: choicesOf(optionsFor(ground.dossier)),
      mayEdit: can(actor, 'option:write') && acceptsAnswers(status),
      signed: isSigned(status),
    };
  });

/** The plan of a change for the page of that change; null when it carries none. */
export async function planSummary(tx: Tx, actor: Actor, change: ChangeRow): Promise<PlanView | null> {
  const row = await planOfChangeRow(tx, actor.orgId, change.id);
  return row && viewOfPlan(tx, actor.orgId, row, await groundOfChange(tx, actor, change));
}

/** A plan on a model, or an empty form (`planId` null). Null when model or plan are not here. */
export const planOfModel = (actor: Actor, modelId: string, planId: string | null): Promise<PlanOfModel | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    const row = planId === null ? null : await planRow(tx, actor.orgId, modelId, planId);
    if (!model || (planId !== null && !row)) return null;
    const change = row?.changeId ? await readChange(tx, actor.orgId, row.changeId) : null;
    const ground = change ? await groundOfChange(tx, actor, change) : await groundOfModel(tx, actor, modelId, today());
    if (!ground) return null;
    return {
      model,
      planId,
      change: change && { id: change.id, reference: change.reference },
      plan: row && (await viewOfPlan(tx, actor.orgId, row, ground)),
      version: row?.version ?? 0,
      fields: planFieldsShown(row ?? NO_PLAN),
      choices: choicesOf([...MEASURE_IDS]),
      mayEdit: can(actor, 'option:write') && !model.retiredAt && change === null,
    };
  });
