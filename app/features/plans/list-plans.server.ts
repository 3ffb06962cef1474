/** The plans on a model: those that changes carry, and sketches. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { changes, optionPlans } from '../../../db/schema/index.server';
import type { PlanStep } from '../../../db/schema/placement.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { isChangeStatus, STATUS_LABELS } from '../changes/change-status';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { stepInWords } from './plan-form';

export interface ListedPlan {
  id: string;
  title: string;
  steps: string[];
  change: { id: string; reference: string; statusLabel: string } | null;
  updatedAt: string;
}

export interface PlansOfModel {
  model: ModelHeader;
  plans: ListedPlan[];
  mayDraw: boolean;
}

const MOST_LISTED = 100;

/** The latest first; null when the organisation has no such model. */
export const plansOfModel = (actor: Actor, modelId: string): Promise<PlansOfModel | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    if (!model) return null;
    const rows = await tx
      .select({
        id: optionPlans.id,
        title: sql<string>`left(${optionPlans.title}, 200)`,
        steps: sql<PlanStep[]>`${optionPlans.steps}`,
        updatedAt: optionPlans.updatedAt,
        changeId: optionPlans.changeId,
        reference: changes.reference,
        status: changes.status,
      })
      .from(optionPlans)
      .leftJoin(changes, and(eq(changes.orgId, optionPlans.orgId), eq(changes.id, optionPlans.changeId)))
      .where(and(eq(optionPlans.orgId, actor.orgId), eq(optionPlans.modelId, modelId), isNull(optionPlans.retiredAt)))
      .orderBy(desc(optionPlans.createdAt), desc(optionPlans.id))
      .limit(MOST_LISTED);
    return {
      model,
      plans: rows.map(({ id, title, steps, updatedAt, changeId, reference, status }) => ({
        id,
        title,
        steps: steps.map(stepInWords),
        updatedAt: updatedAt.toISOString(),
        change:
          changeId && reference
            ? { id: changeId, reference, statusLabel: isChangeStatus(status) ? STATUS_LABELS[status] : String(status) }
            : null,
      })),
      mayDraw: can(actor, 'option:write') && !model.retiredAt,
    };
  });
