/** Why an earlier change was decided as it was: signatures with their reasons, conditions, what each instrument said. */
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { signatures, signOffRounds } from '../../../db/schema/index.server';
import { conditionRows } from '../implementation/condition-row.server';
import { readSnapshot } from '../sign-off/build-snapshot.server';
import { ROUND_LABELS } from '../sign-off/sign-off-views';
import { MEANING_WORDS, SLOT_LABELS } from '../sign-off/slots';
import type { SnapshotContent } from '../sign-off/snapshot';

export interface SignedReason {
  place: string;
  name: string;
  meaning: string;
  reason: string;
  signedOn: string;
  fallen: boolean;
}

export interface Rationale {
  /** "approved", "rejected", … of the round it rests on. */
  outcome: string;
  note: string;
  reasons: SignedReason[];
  conditions: { number: number; text: string; status: string }[];
  findings: { instrument: string; words: string; edition: string }[];
  /** What was known then. */
  snapshot: SnapshotContent;
}

/** Null when nobody has signed that change. */
export async function readRationale(tx: Tx, orgId: string, changeId: string): Promise<Rationale | null> {
  const rows = await tx
    .select({ signature: signatures, round: signOffRounds })
    .from(signatures)
    .innerJoin(signOffRounds, and(eq(signOffRounds.orgId, signatures.orgId), eq(signOffRounds.id, signatures.roundId)))
    .where(and(eq(signatures.orgId, orgId), eq(signatures.changeId, changeId)))
    .orderBy(asc(signOffRounds.number), asc(signatures.signedAt), asc(signatures.id));
  const newest = rows.at(-1);
  if (!newest) return null;
  const ofRound = rows.filter(({ round }) => round.id === newest.round.id).map(({ signature }) => signature);
  const snapshotId = newest.round.decidedSnapshotId ?? ofRound.at(-1)?.snapshotId ?? newest.signature.snapshotId;
  const snapshot = await readSnapshot(tx, orgId, snapshotId);
  const conditions = await conditionRows(tx, orgId, changeId);
  return {
    outcome: ROUND_LABELS[newest.round.status],
    note: newest.round.note,
    reasons: ofRound.map((one) => ({
      ...{ place: SLOT_LABELS[one.slot], name: one.printedName, meaning: MEANING_WORDS[one.meaning] },
      ...{ reason: one.reason, signedOn: one.signedAt.toISOString(), fallen: one.voidedAt !== null },
    })),
    conditions: conditions
      .filter(({ signatureId }) => ofRound.some(({ id }) => id === signatureId))
      .map(({ number, text, status }) => ({ number, text, status })),
    findings: snapshot.parts.findings.map(({ label, words, value }) => ({
      ...{ instrument: label, words },
      edition: String((value as { edition?: unknown } | null)?.edition ?? ''),
    })),
    snapshot,
  };
}
