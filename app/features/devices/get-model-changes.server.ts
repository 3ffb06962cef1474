/** The changes proposed for a model. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ChangeList, listChanges } from '../changes/list-changes.server';
import { type ModelHeader, modelHeader } from './model-header.server';

export interface ModelChanges {
  model: ModelHeader;
  changes: ChangeList;
  mayPropose: boolean;
}

/** A page of a model's changes, as the address asks for it; null when the organisation has no such model. */
export async function getModelChanges(
  actor: Actor,
  modelId: string,
  search: URLSearchParams,
): Promise<ModelChanges | null> {
  const model = await inOrganisation(actor, (tx) => modelHeader(tx, actor.orgId, modelId));
  if (!model) return null;
  const narrowed = new URLSearchParams(search);
  narrowed.set('model', modelId);
  const changes = await listChanges(actor, narrowed);
  return { model, changes, mayPropose: can(actor, 'change:propose') && !model.retiredAt };
}
