/** Every unit has an outcome: somebody else may look at it now. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { changeObject, lockChange, moveChange } from '../changes/change-row.server';
import { transition } from '../changes/change-status';
import { refused, type SaveResult, saved } from '../save-result';
import { basisInTrail } from './begin-implementation.server';
import { decisionInForce } from './decision-in-force.server';
import { progressInWords } from './outcomes';
import { progressOf } from './unit-records.server';

/** Null when the change is not here. Refused while a unit has no outcome, or when nothing is in force any more. */
export const putToVerification = (actor: Actor, changeId: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const locked = await lockChange(tx, actor.orgId, changeId);
    if (!locked) return null;
    if (!can(actor, 'change:implement')) return refused('', 'Your role does not carry changes out.');
    const allowed = transition(locked.status, 'verify');
    if (!allowed.ok) return refused('', allowed.message);
    const standing = await decisionInForce(tx, actor, changeId);
    if (!standing) return null;
    const finish = async (answer: SaveResult, ...more: AuditEvent[]) => {
      await record(tx, auditActor(actor), ...standing.events, ...more);
      return answer;
    };
    if (!standing.basis) return finish(refused('', standing.message));
    const progress = await progressOf(tx, actor.orgId, changeId);
    if (progress.unrecorded > 0) {
      const left = `${progress.unrecorded} ${progress.unrecorded === 1 ? 'unit has' : 'units have'}`;
      return finish(refused('', `${left} no record yet. Say of each what was done, or why it was not.`));
    }
    const moved = await moveChange(tx, actor, standing.change, 'verify');
    if (!moved.ok) return finish(refused('', moved.message));
    return finish(saved(changeId), {
      action: 'change.verifying',
      object: changeObject(moved.change),
      detail: { ...basisInTrail(standing.basis), progress: progressInWords(progress) },
    });
  });
