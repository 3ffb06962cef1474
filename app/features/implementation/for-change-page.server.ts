/** What the page of a change shows of carrying it out and of an emergency. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { readChange } from '../changes/change-row.server';
import { type EmergencyView, emergencyForBanner } from '../emergencies/emergency-view.server';
import { type CarryOutSummary, carryOutSummary } from './carry-out-summary.server';

/** Null when the change is not here. */
export const carryingOutOf = (
  actor: Actor,
  changeId: string,
): Promise<{ emergency: EmergencyView | null; carryOut: CarryOutSummary | null } | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    return {
      emergency: await emergencyForBanner(tx, actor.orgId, change),
      carryOut: await carryOutSummary(tx, actor.orgId, change),
    };
  });
