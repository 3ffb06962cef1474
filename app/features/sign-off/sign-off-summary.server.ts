/** The few words on a change's own page about its sign-off. Null: it has never been put to sign-off. */
import type { Tx } from '../../../db/client.server';
import type { ChangeRow } from '../changes/change-row.server';
import { decide } from './decide';
import { approvedRound, latestRound, openRound, signaturesOf } from './rounds.server';
import { routeOf } from './route-of.server';
import { ROUND_LABELS } from './sign-off-views';
import { SLOT_LABELS } from './slots';

export interface SignOffSummary {
  round: number;
  state: string;
  expiresOn: string | null;
  /** Places that are signed, and all that the route has now. */
  signed: string[];
  waiting: string[];
  /** Signatures of this round that fell. */
  fallen: { place: string; name: string }[];
}

export async function signOffSummary(tx: Tx, orgId: string, change: ChangeRow): Promise<SignOffSummary | null> {
  const round =
    (await openRound(tx, orgId, change.id)) ??
    (await approvedRound(tx, orgId, change.id)) ??
    (await latestRound(tx, orgId, change.id));
  if (!round) return null;
  const rows = (await signaturesOf(tx, orgId, change.id)).filter(({ roundId }) => roundId === round.id);
  const live = rows.filter(({ voidedAt }) => voidedAt === null);
  const { places } = await routeOf(tx, orgId, change);
  const decision = decide(places, live);
  const fallen = rows.filter((row) => row.voidedAt !== null && !live.some(({ slot }) => slot === row.slot));
  return {
    ...{ round: round.number, state: ROUND_LABELS[round.status], expiresOn: round.expiresOn },
    signed: live.map(({ slot, printedName }) => `${SLOT_LABELS[slot]}: ${printedName}`),
    waiting: round.status === 'open' && decision.state === 'waiting' ? decision.missing.map(({ label }) => label) : [],
    fallen: fallen.map(({ slot, printedName }) => ({ place: SLOT_LABELS[slot], name: printedName })),
  };
}
