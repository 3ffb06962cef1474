/** Beginning to carry out what was decided. A decision is not in force before somebody says so here. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { AuditEvent, Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { changeObject, lockChange, moveChange } from '../changes/change-row.server';
import { transition } from '../changes/change-status';
import { refused, type SaveResult, saved } from '../save-result';
import { openConditions } from './conditions.server';
import { type Basis, decisionInForce } from './decision-in-force.server';

/** Null when the change is not here. What fell on the way is recorded, also where the act itself is refused. */
export const beginImplementation = (actor: Actor, changeId: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const locked = await lockChange(tx, actor.orgId, changeId);
    if (!locked) return null;
    if (!can(actor, 'change:implement')) return refused('', 'Your role does not carry changes out.');
    const allowed = transition(locked.status, 'implement');
    if (!allowed.ok) return refused('', allowed.message);
    const standing = await decisionInForce(tx, actor, changeId);
    if (!standing) return null;
    const finish = async (answer: SaveResult, ...more: AuditEvent[]) => {
      await record(tx, auditActor(actor), ...standing.events, ...more);
      return answer;
    };
    const { change, basis } = standing;
    if (!basis) return finish(refused('', standing.message));
    const first = (await openConditions(tx, actor.orgId, changeId)).filter(({ before }) => before === 'implementation');
    if (first.length > 0) {
      const lines = first.map(
        ({ number, text, ownerName, status }) =>
          `Condition ${number} is ${status === 'proved' ? 'proved, and nobody has looked at the proof' : 'not met'}: ${text} (${ownerName}).`,
      );
      return finish({ ok: false, errors: { '': lines }, conflict: null });
    }
    const moved = await moveChange(tx, actor, change, 'implement');
    if (!moved.ok) return finish(refused('', moved.message));
    return finish(saved(changeId), {
      action: 'change.implementing',
      object: changeObject(change),
      detail: basisInTrail(basis),
    });
  });

/** On what an act rests, for the record. */
export const basisInTrail = (basis: Basis): Record<string, Json> => {
  if (basis.by === 'round') return { round: basis.round.number, option: basis.round.option };
  return basis.by === 'standard' ? { standard: basis.standard.row.number } : { emergency: true };
};
