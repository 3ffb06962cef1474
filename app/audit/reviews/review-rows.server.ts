/** Reviews of the trail that were signed, and when the next one is due. */
import { and, desc, eq, lt } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { auditHeads, organisations, trailReviews } from '../../../db/schema/index.server';
import { currentPolicy } from '../../features/sign-off/current-policy.server';

export type TrailReviewRow = typeof trailReviews.$inferSelect;

/** The review signed last, or null. */
export async function lastReview(tx: Tx, orgId: string): Promise<TrailReviewRow | null> {
  const [row] = await tx
    .select()
    .from(trailReviews)
    .where(eq(trailReviews.orgId, orgId))
    .orderBy(desc(trailReviews.number))
    .limit(1);
  return row ?? null;
}

/** Newest first; `before` is the number after which the page goes on. */
export const reviewRows = (tx: Tx, orgId: string, before: number | null, limit: number): Promise<TrailReviewRow[]> =>
  tx
    .select()
    .from(trailReviews)
    .where(and(eq(trailReviews.orgId, orgId), ...(before === null ? [] : [lt(trailReviews.number, before)])))
    .orderBy(desc(trailReviews.number))
    .limit(limit);

/** Number of the last event of the organisation. */
export async function headSeq(tx: Tx, orgId: string): Promise<number> {
  const [head] = await tx.select({ seq: auditHeads.seq }).from(auditHeads).where(eq(auditHeads.orgId, orgId));
  return head?.seq ?? 0;
}

export interface ReviewDue {
  /** Year-month-day. */
  dueOn: string;
  overdue: boolean;
  /** Day of the last review; null: none yet. */
  lastOn: string | null;
  everyDays: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** When the record has to be reviewed next, by the policy in force. For Home and for the page of reviews. */
export async function reviewDue(tx: Tx, orgId: string, day: string): Promise<ReviewDue> {
  const { trail_review_days: everyDays } = await currentPolicy(tx, orgId);
  const last = await lastReview(tx, orgId);
  const [org] = await tx
    .select({ createdAt: organisations.createdAt })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  const since = last?.reviewedAt ?? org?.createdAt ?? new Date(`${day}T00:00:00Z`);
  const dueOn = new Date(since.getTime() + everyDays * DAY_MS).toISOString().slice(0, 10);
  return { dueOn, overdue: dueOn < day, lastOn: last?.reviewedAt.toISOString().slice(0, 10) ?? null, everyDays };
}
