/** Setting a claim aside with a reason: it counts for nothing, and stays in the record with who decided so. */
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { claims } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { requiredText } from '../text-input';
import { claimObject, decidedAlready, lockClaims } from './claim-row.server';

export const SetAsideForm = z.object({
  reason: requiredText('Say why, in a few words: the supplier may ask, and the record keeps it.'),
});

/** Null when the claim does not exist in the actor's organisation. */
export const setAsideClaim = (
  actor: Actor,
  claimId: string,
  { reason }: z.output<typeof SetAsideForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const [claim] = await lockClaims(tx, actor.orgId, [claimId]);
    if (!claim) return null;
    const refusal = decidedAlready(claim);
    if (refusal) return refused('', refusal);
    const decision = { decidedBy: actor.userId, decidedByName: actor.name, decidedAt: new Date() };
    await tx
      .update(claims)
      .set({ status: 'set_aside', reason, ...decision })
      .where(and(eq(claims.orgId, actor.orgId), eq(claims.id, claimId)));
    await record(tx, auditActor(actor), {
      action: 'claim.set_aside',
      object: claimObject(claim),
      detail: { subject: claim.subject, statement: claim.statement, quotation: claim.quotation },
      reason,
    });
    return saved(claimId);
  });
