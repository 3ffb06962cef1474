/** Signatures as they are printed: on a permit, in a pack. */
import type { Tx } from '../../../db/client.server';
import { approvedRound, latestRound, roundsOf, signaturesOf } from './rounds.server';
import { signatureView } from './sign-off-views';

export interface PrintedSignature {
  place: string;
  name: string;
  role: string;
  meaning: string;
  /** With the zone. */
  signedAt: string;
  onBehalf: string;
  reason: string;
  payloadSha256: string;
}

/** The signatures that stand in the decision in force, or in the latest round where none is; oldest first. */
export async function signatureBlocks(tx: Tx, orgId: string, changeId: string): Promise<PrintedSignature[]> {
  const round = (await approvedRound(tx, orgId, changeId)) ?? (await latestRound(tx, orgId, changeId));
  if (!round) return [];
  const numbers = new Map((await roundsOf(tx, orgId, changeId)).map(({ id, number }) => [id, number]));
  const rows = await signaturesOf(tx, orgId, changeId);
  return rows
    .filter(({ roundId, voidedAt }) => roundId === round.id && voidedAt === null)
    .map((row) => signatureView(row, numbers))
    .map(({ place, printedName, role, meaning, signedAt, onBehalf, reason, payloadSha256 }) => ({
      ...{ place, name: printedName, role, meaning, signedAt, onBehalf, reason, payloadSha256 },
    }));
}
