/**
 * The whole trail as NDJSON, one event a line, streamed page by page. Each line holds every column and the hash, so the
 * file can be verified without us: take `hash` out, write the rest as RFC 8785 canonical JSON, and its SHA-256 is that
 * hash. The last line records the export itself.
 */

import canonicalize from 'canonicalize';
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import { inOrganisation } from '../../db/client.server';
import { auditEvents, auditHeads } from '../../db/schema/index.server';
import type { Actor } from '../guard/actor';
import { auditActor } from '../guard/guard.server';
import { record } from './append.server';

const PAGE = 500;

const pageAfter = (actor: Actor, after: number, last: number) =>
  inOrganisation(actor, (tx) =>
    tx
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.orgId, actor.orgId), gt(auditEvents.seq, after), lte(auditEvents.seq, last)))
      .orderBy(asc(auditEvents.seq))
      .limit(PAGE),
  );

/** Records the export and returns the stream of lines; nothing is held open while a slow reader reads. */
export async function exportTrail(actor: Actor): Promise<ReadableStream<Uint8Array>> {
  const last = await inOrganisation(actor, async (tx) => {
    await record(tx, auditActor(actor), {
      action: 'audit.exported',
      object: { type: 'audit', id: null, ref: 'whole trail' },
    });
    const [head] = await tx.select({ seq: auditHeads.seq }).from(auditHeads).where(eq(auditHeads.orgId, actor.orgId));
    return head?.seq ?? 0;
  });
  const encoder = new TextEncoder();
  let after = 0;
  return new ReadableStream({
    async pull(controller) {
      const page = await pageAfter(actor, after, last);
      for (const event of page) controller.enqueue(encoder.encode(`${canonicalize(event)}\n`));
      after = page.at(-1)?.seq ?? last;
      if (after >= last) controller.close();
    },
  });
}
