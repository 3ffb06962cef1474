/** Changes in sign-off in which it is a person's turn, those that wait longest first. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { signatures } from '../../../db/schema/index.server';
import type { ChangeStatus } from '../changes/change-status';
import { exceptionsInForce } from '../delegations/exceptions-in-force.server';
import { type WayToSign, waysToSign } from '../delegations/ways-to-sign.server';
import { runningEmergencies } from '../emergencies/running-emergencies.server';
import { numberedPolicy } from './current-policy.server';
import type { SignOffPolicy } from './policy';
import { routeFor } from './route';
import { routeInputs } from './route-inputs.server';
import { MAY_TAKE, ROUTE_SLOTS, type RouteSlotId, type SlotId } from './slots';
import { type LiveSignature, takeablePlaces } from './takeable';

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

/** Rounds looked at in one go; their routes are worked out. */
const PAGE = 200;
/** Pages looked at. What waits longest is found first. */
const MOST_PAGES = 3;
/** The longest list on a page. */
const MOST_FOUND = 50;

type Round = {
  id: string;
  change_id: string;
  reference: string;
  title: string;
  status: ChangeStatus;
  kinds: string[];
  proposer_id: string;
  opened_at: string;
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

/** Who looks, and what could be theirs. */
interface Looking {
  orgId: string;
  userId: string;
  slots: readonly RouteSlotId[];
  principals: readonly string[];
  excepted: boolean;
}

/**
 * Open rounds in which a place this person could take is free, and from which nothing they did keeps them out. The place
 * of the author waits for whoever proposed the change, or for any author once that person is gone.
 */
function roundsFor(tx: Tx, { orgId, userId, slots, principals, excepted }: Looking, after: Round | null) {
  const authored = sql`'author' = any (live.slots)`;
  const others = excepted ? sql`true` : sql`(c.proposer_id <> ${userId}::uuid and not live.mine)`;
  const own = sql`(c.proposer_id in (${uuids([userId, ...principals])})
    or not exists (select from users u where u.org_id = c.org_id and u.id = c.proposer_id and u.active))`;
  // Nobody comes before the author.
  const turn = slots.includes('author')
    ? sql`case when ${authored} then ${others} else ${own} end`
    : sql`(${authored} and ${others})`;
  return tx.execute<Round>(sql`
    select r.id, r.change_id, c.reference, left(c.title, 200) as title, c.status, c.kinds, c.proposer_id,
      r.opened_at::text as opened_at, greatest(r.opened_at, live.last) as since
    from sign_off_rounds r
    join changes c on c.org_id = r.org_id and c.id = r.change_id
    cross join lateral (
      select coalesce(array_agg(s.slot), '{}') as slots, max(s.signed_at) as last,
        coalesce(bool_or(s.signer_id = ${userId}::uuid and s.slot <> 'witness'), false) as mine
      from signatures s
      where s.org_id = r.org_id and s.change_id = r.change_id and s.round_id = r.id and s.voided_at is null
    ) live
    where r.org_id = ${orgId} and r.status = 'open' and c.status in ('in_sign_off', 'in_implementation', 'verifying')
      and not array[${words(slots)}] <@ live.slots and ${turn}
      and ${after ? sql`(r.opened_at, r.id) > (${after.opened_at}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by r.opened_at, r.id limit ${PAGE}`);
}

/** What counts in these rounds, by round; what was signed stays unread. */
async function signedIn(tx: Tx, orgId: string, rounds: readonly Round[]): Promise<Map<string, LiveSignature[]>> {
  const byRound = new Map<string, LiveSignature[]>(rounds.map(({ id }) => [id, []]));
  if (rounds.length === 0) return byRound;
  const rows = await tx
    .select({
      ...{ roundId: signatures.roundId, slot: signatures.slot, meaning: signatures.meaning },
      ...{ signerId: signatures.signerId, onBehalfOf: signatures.onBehalfOf },
    })
    .from(signatures)
    .where(
      and(
        eq(signatures.orgId, orgId),
        // By change, because live signatures are found in an index by it.
        inArray(
          signatures.changeId,
          rounds.map((round) => round.change_id),
        ),
        isNull(signatures.voidedAt),
      ),
    );
  for (const { roundId, ...row } of rows) byRound.get(roundId)?.push(row);
  return byRound;
}

/** The person's turns in these rounds. Four queries. */
async function turnsIn(
  tx: Tx,
  { orgId, userId }: Looking,
  rounds: readonly Round[],
  as: { policy: SignOffPolicy; ways: readonly WayToSign[]; exceptions: readonly SlotId[][] },
): Promise<WaitingPlace[]> {
  const changes = rounds.map((round) => ({ id: round.change_id, kinds: round.kinds }));
  const inputs = await routeInputs(tx, orgId, changes);
  const running = await runningEmergencies(
    tx,
    orgId,
    changes.filter(({ id }) => inputs.get(id)?.emergency).map(({ id }) => id),
  );
  const signed = await signedIn(tx, orgId, rounds);
  return rounds.flatMap((round): WaitingPlace[] => {
    const input = inputs.get(round.change_id);
    const found = takeablePlaces({
      route: input ? routeFor(as.policy, input) : [],
      live: signed.get(round.id) ?? [],
      ...{ userId, proposerId: round.proposer_id, exceptions: as.exceptions },
      ways: as.ways.map(({ role, delegation }) => ({ role, principalId: delegation?.principalId ?? null })),
    });
    const [first] = found;
    if (!first) return [];
    const standsIn = as.ways.find(({ delegation }) => delegation && delegation.principalId === first.way.principalId);
    return [
      {
        ...{ changeId: round.change_id, reference: round.reference, title: round.title },
        places: found.map(({ label }) => label),
        delegation: standsIn?.delegation ?? null,
        since: new Date(round.since).toISOString(),
        signBy: running.get(round.change_id)?.signBy?.toISOString() ?? null,
      },
    ];
  });
}

/**
 * @param day year-month-day: delegations and exceptions in force on it
 * @returns at most about fifty; `more`: not every open round was looked at
 */
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
  const looking = { orgId, userId, slots, principals, excepted: exceptions.length > 0 };
  const { policy } = await numberedPolicy(tx, orgId);
  const places: WaitingPlace[] = [];
  let after: Round | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const rounds: Round[] = await roundsFor(tx, looking, after);
    places.push(...(await turnsIn(tx, looking, rounds, { policy, ways, exceptions })));
    if (rounds.length < PAGE) return { places, more: false };
    if (places.length >= MOST_FOUND) break;
    after = rounds.at(-1) ?? null;
  }
  return { places, more: true };
}
