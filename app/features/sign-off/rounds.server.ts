/** The passages of a change through sign-off, and the signatures of each. */
import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { type RoundPurpose, type RoundStatus, signatures, signOffRounds } from '../../../db/schema/index.server';
import { presentMoment } from '../today';

/** How a round ends without a decision, or a decision ends. */
export type EndedStatus = Exclude<RoundStatus, 'open' | 'approved'>;
export type RoundRow = typeof signOffRounds.$inferSelect;
export type SignatureRow = typeof signatures.$inferSelect;

const inStatus =
  (status: RoundStatus) =>
  async (tx: Tx, orgId: string, changeId: string): Promise<RoundRow | null> => {
    const [row] = await tx
      .select()
      .from(signOffRounds)
      .where(
        and(eq(signOffRounds.orgId, orgId), eq(signOffRounds.changeId, changeId), eq(signOffRounds.status, status)),
      );
    return row ?? null;
  };

/** The round that waits for signatures; null: none. */
export const openRound = inStatus('open');

/** The decision in force; null: none, whatever was decided before. */
export const approvedRound = inStatus('approved');

/** The newest round, whatever became of it. */
export async function latestRound(tx: Tx, orgId: string, changeId: string): Promise<RoundRow | null> {
  const [row] = await tx
    .select()
    .from(signOffRounds)
    .where(and(eq(signOffRounds.orgId, orgId), eq(signOffRounds.changeId, changeId)))
    .orderBy(desc(signOffRounds.number))
    .limit(1);
  return row ?? null;
}

/** Every round of a change, oldest first. */
export const roundsOf = (tx: Tx, orgId: string, changeId: string): Promise<RoundRow[]> =>
  tx
    .select()
    .from(signOffRounds)
    .where(and(eq(signOffRounds.orgId, orgId), eq(signOffRounds.changeId, changeId)))
    .orderBy(asc(signOffRounds.number));

/** Every signature on a change, oldest first, those that fell too. */
export const signaturesOf = (tx: Tx, orgId: string, changeId: string): Promise<SignatureRow[]> =>
  tx
    .select()
    .from(signatures)
    .where(and(eq(signatures.orgId, orgId), eq(signatures.changeId, changeId)))
    .orderBy(asc(signatures.signedAt), asc(signatures.id));

/** The signatures of some rounds that still count. */
export const liveSignatures = (tx: Tx, orgId: string, roundIds: readonly string[]): Promise<SignatureRow[]> =>
  roundIds.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(signatures)
        .where(
          and(eq(signatures.orgId, orgId), inArray(signatures.roundId, [...roundIds]), isNull(signatures.voidedAt)),
        )
        .orderBy(asc(signatures.signedAt), asc(signatures.id));

/** Opens a round. The caller holds the change's lock and has seen that none is open. */
export async function newRound(
  tx: Tx,
  by: { orgId: string; userId: string | null; name: string },
  wish: { changeId: string; purpose: RoundPurpose; option: string; note: string; policyNumber: number },
): Promise<RoundRow> {
  const [last] = await tx
    .select({ number: max(signOffRounds.number) })
    .from(signOffRounds)
    .where(and(eq(signOffRounds.orgId, by.orgId), eq(signOffRounds.changeId, wish.changeId)));
  const [row] = await tx
    .insert(signOffRounds)
    .values({
      ...{ orgId: by.orgId, number: (last?.number ?? 0) + 1, openedBy: by.userId, openedByName: by.name },
      ...{ ...wish, openedAt: presentMoment() },
    })
    .returning();
  if (!row) throw new Error('The round was not opened');
  return row;
}

/** Ends a round: with a decision, or without one. The database refuses what does not follow from where it stands. */
export async function endRound(
  tx: Tx,
  round: RoundRow,
  end: { status: 'approved'; snapshotId: string; expiresOn: string } | { status: EndedStatus; reason: string },
): Promise<void> {
  const now = presentMoment();
  const decided =
    end.status === 'approved'
      ? { status: end.status, decidedSnapshotId: end.snapshotId, decidedAt: now, expiresOn: end.expiresOn }
      : { status: end.status, endedAt: now, endedReason: end.reason };
  await tx
    .update(signOffRounds)
    .set(decided)
    .where(and(eq(signOffRounds.orgId, round.orgId), eq(signOffRounds.id, round.id)));
}
