/** Writing one signature, whoever asks: sign-off, closing, an emergency. The caller has passed the gate and holds the lock. */
import type { Tx } from '../../../db/client.server';
import { type ShownAtSigning, type SignatureMethod, signatures } from '../../../db/schema/index.server';
import type { AuditEvent, Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { type ChangeRow, changeObject } from '../changes/change-row.server';
import { placeOf } from '../clocks/place.server';
import { onBehalfWords } from '../delegations/delegation-words';
import type { WayToSign } from '../delegations/ways-to-sign.server';
import type { NewCondition } from '../implementation/condition-form';
import { presentMoment } from '../today';
import type { KeptSnapshot } from './build-snapshot.server';
import { canonicalText, sha256Of } from './digest.server';
import type { SignaturePayload, SignedThing } from './payload';
import type { RoundRow, SignatureRow } from './rounds.server';
import { MEANING_WORDS, type SignatureMeaning, SLOT_LABELS, type SlotId } from './slots';

/** What a passkey's answer is bound to, and what the form has to bring back unchanged. */
export const signBinds = (thing: SignedThing): string => sha256Of(canonicalText({ ...thing, sign: 1 }));

export interface SignatureWish {
  change: ChangeRow;
  round: RoundRow;
  slot: SlotId;
  meaning: SignatureMeaning;
  snapshot: KeptSnapshot;
  way: WayToSign;
  exception: { id: string; number: number } | null;
  reason: string;
  conditions: readonly NewCondition[];
  method: SignatureMethod;
  shown: ShownAtSigning;
}

/** Who exactly signs, with the job title as it now is. */
type Signer = Actor;

/**
 * @returns the row and what the record is to say of it
 * @throws insufficient_privilege when the database refuses it: somebody signs for two
 */
export async function writeSignature(
  tx: Tx,
  signer: Signer,
  wish: SignatureWish,
): Promise<{ row: SignatureRow; event: AuditEvent }> {
  const { change, round, slot, meaning, snapshot, way, exception, reason, conditions, method, shown } = wish;
  const { timeZone } = await placeOf(tx, signer.orgId);
  const signedAt = presentMoment();
  const { delegation } = way;
  const onBehalf = delegation ? { id: delegation.principalId, words: onBehalfWords(delegation) } : null;
  const payload: SignaturePayload = {
    changemark_signature: 1,
    organisation: { id: signer.orgId, name: signer.organisation.name },
    change: { id: change.id, reference: change.reference },
    round: { id: round.id, number: round.number, purpose: round.purpose, option: round.option },
    place: slot,
    meaning,
    snapshot: { number: snapshot.number, sha256: snapshot.sha256 },
    signer: { id: signer.userId, name: signer.name, role: signer.role, job_title: signer.jobTitle },
    on_behalf_of: onBehalf,
    exception: exception?.number ?? null,
    reason,
    conditions: conditions.map(({ text, before, ownerId, dueOn }) => ({ text, before, owner: ownerId, due_on: dueOn })),
    method,
    signed_at: signedAt.toISOString(),
    zone: timeZone,
  };
  const text = canonicalText(payload);
  const payloadSha256 = sha256Of(text);
  const [row] = await tx
    .insert(signatures)
    .values({
      ...{ orgId: signer.orgId, changeId: change.id, roundId: round.id, slot, meaning },
      ...{ snapshotId: snapshot.id, snapshotSha256: snapshot.sha256 },
      ...{ signerId: signer.userId, printedName: signer.name, role: signer.role, jobTitle: signer.jobTitle },
      ...{
        delegationId: delegation?.id ?? null,
        onBehalfOf: onBehalf?.id ?? null,
        onBehalfWords: onBehalf?.words ?? '',
      },
      ...{ exceptionId: exception?.id ?? null, reason, method, signedAt, zone: timeZone, address: signer.address },
      ...{ shown, payload: text, payloadSha256 },
    })
    .returning();
  if (!row) throw new Error('The signature was not written');
  const event: AuditEvent = {
    action: 'signature.signed',
    object: changeObject(change),
    detail: {
      signature: row.id,
      place: SLOT_LABELS[slot],
      meaning: MEANING_WORDS[meaning],
      round: round.number,
      method,
      payloadSha256,
      snapshotSha256: snapshot.sha256,
      ...(onBehalf ? { onBehalfOf: onBehalf.words } : {}),
      ...(exception ? { exception: exception.number } : {}),
      shown: shown as unknown as Json,
    },
    ...(reason ? { reason } : {}),
  };
  return { row, event };
}
