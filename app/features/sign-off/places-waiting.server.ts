/** Changes in sign-off in which it is a person's turn, those that wait longest first. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { signatures } from '../../../db/schema/index.server';
import type { ChangeStatus } from '../changes/change-status';
import { exceptionsInForce } from '../delegations/exceptions-in-force.server';
import { type WayToSign, waysToSign } from '../delegations/ways-to-sign.server';
import { runningEmergencies } from '../emergencies/running-emergencies.server';
import { numberedPolicy } from './current-policy.server';
import { routeFor } from './route';
import { routeInputs } from './route-inputs.server';
import { MAY_TAKE, ROUTE_SLOTS, type RouteSlotId } from './slots';
import { takeablePlaces } from './takeable';

export interface WaitingPlace {
  changeId: string;
  reference: string;
  title: string;
  /** Places in words. */
  places: string[];
  /** In whose place, where it is a delegation; null: their own. */
  delegation: WayToSign['delegation'];
  /** ISO; when the round was opened, or the last signature before theirs was given. */
  since: string;
  /** An emergency: until when it has to be signed. */
  signBy: string | null;
}

/** Rounds looked at. Their routes are worked out, which a list of everything would take too long for. */
const LOOKED_AT = 200;

type Round = {
  id: string;
  change_id: string;
  reference: string;
  title: string;
  status: ChangeStatus;
  kinds: string[];
  proposer_id: string;
  since: string;
};

const words = (all: readonly string[]) =>
  sql.join(
    all.map((word) => sql`${word}::text`),
    sql`, `,
  );
const uuids = (all: readonly string[]) =>
  sql.join(
    all.map((id) => sql`${id}::uuid`),
    sql`, `,
  );

/**
 * Open rounds in which a place this person could take is free, and from which nothing they did keeps them out. The place
 * of the author waits for whoever proposed the change, or for any author once that person is gone.
 */
function roundsFor(
  tx: Tx,
  { orgId, userId }: { orgId: string; userId: string },
  { slots, principals, excepted }: { slots: readonly RouteSlotId[]; principals: readonly string[]; excepted: boolean },
) {
  const free = sql`exists (select from unnest(array[${words(slots)}]) mine (slot) where not exists (
    select from signatures s where s.org_id = r.org_id and s.round_id = r.id and s.slot = mine.slot and s.voided_at is null))`;
  const authored = sql`exists (select from signatures s
    where s.org_id = r.org_id and s.round_id = r.id and s.slot = 'author' and s.voided_at is null)`;
  const others = sql`(c.proposer_id <> ${userId} and not exists (select from signatures s
    where s.org_id = r.org_id and s.round_id = r.id and s.signer_id = ${userId} and s.slot <> 'witness' and s.voided_at is null))`;
  const own = sql`(c.proposer_id in (${uuids([userId, ...principals])})
    or not exists (select from users u where u.org_id = c.org_id and u.id = c.proposer_id and u.active))`;
  // Nobody comes before the author.
  const after = sql`(${authored} and ${excepted ? sql`true` : others})`;
  const turn = slots.includes('author') ? sql`((not ${authored} and ${own}) or ${after})` : after;
  return tx.execute<Round>(sql`
    select r.id, r.change_id, c.reference, left(c.title, 200) as title, c.status, c.kinds, c.proposer_id,
      greatest(r.opened_at, (select max(s.signed_at) from signatures s
        where s.org_id = r.org_id and s.round_id = r.id and s.voided_at is null)) as since
    from sign_off_rounds r
    join changes c on c.org_id = r.org_id and c.id = r.change_id
    where r.org_id = ${orgId} and r.status = 'open' and c.status in ('in_sign_off', 'in_implementation', 'verifying')
      and ${free} and ${turn}
    order by r.opened_at, r.id limit ${LOOKED_AT}`);
}

/** What counts in these rounds; what was signed stays unread. */
const signedIn = (tx: Tx, orgId: string, roundIds: readonly string[]) =>
  roundIds.length === 0
    ? Promise.resolve([])
    : tx
        .select({
          ...{ roundId: signatures.roundId, slot: signatures.slot, meaning: signatures.meaning },
          ...{ signerId: signatures.signerId, onBehalfOf: signatures.onBehalfOf },
        })
        .from(signatures)
        .where(
          and(eq(signatures.orgId, orgId), inArray(signatures.roundId, [...roundIds]), isNull(signatures.voidedAt)),
        );

/** @param day year-month-day: delegations and exceptions in force on it */
export async function placesWaitingFor(
  tx: Tx,
  actor: { orgId: string; userId: string },
  day: string,
): Promise<{ places: WaitingPlace[]; more: boolean }> {
  const { orgId, userId } = actor;
  const ways = await waysToSign(tx, actor, day);
  const slots = ROUTE_SLOTS.filter((slot) => ways.some(({ role }) => MAY_TAKE[slot].some((one) => one === role)));
  if (slots.length === 0) return { places: [], more: false };
  const exceptions = await exceptionsInForce(tx, orgId, userId, day);
  const principals = ways.flatMap(({ delegation }) => (delegation ? [delegation.principalId] : []));
  const rounds = await roundsFor(tx, actor, { slots, principals, excepted: exceptions.length > 0 });
  const changeIds = rounds.map((round) => round.change_id);
  const { policy } = await numberedPolicy(tx, orgId);
  const inputs = await routeInputs(
    tx,
    orgId,
    rounds.map((round) => ({ id: round.change_id, kinds: round.kinds })),
  );
  const running = await runningEmergencies(tx, orgId, changeIds);
  const signed = await signedIn(
    tx,
    orgId,
    rounds.map(({ id }) => id),
  );
  const places = rounds.flatMap((round): WaitingPlace[] => {
    const input = inputs.get(round.change_id);
    const found = takeablePlaces({
      route: input ? routeFor(policy, input) : [],
      live: signed.filter(({ roundId }) => roundId === round.id),
      ...{ userId, proposerId: round.proposer_id, exceptions },
      ways: ways.map(({ role, delegation }) => ({ role, principalId: delegation?.principalId ?? null })),
    });
    const [first] = found;
    if (!first) return [];
    const delegation = ways.find((way) => way.delegation?.principalId === first.way.principalId)?.delegation ?? null;
    return [
      {
        ...{ changeId: round.change_id, reference: round.reference, title: round.title },
        places: found.map(({ label }) => label),
        delegation: first.way.principalId === null ? null : delegation,
        since: new Date(round.since).toISOString(),
        signBy: running.get(round.change_id)?.signBy?.toISOString() ?? null,
      },
    ];
  });
  return { places, more: rounds.length === LOOKED_AT };
}
