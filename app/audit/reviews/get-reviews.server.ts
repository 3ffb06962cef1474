/** The page of reviews: when the next is due, the stretch it would be about, and those that were signed. */
import { inOrganisation } from '../../../db/client.server';
import { placeOf } from '../../features/clocks/place.server';
import type { SigningWays } from '../../features/people/signing-ways';
import { signingWays } from '../../features/people/signing-ways.server';
import { today } from '../../features/today';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { digestOfJson } from '../covered/claims.server';
import { headSeq, lastReview, type ReviewDue, reviewDue, reviewRows } from './review-rows.server';
import { type Stretch, stretchOf } from './stretch.server';

const PAGE = 25;

export interface ReviewsPage {
  due: ReviewDue;
  stretch: Stretch;
  /** Null for somebody who may read the record and not review it. */
  ways: SigningWays | null;
  reviews: {
    number: number;
    fromSeq: number;
    toSeq: number;
    outcome: string;
    findings: string;
    chainHeld: string;
    reviewerName: string;
    reviewerRole: string;
    reviewedAt: string;
    method: string;
    payloadSha256: string;
  }[];
  /** Goes on after this number; null: no more. */
  after: number | null;
}

/** What a passkey's answer is bound to: exactly this stretch, by this person. */
export const reviewBinds = (actor: Actor, { from, to, toHash }: Pick<Stretch, 'from' | 'to' | 'toHash'>): string =>
  digestOfJson({ review: 1, org: actor.orgId, person: actor.userId, from, to, toHash });

/** @param before from the address: reviews older than this number */
export async function getReviews(actor: Actor, before: number | null): Promise<ReviewsPage> {
  const found = await inOrganisation(actor, async (tx) => {
    const { timeZone } = await placeOf(tx, actor.orgId);
    const last = await lastReview(tx, actor.orgId);
    return {
      due: await reviewDue(tx, actor.orgId, today()),
      stretch: await stretchOf(tx, actor.orgId, (last?.toSeq ?? 0) + 1, await headSeq(tx, actor.orgId), timeZone),
      rows: await reviewRows(tx, actor.orgId, before, PAGE + 1),
    };
  });
  const rows = found.rows.slice(0, PAGE);
  return {
    ...{ due: found.due, stretch: found.stretch },
    ways: can(actor, 'audit:review') ? await signingWays(actor, reviewBinds(actor, found.stretch)) : null,
    reviews: rows.map(({ number, fromSeq, toSeq, outcome, findings, chainHeld, ...row }) => ({
      ...{ number, fromSeq, toSeq, outcome, findings, chainHeld },
      ...{ reviewerName: row.reviewerName, reviewerRole: row.reviewerRole, method: row.method },
      ...{ reviewedAt: row.reviewedAt.toISOString(), payloadSha256: row.payloadSha256 },
    })),
    after: found.rows.length > PAGE ? (rows.at(-1)?.number ?? null) : null,
  };
}
