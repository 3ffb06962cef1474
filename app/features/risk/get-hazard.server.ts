/** One hazard for its form, or an empty one for a new hazard. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type ChangeBrief, changeBrief } from '../changes/change-brief.server';
import { hazardFields, NO_HAZARD } from './hazard-form';
import { readHazard } from './save-hazard.server';

export interface HazardPage {
  change: ChangeBrief;
  /** Null: a new one. */
  number: number | null;
  version: number;
  fields: Record<string, string>;
}

/** Null when the change or the hazard does not exist in the actor's organisation. */
export const getHazard = (actor: Actor, changeId: string, hazardId: string | null): Promise<HazardPage | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await changeBrief(tx, actor.orgId, changeId);
    if (!change) return null;
    if (hazardId === null) return { change, number: null, version: 0, fields: hazardFields(NO_HAZARD) };
    const row = await readHazard(tx, actor.orgId, changeId, hazardId);
    return row && { change, number: row.number, version: row.version, fields: hazardFields(row) };
  });
