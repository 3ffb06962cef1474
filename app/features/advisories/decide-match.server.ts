/** A person confirms a match, or says that it is another device; the reason is remembered for the next advisory. */
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { matches } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment } from '../today';
import { type AdvisoryRow, changedMeanwhile, lockMatch, type MatchRow, matchObject } from './advisory-row.server';
import type { ConfirmForm } from './decision-forms';
import { recount } from './recount.server';
import { remember } from './remember.server';

export interface MatchDecision extends z.output<typeof ConfirmForm> {
  /** Whether the product of the advisory is the model. */
  same: boolean;
}

/** Writes a decision on a match in the actor's own name. The caller holds both locks and records the act. */
export async function decide(
  tx: Tx,
  actor: Actor,
  { match, advisory }: { match: MatchRow; advisory: AdvisoryRow },
  { same, reason }: Pick<MatchDecision, 'same' | 'reason'>,
): Promise<void> {
  const moment = presentMoment();
  await tx
    .update(matches)
    .set({
      ...{ state: same ? 'confirmed' : 'rejected', decision: reason, decidedByName: actor.name, decidedAt: moment },
      ...{ memoryId: null, version: match.version + 1, updatedAt: moment, updatedBy: actor.userId },
    })
    .where(and(eq(matches.orgId, actor.orgId), eq(matches.id, match.id)));
  const [line] = match.products;
  await remember(tx, actor, {
    ...{ productKey: match.productKey, modelId: match.modelId, same, reason },
    ...{ vendor: line?.vendor ?? '', product: line?.product || line?.name || '' },
  });
  await recount(tx, actor.orgId, [advisory.id]);
}

/** Null when the organisation has no such match. */
export const decideMatch = (
  actor: Actor,
  matchId: string,
  { version, same, reason }: MatchDecision,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const found = await lockMatch(tx, actor.orgId, matchId);
    if (!found) return null;
    const { match, advisory } = found;
    if (match.version !== version) return refused('', changedMeanwhile(match));
    await decide(tx, actor, found, { same, reason });
    await record(tx, auditActor(actor), {
      action: same ? 'match.confirmed' : 'match.rejected',
      object: matchObject(match, advisory),
      detail: { advisoryId: advisory.id, modelId: match.modelId, confidence: match.confidence, was: match.state },
      reason,
    });
    return saved(matchId);
  });
