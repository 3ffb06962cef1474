/** Walks a chain from its first event to its head and says where it breaks. */
import { and, asc, eq, gt } from 'drizzle-orm';
import { authDb, inOrganisationAsAuthority, type Tx } from '../../db/client.server';
import { auditEvents, auditHeads, organisations } from '../../db/schema/index.server';
import { hashOf } from './append.server';
import { canonicalEvent, GENESIS } from './chain';

export interface ChainReport {
  orgId: string;
  organisation: string;
  events: number;
  ok: boolean;
  /** What is wrong and at which event; null when the chain holds. */
  fault: string | null;
  /** Hash of the last event: note it down, and no earlier event can be changed unseen. */
  head: string;
}

const PAGE = 2000;

/** Verifies one organisation's chain: order, gaps, links, hashes, and that the head is the last event. */
export const verifyChain = (orgId: string, organisation: string): Promise<ChainReport> => {
  const walk = async (tx: Tx): Promise<ChainReport> => {
    const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.orgId, orgId));
    let seq = 0;
    let hash = GENESIS;
    const report = (fault: string | null): ChainReport => ({
      ...{ orgId, organisation, events: seq, ok: fault === null, fault, head: hash },
    });
    for (;;) {
      const page = await tx
        .select()
        .from(auditEvents)
        .where(and(eq(auditEvents.orgId, orgId), gt(auditEvents.seq, seq)))
        .orderBy(asc(auditEvents.seq))
        .limit(PAGE);
      for (const { hash: stored, ...event } of page) {
        if (event.seq !== seq + 1) return report(`event ${seq + 1} is missing: the next one is ${event.seq}`);
        if (event.previousHash !== hash) return report(`event ${event.seq} does not follow event ${seq}`);
        if (hashOf(canonicalEvent(event)) !== stored) return report(`event ${event.seq} was altered`);
        seq = event.seq;
        hash = stored;
      }
      if (page.length < PAGE) break;
    }
    if ((head?.seq ?? 0) !== seq) return report(`events after ${seq} are missing: the head says ${head?.seq ?? 0}`);
    if (head && head.hash !== hash) return report(`the head does not match event ${seq}`);
    return report(null);
  };
  return inOrganisationAsAuthority({ orgId, userId: null }, walk, { snapshot: true });
};

/** Verifies every organisation's chain, the system's own included. */
export async function verifyAllChains(): Promise<ChainReport[]> {
  const all = await authDb().select({ id: organisations.id, name: organisations.name }).from(organisations);
  const reports: ChainReport[] = [];
  for (const { id, name } of all) reports.push(await verifyChain(id, name));
  return reports;
}
