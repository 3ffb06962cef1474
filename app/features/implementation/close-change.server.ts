/** Somebody who made nothing of it holds what was done against the plan, signs, and the change is closed. */
import { and, count, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { type SignatureMethod, verifications } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import { checkpointNow } from '../../audit/take-checkpoint.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { confirmIdentity, type Proof } from '../../guard/step-up.server';
import { type ChangeRow, changeObject, lockChange, moveChange } from '../changes/change-row.server';
import { transition } from '../changes/change-status';
import { type WayToSign, waysToSign } from '../delegations/ways-to-sign.server';
import { refused, type SaveResult, saved } from '../save-result';
import { type BuiltSnapshot, buildSnapshot, keepSnapshot } from '../sign-off/build-snapshot.server';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import { writeSignature } from '../sign-off/write-signature.server';
import { presentMoment, today } from '../today';
import { penOf } from '../training/pen.server';
import { basisInTrail } from './begin-implementation.server';
import type { CloseInput } from './close-form';
import { planDifferenceInWords } from './compare';
import { type Comparison, compareWithPlan } from './comparison.server';
import { type Basis, decisionInForce } from './decision-in-force.server';
import { roundOfClosing } from './round-of-closing.server';
import { VERIFICATION_LABELS } from './verification-outcomes';
import { whyNotClose } from './why-not-close.server';

/** What the proof of the closing signature is bound to. */
export const closeBinds = (of: { changeId: string; signerId: string; snapshot: string; done: string }): string =>
  sha256Of(canonicalText({ ...of, close: 1 }));

const MOVED = 'What you would sign has changed since you opened the page. Nothing was signed. Read it again.';

/** Null when the change is not here. Identity is confirmed before any lock is taken; failed verifications sign nothing. */
export async function closeChange(
  actor: Actor,
  changeId: string,
  input: CloseInput,
  proof: Proof,
): Promise<SaveResult | null> {
  const { snapshot, done, outcome } = input;
  let method: SignatureMethod | null = null;
  if (outcome !== 'failed') {
    const confirmed = await confirmIdentity(
      actor,
      proof,
      closeBinds({ changeId, signerId: actor.userId, snapshot, done }),
    );
    if (!confirmed.ok) return { ...confirmed, conflict: null };
    method = confirmed.method;
  }
  const result = await closeConfirmed(actor, changeId, input, method);
  // After the commit: what was acknowledged is under a checkpoint before anybody could cut it off.
  if (result?.ok && method) await checkpointNow(actor.orgId);
  return result;
}

/** As `closeChange`, once the identity is confirmed; no method: what failed is not signed. Pages never call it by itself. */
export const closeConfirmed = (
  actor: Actor,
  changeId: string,
  input: CloseInput,
  method: SignatureMethod | null,
): Promise<SaveResult | null> => inOrganisation(actor, (tx) => verifyWithin(tx, actor, { changeId, input, method }));

async function verifyWithin(
  tx: Tx,
  actor: Actor,
  { changeId, input, method }: { changeId: string; input: CloseInput; method: SignatureMethod | null },
): Promise<SaveResult | null> {
  const locked = await lockChange(tx, actor.orgId, changeId);
  if (!locked) return null;
  const allowed = transition(locked.status, 'close');
  if (!allowed.ok) return refused('', allowed.message);
  const standing = await decisionInForce(tx, actor, changeId);
  if (!standing) return null;
  const finish = async (answer: SaveResult, ...more: AuditEvent[]) => {
    await record(tx, auditActor(actor), ...standing.events, ...more);
    return answer;
  };
  const { change, basis } = standing;
  if (!basis) return finish(refused('', standing.message));
  const [way] = await waysToSign(tx, actor, today());
  if (!way || !can({ role: way.role }, 'change:sign')) return finish(refused('', 'Your role verifies no changes.'));
  const pen = method ? await penOf(tx, actor) : { ok: true as const };
  if (!pen.ok) return finish(refused('', pen.message));
  const comparison = await compareWithPlan(tx, actor.orgId, change);
  const present = await buildSnapshot(tx, actor, change);
  if (comparison.sha256 !== input.done || (method && present.sha256 !== input.snapshot))
    return finish(refused('', MOVED));
  const asked = await whyNotClose(tx, actor, { change, basis, comparison, input });
  if (asked.reasons.length > 0) return finish({ ok: false, errors: { '': asked.reasons }, conflict: null });
  if (!method) return finish(saved(changeId), await sendBack(tx, actor, change, comparison, input));
  const signed = { change, basis, comparison, input, method, present, way, exception: asked.exception };
  return finish(saved(changeId), ...(await signAndClose(tx, actor, signed)));
}

interface Verified {
  change: ChangeRow;
  comparison: Comparison;
  input: CloseInput;
}

/** Keeps what was found. @returns what the record is to say of it */
async function keep(tx: Tx, actor: Actor, of: Verified, signatureId: string | null): Promise<AuditEvent> {
  const { change, comparison, input } = of;
  const own = and(eq(verifications.orgId, actor.orgId), eq(verifications.changeId, change.id));
  const [before] = await tx.select({ n: count() }).from(verifications).where(own);
  const number = (before?.n ?? 0) + 1;
  const lines = comparison.differences.map(planDifferenceInWords);
  await tx.insert(verifications).values({
    ...{ orgId: actor.orgId, changeId: change.id, number, outcome: input.outcome, signatureId },
    comparison: [input.words, ...lines].filter(Boolean).join('\n'),
    ...{ verifiedBy: actor.userId, verifiedByName: actor.name, verifiedAt: presentMoment() },
  });
  return {
    action: 'verification.recorded',
    object: changeObject(change),
    detail: {
      ...{ number, outcome: input.outcome, doneSha256: comparison.sha256 },
      ...{ differences: lines.slice(0, 50), signature: signatureId },
    },
    ...(input.words ? { reason: input.words } : {}),
  };
}

async function sendBack(tx: Tx, actor: Actor, change: ChangeRow, comparison: Comparison, input: CloseInput) {
  const event = await keep(tx, actor, { change, comparison, input }, null);
  await mustMove(tx, actor, change, 'do_again');
  return event;
}

async function mustMove(tx: Tx, actor: Actor, change: ChangeRow, move: 'close' | 'do_again'): Promise<void> {
  const moved = await moveChange(tx, actor, change, move);
  if (!moved.ok) throw new Error(`A change that was verified could not move: ${moved.message}`);
}

async function signAndClose(
  tx: Tx,
  actor: Actor,
  of: Verified & {
    basis: Basis;
    method: SignatureMethod;
    present: BuiltSnapshot;
    way: WayToSign;
    exception: { id: string; number: number } | null;
  },
): Promise<AuditEvent[]> {
  const { change, basis, comparison, input, method, present, way, exception } = of;
  const { round, end } = await roundOfClosing(tx, actor, change, basis);
  const snapshot = await keepSnapshot(tx, actor, change.id, present);
  const words = input.words ? ` ${input.words}` : '';
  const { row, event } = await writeSignature(tx, actor, {
    ...{ change, round, slot: 'verifier', meaning: 'review', snapshot, way, exception, conditions: [], method },
    // The snapshot says what was decided; what was done on each unit is bound in by its digest.
    reason: `Verified ${VERIFICATION_LABELS[input.outcome]}. What was done: SHA-256 ${comparison.sha256}.${words}`,
    shown: {
      opened: [
        {
          ...{ key: 'carried_out', title: 'What was done, held against the plan', sha256: comparison.sha256 },
          at: presentMoment().toISOString(),
        },
      ],
      ...{ lastSeen: null, differences: [], confirmed: [] },
    },
  });
  await end();
  const kept = await keep(tx, actor, { change, comparison, input }, row.id);
  await mustMove(tx, actor, change, 'close');
  const closed: AuditEvent = {
    action: 'change.closed',
    object: changeObject(change),
    detail: { ...basisInTrail(basis), outcome: input.outcome, signature: row.id, snapshotSha256: snapshot.sha256 },
  };
  return [event, kept, closed];
}
