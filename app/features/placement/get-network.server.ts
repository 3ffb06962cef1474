/** The communication matrix of a model, as its pages show it. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { unsaidOf } from './check-rules';
import { type FlowView, flowsOf, MOST_IN_MATRIX } from './flow-rows.server';
import { type LeastRules, leastRules } from './least-rules';

export interface NetworkPage {
  model: ModelHeader;
  flows: FlowView[];
  least: LeastRules;
  /** Flows of which protocol, ports or network are not said. */
  unsaid: number;
  /** Nobody said whether patients hang on them. */
  weightUnsaid: number;
  /** The matrix is longer than what is shown. */
  more: boolean;
  mayEdit: boolean;
  mayAsk: boolean;
}

/** Null when the organisation has no such model. */
export const getNetwork = (actor: Actor, modelId: string): Promise<NetworkPage | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    if (!model) return null;
    const flows = await flowsOf(tx, actor.orgId, modelId);
    return {
      model,
      flows,
      least: leastRules(flows),
      unsaid: flows.filter((flow) => unsaidOf(flow).length > 0).length,
      weightUnsaid: flows.filter(({ clinical }) => clinical === null).length,
      more: flows.length === MOST_IN_MATRIX,
      mayEdit: can(actor, 'device:write') && !model.retiredAt,
      mayAsk: can(actor, 'document:draft'),
    };
  });

/** One flow with its model, for the form; null when there is no such flow. */
export const getFlow = (
  actor: Actor,
  modelId: string,
  flowId: string,
): Promise<{ model: ModelHeader; flow: FlowView } | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    const flow = model && (await flowsOf(tx, actor.orgId, modelId)).find(({ id }) => id === flowId);
    return model && flow ? { model, flow } : null;
  });
