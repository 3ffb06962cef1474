/**
 * Signatures fall when what they cover changes. Called by every act that changes something a signature covers, and asked
 * again at each gate, so that nothing is ever relied upon that has fallen.
 */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, organisations, type SnapshotDifference, signatures } from '../../../db/schema/index.server';
import type { AuditEvent, Json } from '../../audit/events';
import { type ChangeRow, changeObject, lockChange, moveChange } from '../changes/change-row.server';
import { isSigned } from '../changes/change-status';
import { voidConditionsOf } from '../implementation/conditions.server';
import { presentMoment } from '../today';
import { type BuiltSnapshot, buildSnapshot, type Reader, readSnapshot } from './build-snapshot.server';
import { approvedRound, endRound, liveSignatures, openRound, type SignatureRow } from './rounds.server';
import { SLOT_LABELS } from './slots';
import { differenceInWords, differences, type SnapshotContent } from './snapshot';

/** Who caused it, or nobody by name: the sweep in the background. */
export interface Reviewer {
  orgId: string;
  userId: string | null;
}

/** The organisation as a snapshot names it; jobs have no signed-in person to take it from. */
export async function readerOf(tx: Tx, orgId: string): Promise<Reader> {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, orgId));
  if (!row) throw new Error('The organisation cannot be read');
  const { name, isDemonstration, country, nation } = row;
  return { orgId, organisation: { name, isDemonstration, country, nation } };
}

/**
 * Voids every live signature on a change whose snapshot says something else than what is known now, with what changed;
 * lets an approval lapse with them. Does nothing to a change outside of sign-off and decision: its record stands.
 * @returns what the record is to say, for the caller to record with its own act
 */
export async function reviewSignatures(tx: Tx, by: Reviewer, changeId: string): Promise<AuditEvent[]> {
  const change = await lockChange(tx, by.orgId, changeId);
  if (!change || !isSigned(change.status)) return [];
  return reviewLocked(tx, by, change, await buildSnapshot(tx, await readerOf(tx, by.orgId), change));
}

/** As `reviewSignatures`, on a change the caller holds locked and has just read. */
export async function reviewLocked(
  tx: Tx,
  by: Reviewer,
  change: ChangeRow,
  present: BuiltSnapshot,
): Promise<AuditEvent[]> {
  const [open, approved] = [await openRound(tx, by.orgId, change.id), await approvedRound(tx, by.orgId, change.id)];
  const rounds = [open, approved].filter((round) => round !== null);
  const live = await liveSignatures(
    tx,
    by.orgId,
    rounds.map(({ id }) => id),
  );
  const fallen = live.filter(({ snapshotSha256 }) => snapshotSha256 !== present.sha256);
  if (fallen.length === 0) return [];
  const reasons = new Map<string, SnapshotDifference[]>();
  for (const { snapshotId } of fallen) {
    if (!reasons.has(snapshotId)) {
      reasons.set(snapshotId, whatChanged(await readSnapshot(tx, by.orgId, snapshotId), present.content));
    }
  }
  for (const [snapshotId, because] of reasons) {
    await tx
      .update(signatures)
      .set({ voidedAt: presentMoment(), voidedBecause: because })
      .where(
        and(
          eq(signatures.orgId, by.orgId),
          eq(signatures.snapshotId, snapshotId),
          isNull(signatures.voidedAt),
          inArray(
            signatures.roundId,
            rounds.map(({ id }) => id),
          ),
        ),
      );
  }
  await voidConditionsOf(
    tx,
    fallen.map(({ id }) => id),
  );
  const events = fallen.map((signature) => voidedEvent(change, signature, reasons.get(signature.snapshotId) ?? []));
  if (!approved || !fallen.some(({ roundId }) => roundId === approved.id)) return events;
  const [why] = reasons.values();
  const reason = (why ?? []).slice(0, 5).map(differenceInWords).join('; ');
  await endRound(tx, approved, { status: 'lapsed', reason });
  const moved = await moveChange(tx, by, change, 'lapse');
  if (!moved.ok) throw new Error(`An approval lapsed and its change could not move: ${moved.message}`);
  return [
    ...events,
    {
      action: 'change.lapsed',
      object: changeObject(change),
      detail: { round: approved.number, from: change.status },
      reason,
    },
  ];
}

/** Nothing that can be named, and another digest all the same: the texts of a part moved. */
function whatChanged(before: SnapshotContent, after: SnapshotContent): SnapshotDifference[] {
  const found = differences(before, after);
  if (found.length > 0) return found;
  return [
    {
      part: 'findings',
      key: 'library',
      label: 'Rule library or assessment',
      before: `${before.library}, assessment ${before.assessment ?? '–'}`,
      after: `${after.library}, assessment ${after.assessment ?? '–'}`,
    },
  ];
}

const voidedEvent = (change: ChangeRow, signature: SignatureRow, because: SnapshotDifference[]): AuditEvent => ({
  action: 'signature.voided',
  object: changeObject(change),
  detail: {
    signature: signature.id,
    place: SLOT_LABELS[signature.slot],
    signedBy: signature.printedName,
    because: because.slice(0, 20).map((one): Json => ({ ...one })),
  },
  reason: because.slice(0, 5).map(differenceInWords).join('; '),
});

/**
 * Locks the changes on a model whose signatures count. Acts on the register call it before they lock the model: whoever
 * confirms a claim locks changes first and models after, and two ways round would wait for each other.
 */
export const lockSignedChanges = (tx: Tx, orgId: string, modelId: string): Promise<{ id: string }[]> =>
  tx
    .select({ id: changes.id })
    .from(changes)
    .where(
      and(
        eq(changes.orgId, orgId),
        eq(changes.modelId, modelId),
        inArray(changes.status, ['in_sign_off', 'approved', 'in_implementation', 'verifying']),
      ),
    )
    .orderBy(changes.id)
    .for('update');

/** As `reviewSignatures`, for every change on a model: the register says something else about the device. */
export async function reviewSignaturesOfModel(tx: Tx, by: Reviewer, modelId: string): Promise<AuditEvent[]> {
  const rows = await lockSignedChanges(tx, by.orgId, modelId);
  const events: AuditEvent[] = [];
  for (const { id } of rows) events.push(...(await reviewSignatures(tx, by, id)));
  return events;
}
