/** The changes proposed for a model. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { Cumulative } from '../changes/cumulative';
import { cumulativeChange } from '../changes/cumulative.server';
import { type ChangeList, listChanges } from '../changes/list-changes.server';
import { type ModelHeader, modelHeader } from './model-header.server';

export interface ModelChanges {
  model: ModelHeader;
  changes: ChangeList;
  mayPropose: boolean;
  cumulative: Cumulative;
  maySetThreshold: boolean;
}

/** A page of a model's changes, as the address asks for it; null when the organisation has no such model. */
export async function getModelChanges(
  actor: Actor,
  modelId: string,
  search: URLSearchParams,
): Promise<ModelChanges | null> {
  const found = await inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    return model && { model, cumulative: await cumulativeChange(tx, actor.orgId, modelId) };
  });
  if (!found) return null;
  const { model, cumulative } = found;
  const narrowed = new URLSearchParams(search);
  narrowed.set('model', modelId);
  const changes = await listChanges(actor, narrowed);
  return {
    model,
    changes,
    mayPropose: can(actor, 'change:propose') && !model.retiredAt,
    cumulative,
    maySetThreshold: can(actor, 'certification:write') && !model.retiredAt,
  };
}
