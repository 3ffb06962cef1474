/** The record's head, and what is known of the record up to an event. */
import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { auditCheckpoints, auditEvents, auditHeads, trailReviews } from '../../../db/schema/index.server';
import { GENESIS } from '../../audit/chain';
import type { TrailMaterial } from './material';

/** @param hold nobody else acts until the transaction ends */
export async function headNow(tx: Tx, orgId: string, hold = false): Promise<{ seq: number; hash: string }> {
  const query = tx.select().from(auditHeads).where(eq(auditHeads.orgId, orgId));
  const [head] = hold ? await query.for('update') : await query;
  return head ? { seq: head.seq, hash: head.hash } : { seq: 0, hash: GENESIS };
}

/** The event a pack is cut at, and what had been checked of the record by then. */
export async function trailUpTo(tx: Tx, orgId: string, seq: number): Promise<TrailMaterial> {
  const [event] = await tx
    .select({ hash: auditEvents.hash, at: auditEvents.at })
    .from(auditEvents)
    .where(and(eq(auditEvents.orgId, orgId), eq(auditEvents.seq, seq)));
  const [checkpoint] = await tx
    .select({ seq: auditCheckpoints.seq, at: auditCheckpoints.at, keyId: auditCheckpoints.keyId })
    .from(auditCheckpoints)
    .where(and(eq(auditCheckpoints.orgId, orgId), lte(auditCheckpoints.seq, seq)))
    .orderBy(desc(auditCheckpoints.seq))
    .limit(1);
  const [verified] = await tx
    .select({
      seq: auditEvents.seq,
      at: auditEvents.at,
      by: auditEvents.actorName,
      ok: sql<boolean>`coalesce((${auditEvents.detail} ->> 'ok')::boolean, false)`,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.orgId, orgId), eq(auditEvents.action, 'audit.verified'), lte(auditEvents.seq, seq)))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  const [review] = await tx
    .select()
    .from(trailReviews)
    .where(and(eq(trailReviews.orgId, orgId), lte(trailReviews.toSeq, seq)))
    .orderBy(desc(trailReviews.number))
    .limit(1);
  return {
    ...{ seq, hash: event?.hash ?? GENESIS, at: event?.at ?? new Date(0).toISOString() },
    checkpoint: checkpoint ?? null,
    verified: verified ?? null,
    review: review
      ? {
          ...{ number: review.number, toSeq: review.toSeq, by: review.reviewerName, outcome: review.outcome },
          at: review.reviewedAt.toISOString(),
        }
      : null,
  };
}
