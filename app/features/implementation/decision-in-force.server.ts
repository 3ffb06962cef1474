/** On what a change rests while it is carried out: a decision, a standard change, or an emergency that two people confirmed. */
import type { Tx } from '../../../db/client.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { dateInWords } from '../../ui/time';
import { type ChangeRow, changeObject, lockChange, moveChange } from '../changes/change-row.server';
import { type EmergencyRow, runningEmergency } from '../emergencies/running-emergency.server';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { approvedRound, type RoundRow } from '../sign-off/rounds.server';
import { basisOf } from '../standard-changes/basis-of.server';
import { type StandardOnFile, standardUsedBy } from '../standard-changes/standard-rows.server';
import { whyNot } from '../standard-changes/why-not.server';
import { today } from '../today';

export type Basis =
  | { by: 'round'; round: RoundRow }
  | { by: 'standard'; standard: StandardOnFile }
  | { by: 'emergency'; emergency: EmergencyRow };

export interface Standing {
  /** As it is after what fell has fallen. */
  change: ChangeRow;
  basis: Basis | null;
  /** Why nothing is in force; empty when something is. */
  message: string;
  /** What fell meanwhile: the caller records it, whatever becomes of its own act. */
  events: AuditEvent[];
}

/**
 * Asked at every gate after the decision. Signatures are held against what is known now, the last day against today, a
 * standard change against its basis; what no longer holds falls here, and the change goes back to be put forward again.
 * Null when the change is not here. The change stays locked.
 */
export async function decisionInForce(tx: Tx, actor: Actor, changeId: string): Promise<Standing | null> {
  const events = await reviewSignatures(tx, actor, changeId);
  const change = await lockChange(tx, actor.orgId, changeId);
  if (!change) return null;
  const none = (message: string, more: AuditEvent[] = [], moved = change): Standing => ({
    ...{ change: moved, basis: null, message, events: [...events, ...more] },
  });
  const lapsed = events.find(({ action }) => action === 'change.lapsed');
  if (lapsed) return none(`The signatures have fallen: ${lapsed.reason ?? ''}. It has to be put forward again.`);
  const round = await approvedRound(tx, actor.orgId, changeId);
  if (round) {
    if (round.expiresOn !== null && round.expiresOn < today()) {
      return none(`The approval was good until ${dateInWords(round.expiresOn)}. It has expired and is not good again.`);
    }
    return { change, basis: { by: 'round', round }, message: '', events };
  }
  const standard = await standardUsedBy(tx, actor.orgId, changeId);
  if (standard) return underStandard(tx, actor, { change, standard, events });
  const emergency = await runningEmergency(tx, actor.orgId, changeId);
  if (emergency?.confirmedAt) return { change, basis: { by: 'emergency', emergency }, message: '', events };
  return none('No decision stands on this change.');
}

const CARRIED = ['approved', 'in_implementation', 'verifying'];

/** A standard change that no longer fits is no decision: the change takes the full route. */
async function underStandard(
  tx: Tx,
  actor: Actor,
  at: { change: ChangeRow; standard: StandardOnFile; events: AuditEvent[] },
): Promise<Standing> {
  const { change, standard, events } = at;
  const fresh = await basisOf(tx, actor, change);
  const reasons = await whyNot(tx, actor, { standard, change, fresh });
  if (reasons.length === 0) return { change, basis: { by: 'standard', standard }, message: '', events };
  const reason = `Standard change ${standard.row.number} does not cover it any more. ${reasons.join(' ')}`;
  if (!CARRIED.includes(change.status)) return { change, basis: null, message: reason, events };
  const moved = await moveChange(tx, actor, change, 'lapse');
  if (!moved.ok) return { change, basis: null, message: moved.message, events };
  const event: AuditEvent = {
    action: 'change.lapsed',
    object: changeObject(change),
    detail: { standard: standard.row.number, from: change.status },
    reason,
  };
  return {
    ...{ change: moved.change, basis: null, events: [...events, event] },
    message: `${reason} It goes back and takes the full route.`,
  };
}
