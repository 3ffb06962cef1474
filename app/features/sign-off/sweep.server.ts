/**
 * Every minute, in every organisation: approvals whose day is over expire, however they came about, and signatures fall
 * whose ground has moved without anybody having been there. Safe to run twice at once: each change is locked by one.
 */
import { and, asc, eq, gt, inArray, lt } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { once } from '../../../db/once';
import { changes, signOffRounds } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { inTheBackground } from '../../audit/outsiders';
import { organisationsWithChains } from '../../audit/verify.server';
import { changeObject, lockChange, moveChange } from '../changes/change-row.server';
import { isDecided } from '../changes/change-status';
import { today } from '../today';
import { reviewSignatures } from './review-signatures.server';
import { approvedRound, endRound } from './rounds.server';

/** Changes looked at in one go. */
const PAGE = 200;

/** @returns how many approvals expired */
export async function expireApprovals(orgId: string, day = today()): Promise<number> {
  const due = await inOrganisation({ orgId, userId: null }, (tx) =>
    tx
      .select({ changeId: signOffRounds.changeId })
      .from(signOffRounds)
      .where(
        and(eq(signOffRounds.orgId, orgId), eq(signOffRounds.status, 'approved'), lt(signOffRounds.expiresOn, day)),
      )
      .orderBy(asc(signOffRounds.expiresOn), asc(signOffRounds.id))
      .limit(PAGE),
  );
  let expired = 0;
  for (const { changeId } of due) if (await expireOne(orgId, changeId, day)) expired += 1;
  return expired;
}

const expireOne = (orgId: string, changeId: string, day: string): Promise<boolean> =>
  inOrganisation({ orgId, userId: null }, async (tx) => {
    const by = inTheBackground(orgId);
    const change = await lockChange(tx, orgId, changeId);
    const round = await approvedRound(tx, orgId, changeId);
    if (!change || !round?.expiresOn || round.expiresOn >= day) return false;
    if (!isDecided(change.status)) return false;
    await endRound(tx, round, { status: 'expired', reason: `Its last day was ${round.expiresOn}.` });
    const moved = await moveChange(tx, by, change, 'expire');
    await record(tx, by, {
      action: 'change.expired',
      object: changeObject(change),
      detail: { round: round.number, expiresOn: round.expiresOn, from: change.status, moved: moved.ok },
    });
    return true;
  });

/** Looks at every change whose signatures count. @returns how many had something to say */
export async function reviewAll(orgId: string): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  let found = 0;
  for (;;) {
    const page = await inOrganisation({ orgId, userId: null }, (tx) =>
      tx
        .select({ id: changes.id })
        .from(changes)
        .where(
          and(
            eq(changes.orgId, orgId),
            gt(changes.id, after),
            inArray(changes.status, ['in_sign_off', 'approved', 'in_implementation', 'verifying']),
          ),
        )
        .orderBy(asc(changes.id))
        .limit(PAGE),
    );
    for (const { id } of page) {
      found += await inOrganisation({ orgId, userId: null }, async (tx) => {
        const by = inTheBackground(orgId);
        const events = await reviewSignatures(tx, by, id);
        if (events.length > 0) await record(tx, by, ...events);
        return events.length > 0 ? 1 : 0;
      });
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return found;
    after = last.id;
  }
}

const REVIEW_EVERY_MS = 15 * 60_000;
const lastReview = () => once('sign-off.last-review', () => ({ at: 0 }));

/**
 * Part of the minute's tick. Looking at every signed change is for what no act of a person announces, so it is done
 * every quarter of an hour; each gate looks for itself besides.
 */
export async function sweepSignOff(now = Date.now()): Promise<void> {
  const review = now - lastReview().at >= REVIEW_EVERY_MS;
  if (review) lastReview().at = now;
  for (const { id } of await organisationsWithChains()) {
    await expireApprovals(id);
    if (review) await reviewAll(id);
  }
}
