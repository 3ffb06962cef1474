/** The second person: from here on it is acted upon, and the clock runs until everybody has signed. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { emergencies, type SignatureMethod } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { checkpointNow } from '../../audit/take-checkpoint.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { confirmIdentity, type Proof } from '../../guard/step-up.server';
import { type ChangeRow, changeObject, lockChange, moveChange } from '../changes/change-row.server';
import { transition } from '../changes/change-status';
import { placeOf } from '../clocks/place.server';
import { waysToSign } from '../delegations/ways-to-sign.server';
import { refused, type SaveResult, saved } from '../save-result';
import { buildSnapshot, keepSnapshot } from '../sign-off/build-snapshot.server';
import { type NumberedPolicy, numberedPolicy } from '../sign-off/current-policy.server';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import { newRound, openRound } from '../sign-off/rounds.server';
import { presentMoment, today } from '../today';
import { penOf } from '../training/pen.server';
import { type EmergencyRow, emergencyOf } from './running-emergency.server';

/** What the proof of the second person is bound to. */
export const confirmBinds = (of: { emergencyId: string; signerId: string }): string =>
  sha256Of(canonicalText({ ...of, emergency: 1 }));

/** Null when the change is not here. Identity is confirmed before any lock is taken. */
export async function confirmEmergency(
  actor: Actor,
  changeId: string,
  emergencyId: string,
  proof: Proof,
): Promise<SaveResult | null> {
  const confirmed = await confirmIdentity(actor, proof, confirmBinds({ emergencyId, signerId: actor.userId }));
  if (!confirmed.ok) return { ...confirmed, conflict: null };
  const result = await emergencyConfirmed(actor, changeId, emergencyId, confirmed.method);
  if (result?.ok) await checkpointNow(actor.orgId);
  return result;
}

/** As `confirmEmergency`, once the identity is confirmed. Pages and API never call it by itself. */
export const emergencyConfirmed = (
  actor: Actor,
  changeId: string,
  emergencyId: string,
  method: SignatureMethod,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const emergency = await emergencyOf(tx, actor.orgId, changeId);
    const reason = emergency?.id === emergencyId ? await whyNot(tx, actor, change, emergency) : GONE;
    if (reason || !emergency) return refused('', reason || GONE);
    await act(tx, actor, change, emergency, method);
    return saved(changeId);
  });

const GONE = 'This emergency does not stand any more. Reload the page.';

async function whyNot(tx: Tx, actor: Actor, change: ChangeRow, emergency: EmergencyRow): Promise<string> {
  if (emergency.confirmedAt) return `${emergency.confirmedByName} has confirmed it already.`;
  if (emergency.declaredBy === actor.userId)
    return 'You declared it; somebody else has to confirm that it cannot wait.';
  const allowed = transition(change.status, 'act_now');
  if (!allowed.ok) return allowed.message;
  const ways = await waysToSign(tx, actor, today());
  if (ways.length === 0) return 'Your role signs no changes, so it confirms no emergency.';
  const pen = await penOf(tx, actor);
  return pen.ok ? '' : pen.message;
}

/** The round in which everybody signs afterwards; one that is open already goes on. */
async function roundFor(tx: Tx, actor: Actor, change: ChangeRow, policy: NumberedPolicy): Promise<number> {
  const open = await openRound(tx, actor.orgId, change.id);
  if (open) return open.number;
  const round = await newRound(tx, actor, {
    ...{ changeId: change.id, purpose: 'retrospective', option: 'as_proposed', policyNumber: policy.number },
    note: 'Acted upon at once, signed afterwards.',
  });
  return round.number;
}

async function act(tx: Tx, actor: Actor, change: ChangeRow, emergency: EmergencyRow, method: SignatureMethod) {
  const policy = await numberedPolicy(tx, actor.orgId);
  const confirmedAt = presentMoment();
  const signBy = new Date(confirmedAt.getTime() + policy.policy.emergency_hours * 3_600_000);
  // What was known when the two of them decided not to wait.
  const snapshot = await keepSnapshot(tx, actor, change.id, await buildSnapshot(tx, actor, change));
  await tx
    .update(emergencies)
    .set({ confirmedAt, signBy, confirmedBy: actor.userId, confirmedByName: actor.name })
    .where(and(eq(emergencies.orgId, actor.orgId), eq(emergencies.id, emergency.id), isNull(emergencies.confirmedAt)));
  const round = await roundFor(tx, actor, change, policy);
  const moved = await moveChange(tx, actor, change, 'act_now');
  if (!moved.ok) throw new Error(`An emergency was confirmed and its change could not move: ${moved.message}`);
  const { timeZone } = await placeOf(tx, actor.orgId);
  const object = changeObject(change);
  await record(
    tx,
    auditActor(actor),
    {
      action: 'emergency.confirmed',
      object,
      detail: {
        ...{ declaredBy: emergency.declaredByName, signBy: signBy.toISOString(), hours: policy.policy.emergency_hours },
        ...{ policy: policy.number, round, method, snapshotSha256: snapshot.sha256, zone: timeZone },
      },
      reason: emergency.reason,
    },
    { action: 'change.implementing', object, detail: { emergency: true, from: change.status } },
  );
}
