/** Approving a change because one like it was decided for all alike. Anything that differs sends it the full route. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import { standardUses } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { type ChangeRow, changeObject, lockChange, moveChange } from '../changes/change-row.server';
import { transition } from '../changes/change-status';
import { emergencyOf } from '../emergencies/running-emergency.server';
import { refused, type SaveResult, saved } from '../save-result';
import { openRound } from '../sign-off/rounds.server';
import { presentMoment } from '../today';
import { basisOf } from './basis-of.server';
import { type StandardOnFile, standardOf, standardUsedBy } from './standard-rows.server';
import { whyNot } from './why-not.server';

/** Null when the change is not here. */
export const useStandard = (actor: Actor, changeId: string, standardId: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!can(actor, 'change:propose')) return refused('', 'Your role makes no changes under standard changes.');
    const allowed = transition(change.status, 'approve_as_standard');
    if (!allowed.ok) return refused('', allowed.message);
    const standard = await standardOf(tx, actor.orgId, standardId);
    if (!standard) return refused('standard', 'Choose one of the list.');
    const reasons = await reasonsAgainst(tx, actor, change, standard);
    if (reasons.length > 0) {
      const lines = [...reasons, 'So it takes the full route.'];
      return { ok: false, errors: { '': lines }, conflict: null };
    }
    await tx
      .insert(standardUses)
      .values({ orgId: actor.orgId, changeId, standardId, usedByName: actor.name, usedAt: presentMoment() });
    const moved = await moveChange(tx, actor, change, 'approve_as_standard');
    if (!moved.ok) throw new Error(`A standard change fitted and the change could not move: ${moved.message}`);
    const { number, basisSha256, changeId: founding } = standard.row;
    await record(tx, auditActor(actor), {
      action: 'standard.used',
      object: changeObject(change),
      detail: { standard: number, basisSha256, decidedOn: standard.changeReference, founding },
    });
    return saved(changeId);
  });

async function reasonsAgainst(tx: Tx, actor: Actor, change: ChangeRow, standard: StandardOnFile): Promise<string[]> {
  const before = await standardUsedBy(tx, actor.orgId, change.id);
  if (before) return [`This change stood under standard change ${before.row.number} and fell out of it.`];
  if (await openRound(tx, actor.orgId, change.id)) return ['A round of sign-off is open on this change.'];
  if (await emergencyOf(tx, actor.orgId, change.id)) return ['An emergency was declared on this change.'];
  const fresh = await basisOf(tx, actor, change);
  return whyNot(tx, actor, { standard, change, fresh });
}
