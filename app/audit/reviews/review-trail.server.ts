/** Signing a review: the stretch since the last one, whether the chain held, and what somebody found in it. */

import { parseWithZod } from '@conform-to/zod/v4';
import canonicalize from 'canonicalize';
import { eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { auditHeads, type SignatureMethod, trailReviews } from '../../../db/schema/index.server';
import { errorsOf, type Kept } from '../../features/changes/posted';
import { placeOf } from '../../features/clocks/place.server';
import { keptWithoutProof, proofOf } from '../../features/posted-proof';
import type { FieldErrors } from '../../features/save-result';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { confirmIdentity } from '../../guard/step-up.server';
import { hashOf, record } from '../append.server';
import { checkpointNow } from '../take-checkpoint.server';
import { verifyChain } from '../verify.server';
import { reviewBinds } from './get-reviews.server';
import { ReviewForm } from './review-form';
import { lastReview } from './review-rows.server';
import { type Stretch, stretchOf } from './stretch.server';

export type ReviewResult = { ok: true; number: number } | { ok: false; errors: FieldErrors; kept: Kept };

const MOVED = 'Somebody has reviewed the record meanwhile. Look at what is left.';

async function readStretch(tx: Tx, actor: Actor, to: number): Promise<Stretch | null> {
  const { timeZone } = await placeOf(tx, actor.orgId);
  const from = ((await lastReview(tx, actor.orgId))?.toSeq ?? 0) + 1;
  if (to < from) return null;
  const stretch = await stretchOf(tx, actor.orgId, from, to, timeZone);
  return stretch.toHash === '' ? null : stretch;
}

/** Verifies, confirms who signs, and keeps the review. */
export async function reviewTrail(actor: Actor, form: FormData): Promise<ReviewResult> {
  const refused = (errors: FieldErrors): ReviewResult => ({ ok: false, errors, kept: keptWithoutProof(form) });
  const submission = parseWithZod(form, { schema: ReviewForm });
  if (submission.status !== 'success') return refused(errorsOf(submission));
  const wish = submission.value;
  const stretch = await inOrganisation(actor, (tx) => readStretch(tx, actor, wish.to));
  if (!stretch) return refused({ '': [MOVED] });
  const report = await verifyChain(actor.orgId, actor.organisation.name);
  const held = report.ok
    ? `The chain holds: ${report.events} events, head ${report.head}`
    : `The chain does not hold: ${report.fault ?? report.faults[0]?.words}`;
  if (!report.ok && wish.outcome === 'nothing_found') {
    return refused({ outcome: [`${held}. That has to be followed up.`] });
  }
  const confirmed = await confirmIdentity(actor, proofOf(form), reviewBinds(actor, stretch));
  if (!confirmed.ok) return refused(confirmed.errors);
  const number = await inOrganisation(actor, async (tx) => {
    // Two reviewers at once: the second finds the stretch gone.
    await tx.select().from(auditHeads).where(eq(auditHeads.orgId, actor.orgId)).for('update');
    const again = await readStretch(tx, actor, wish.to);
    return again?.from === stretch.from ? keep(tx, actor, again, wish, held, confirmed.method) : null;
  });
  if (number === null) return refused({ '': [MOVED] });
  await checkpointNow(actor.orgId);
  return { ok: true, number };
}

async function keep(
  tx: Tx,
  actor: Actor,
  stretch: Stretch,
  { outcome, findings }: ReviewForm,
  chainHeld: string,
  method: SignatureMethod,
): Promise<number> {
  const { timeZone } = await placeOf(tx, actor.orgId);
  const number = ((await lastReview(tx, actor.orgId))?.number ?? 0) + 1;
  const reviewedAt = new Date();
  const { from, to, toHash } = stretch;
  const payload = canonicalize({
    changemark_trail_review: 1,
    organisation: { id: actor.orgId, name: actor.organisation.name },
    ...{
      number,
      from,
      to,
      to_hash: toHash,
      chain: chainHeld,
      looked_at: stretch,
      outcome,
      findings,
      meaning: 'review',
    },
    signer: { id: actor.userId, name: actor.name, role: actor.role, job_title: actor.jobTitle },
    ...{ method, signed_at: reviewedAt.toISOString(), zone: timeZone },
  }) as string;
  const payloadSha256 = hashOf(payload);
  const [row] = await tx
    .insert(trailReviews)
    .values({
      ...{ orgId: actor.orgId, number, fromSeq: from, toSeq: to, toHash, chainHeld, findings, outcome, reviewedAt },
      lookedAt: canonicalize(stretch) as string,
      ...{ reviewerId: actor.userId, reviewerName: actor.name, reviewerRole: actor.role, method },
      ...{ payload, payloadSha256 },
    })
    .returning({ id: trailReviews.id });
  if (!row) throw new Error('The review was not kept');
  await record(tx, auditActor(actor), {
    action: 'audit.reviewed',
    object: { type: 'review', id: row.id, ref: `review ${number}` },
    detail: { number, from, to, toHash, outcome, chain: chainHeld, method, payloadSha256 },
    reason: findings,
  });
  return number;
}
