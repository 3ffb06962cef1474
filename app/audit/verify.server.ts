/** Walks a chain from its first event to its head and says where it breaks. */
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import { authDb, inOrganisationAsAuthority, type Tx } from '../../db/client.server';
import { once } from '../../db/once';
import { auditEvents, auditHeads, organisations } from '../../db/schema/index.server';
import { hashOf } from './append.server';
import { canonicalEvent, GENESIS } from './chain';

export interface ChainReport {
  orgId: string;
  organisation: string;
  /** Events that were walked and found in order. */
  events: number;
  ok: boolean;
  /** Number of the event at which the chain breaks; null when it holds. */
  brokenAt: number | null;
  /** What is wrong there, in words; null when the chain holds. */
  fault: string | null;
  /** Hash of the last good event: note it down, and no event up to it can be changed or cut off unseen. */
  head: string;
}

/** Small enough that hashing one page does not hold up other requests. */
const PAGE = 500;
const BEFORE_ALL = -2_147_483_648;

const headOf = async (tx: Tx, orgId: string) => {
  // One statement, so that head and last event are of the same moment while others append.
  const [row] = await tx.execute<{ seq: number | null; hash: string | null; last: number | null }>(sql`
    select h.seq, h.hash, (select max(e.seq) from ${auditEvents} e where e.org_id = ${orgId}) as last
    from (select 1) one left join ${auditHeads} h on h.org_id = ${orgId}`);
  return { seq: row?.seq ?? null, hash: row?.hash ?? null, last: row?.last ?? null };
};

const pageOf = (tx: Tx, orgId: string, after: number, last: number) =>
  tx
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.orgId, orgId), gt(auditEvents.seq, after), lte(auditEvents.seq, last)))
    .orderBy(asc(auditEvents.seq))
    .limit(PAGE);

async function walk(orgId: string, organisation: string): Promise<ChainReport> {
  // Each page is a short transaction of its own: events are never changed, and a long walk must not hold a connection.
  const read = <T>(work: (tx: Tx) => Promise<T>) => inOrganisationAsAuthority({ orgId, userId: null }, work);
  const stated = await read((tx) => headOf(tx, orgId));
  const last = stated.last ?? 0;
  let seq = 0;
  let hash = GENESIS;
  const report = (brokenAt: number | null, fault: string | null): ChainReport => ({
    ...{ orgId, organisation, events: seq, ok: fault === null, brokenAt, fault, head: hash },
  });
  for (let after = BEFORE_ALL; after < last; ) {
    const page = await read((tx) => pageOf(tx, orgId, after, last));
    for (const { hash: stored, ...event } of page) {
      if (event.seq < seq + 1) return report(event.seq, `event ${event.seq} is out of place`);
      if (event.seq > seq + 1) return report(seq + 1, `event ${seq + 1} is missing: the next one is ${event.seq}`);
      if (event.previousHash !== hash) return report(event.seq, `event ${event.seq} does not follow event ${seq}`);
      if (hashOf(canonicalEvent(event)) !== stored) return report(event.seq, `event ${event.seq} was altered`);
      seq = event.seq;
      hash = stored;
    }
    if (page.length < PAGE) break;
    after = seq;
  }
  const head = stated.seq ?? 0;
  if (head > seq) return report(seq + 1, `events from ${seq + 1} on are missing: the head says ${head}`);
  if (head < seq) return report(head + 1, `event ${head + 1} lies beyond the head, which says ${head}`);
  if (stated.hash !== null && stated.hash !== hash) return report(seq, `the head does not match event ${seq}`);
  return report(null, null);
}

const running = () => once('audit.verifying', () => new Map<string, Promise<ChainReport>>());

/**
 * Verifies one organisation's chain: order, gaps, links, hashes, and that the head is the last event.
 * Asked for several times at once, it walks once: verifying must not be a way to keep the server busy.
 */
export function verifyChain(orgId: string, organisation: string): Promise<ChainReport> {
  const already = running().get(orgId);
  if (already) return already;
  const report = walk(orgId, organisation).finally(() => running().delete(orgId));
  running().set(orgId, report);
  return report;
}

const allOrganisations = () =>
  authDb()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .orderBy(asc(organisations.createdAt), asc(organisations.id));

/** Verifies every organisation's chain, the system's own included. */
export async function verifyAllChains(): Promise<ChainReport[]> {
  const reports: ChainReport[] = [];
  for (const { id, name } of await allOrganisations()) reports.push(await verifyChain(id, name));
  return reports;
}

/**
 * Looks for an event by the hash that somebody noted down earlier. A chain whose last events were cut off, head and
 * all, still verifies; that a noted head is gone is what gives it away.
 */
export async function findNoted(hash: string): Promise<{ organisation: string; seq: number; at: string } | null> {
  for (const { id, name } of await allOrganisations()) {
    const [event] = await inOrganisationAsAuthority({ orgId: id, userId: null }, (tx) =>
      tx
        .select({ seq: auditEvents.seq, at: auditEvents.at })
        .from(auditEvents)
        .where(and(eq(auditEvents.orgId, id), eq(auditEvents.hash, hash))),
    );
    if (event) return { organisation: name, ...event };
  }
  return null;
}
