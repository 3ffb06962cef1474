/** Walks a chain from its first event to its head, holds what it covers against it, and says where something is wrong. */
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import { authDb, inOrganisation, inOrganisationAsAuthority, type Tx } from '../../db/client.server';
import { once } from '../../db/once';
import { auditEvents, auditHeads, organisations } from '../../db/schema/index.server';
import { type Checked, checkCovered } from './check-covered.server';
import { Claims } from './covered/claims.server';
import type { PlacedFault, Read } from './covered/covering.server';
import { ChainWalk, type Fault } from './walk.server';

export interface ChainReport {
  orgId: string;
  organisation: string;
  /** Events that were walked and found in order. */
  events: number;
  /** The chain holds, and so does everything it covers. */
  ok: boolean;
  /** Number of the event at which the chain breaks; null when it holds. */
  brokenAt: number | null;
  /** What is wrong there, in words; null when the chain holds. */
  fault: string | null;
  /** Hash of the last good event: note it down, and no event up to it can be changed or cut off unseen. */
  head: string;
  /** What is wrong with the things the chain covers: checkpoints, snapshots, signatures, files. */
  faults: PlacedFault[];
  /** How many of each were looked at. */
  checked: Checked | null;
}

/** Small enough that hashing one page does not hold up other requests. */
const PAGE = 500;
const BEFORE_ALL = -2_147_483_648;
/** More faults than anybody reads are counted, not listed. */
const MOST_FAULTS = 200;

const headOf = async (tx: Tx, orgId: string) => {
  // One statement, so that head and last event are of the same moment while others append.
  const rows = await tx.execute<{ seq: number | null; hash: string | null; last: number | null }>(sql`
    select h.seq, h.hash, (select max(e.seq) from ${auditEvents} e where e.org_id = ${orgId}) as last
    from (select 1) one left join ${auditHeads} h on h.org_id = ${orgId}`);
  const [row] = rows;
  return { seq: row?.seq ?? null, hash: row?.hash ?? null, last: row?.last ?? null, heads: rows.length };
};

const pageOf = (tx: Tx, orgId: string, after: number, last: number) =>
  tx
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.orgId, orgId), gt(auditEvents.seq, after), lte(auditEvents.seq, last)))
    .orderBy(asc(auditEvents.seq))
    .limit(PAGE);

/** How the tables are read; tests hand in a transaction of their own. */
export interface Readers {
  chain: Read;
  covered: Read;
}

const readersOf = (orgId: string): Readers => ({
  chain: (work) => inOrganisationAsAuthority({ orgId, userId: null }, work),
  covered: (work) => inOrganisation({ orgId, userId: null }, work),
});

/**
 * Verifies one organisation, whoever else asks.
 * @param deep also reads every file byte by byte
 */
export async function verifyBy(
  { chain: read, covered }: Readers,
  orgId: string,
  organisation: string,
  deep: boolean,
): Promise<ChainReport> {
  // Each page is a short transaction of its own: events are never changed, and a long walk must not hold a connection.
  const stated = await read((tx) => headOf(tx, orgId));
  const last = stated.last ?? 0;
  const chain = new ChainWalk();
  const claims = new Claims();
  let fault: Fault | null = null;
  for (let after = BEFORE_ALL; after < last; ) {
    const from = after;
    const page = await read((tx) => pageOf(tx, orgId, from, last));
    for (const event of page) {
      // Behind a break the walk has ended; what later events cover is still worth holding against them.
      fault ??= chain.step(event);
      claims.hear(event);
      after = event.seq;
    }
    if (page.length < PAGE) break;
  }
  fault ??= faultOfHead(stated, chain);
  const faults: PlacedFault[] = [];
  const listenOn = async () => {
    const fresh = await read((tx) => pageOf(tx, orgId, claims.last, claims.last + PAGE));
    for (const event of fresh) claims.hear(event);
  };
  const tell = (one: PlacedFault) => {
    if (faults.length < MOST_FAULTS) faults.push(one);
  };
  const checked = await checkCovered({ orgId, claims, read: covered, deep, fault: tell, listenOn });
  return {
    ...{ orgId, organisation, events: chain.seq, ok: fault === null && faults.length === 0 },
    ...{ brokenAt: fault?.at ?? null, fault: fault?.words ?? null, head: chain.hash, faults, checked },
  };
}

function faultOfHead(stated: Awaited<ReturnType<typeof headOf>>, { seq, hash }: ChainWalk): Fault | null {
  if (stated.heads > 1) return { at: seq, words: `there are ${stated.heads} heads: one was added` };
  const head = stated.seq ?? 0;
  if (head > seq) return { at: seq + 1, words: `events from ${seq + 1} on are missing: the head says ${head}` };
  if (head < seq) return { at: head + 1, words: `event ${head + 1} lies beyond the head, which says ${head}` };
  if (stated.hash !== null && stated.hash !== hash) return { at: seq, words: `the head does not match event ${seq}` };
  return null;
}

const running = () => once('audit.verifying', () => new Map<string, Promise<ChainReport>>());

/**
 * Verifies one organisation's chain: order, gaps, links, hashes, and that the head is the last event; then the
 * checkpoints, and everything whose digest an event states.
 * Asked for several times at once, it walks once: verifying must not be a way to keep the server busy.
 */
export function verifyChain(orgId: string, organisation: string, { deep = false } = {}): Promise<ChainReport> {
  const name = `${orgId} ${deep}`;
  const already = running().get(name);
  if (already) return already;
  const report = verifyBy(readersOf(orgId), orgId, organisation, deep).finally(() => running().delete(name));
  running().set(name, report);
  return report;
}

export interface Organisation {
  id: string;
  name: string;
}

/** Every organisation that has a chain, the system's own included, oldest first. */
export const organisationsWithChains = (): Promise<Organisation[]> =>
  authDb()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .orderBy(asc(organisations.createdAt), asc(organisations.id));

/** Verifies every organisation's chain, one after the other. */
export async function verifyAllChains(): Promise<ChainReport[]> {
  const reports: ChainReport[] = [];
  for (const { id, name } of await organisationsWithChains()) reports.push(await verifyChain(id, name));
  return reports;
}

/**
 * Looks for an event by the hash that somebody noted down earlier. A chain whose last events were cut off, head and
 * all, still verifies; that a noted head is gone is what gives it away.
 */
export async function findNoted(orgId: string, hash: string): Promise<{ seq: number; at: string } | null> {
  const [event] = await inOrganisationAsAuthority({ orgId, userId: null }, (tx) =>
    tx
      .select({ seq: auditEvents.seq, at: auditEvents.at })
      .from(auditEvents)
      .where(and(eq(auditEvents.orgId, orgId), eq(auditEvents.hash, hash))),
  );
  return event ?? null;
}
