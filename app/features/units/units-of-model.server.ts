/** The units of one model, with the model's head. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { listUnitsWithin, type UnitsList } from './list-units.server';

/** A page of a model's units, as the address asks for it; null when the organisation has no such model. */
export const unitsOfModel = (
  actor: Actor,
  modelId: string,
  search: URLSearchParams,
): Promise<{ model: ModelHeader; list: UnitsList } | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    return model && { model, list: await listUnitsWithin(tx, actor, search, modelId) };
  });
