/** What a decision does to its round, its change and an emergency that waited for it. */
import type { Tx } from '../../../db/client.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { rankOf } from '../../regulation/tiers';
import { type ChangeRow, changeObject, moveChange } from '../changes/change-row.server';
import type { Move } from '../changes/change-status';
import { regularise, runningEmergency } from '../emergencies/running-emergency.server';
import { presentMoment, today } from '../today';
import type { KeptSnapshot } from './build-snapshot.server';
import type { NumberedPolicy } from './current-policy.server';
import type { Decision } from './decide';
import { endRound, type RoundRow } from './rounds.server';
import type { RouteInput } from './route';
import { SLOT_LABELS } from './slots';

export interface Decided {
  change: ChangeRow;
  round: RoundRow;
  decision: Decision;
  snapshot: KeptSnapshot;
  input: RouteInput;
  policy: NumberedPolicy;
}

/** The last day of an approval that is given today. */
export function expiryOf({ policy }: NumberedPolicy, { worstTier }: RouteInput, from: string): string {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + policy.approval_days[worstTier]);
  return day.toISOString().slice(0, 10);
}

/** Carries a decision out inside the signer's transaction. @returns what the record is to say of it */
export async function followDecision(tx: Tx, by: Actor, decided: Decided): Promise<AuditEvent[]> {
  const { change, round, decision, snapshot, input, policy } = decided;
  if (decision.state === 'waiting') return [];
  const object = changeObject(change);
  const emergency = await runningEmergency(tx, by.orgId, change.id);
  if (decision.state === 'rejected') {
    const reason = `Rejected by ${SLOT_LABELS[decision.by]}`;
    await endRound(tx, round, { status: 'rejected', reason });
    // Somebody acted already: what was rejected afterwards has to be taken back.
    await mustMove(tx, by, change, emergency ? 'revoke' : 'reject');
    return [
      {
        action: 'change.rejected',
        object,
        detail: { round: round.number, by: SLOT_LABELS[decision.by], purpose: round.purpose },
      },
    ];
  }
  const expiresOn = expiryOf(policy, input, today());
  await endRound(tx, round, { status: 'approved', snapshotId: snapshot.id, expiresOn });
  const events: AuditEvent[] = [
    {
      action: 'change.approved',
      object,
      detail: {
        round: round.number,
        option: round.option,
        withConditions: decision.withConditions,
        snapshotSha256: snapshot.sha256,
        expiresOn,
        policy: policy.number,
        worstTier: rankOf(input.worstTier) > 0 ? input.worstTier : 'none',
      },
    },
  ];
  if (emergency) {
    const { inTime } = await regularise(tx, emergency, round.id, presentMoment());
    return [...events, { action: 'emergency.regularised', object, detail: { round: round.number, inTime } }];
  }
  await mustMove(tx, by, change, 'approve');
  return events;
}

async function mustMove(tx: Tx, by: Actor, change: ChangeRow, move: Move): Promise<void> {
  const moved = await moveChange(tx, by, change, move);
  if (!moved.ok) throw new Error(`A decision was signed and its change could not move: ${moved.message}`);
}
