/** Either side ends a delegation before its day, or an administrator does. What was signed under it stays. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { delegations } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { refused, type SaveResult, saved } from '../save-result';
import { today } from '../today';
import { delegationInWords } from './delegation-words';
import { revocable, standingOf } from './standing';

/** Whether somebody may end this delegation. Pure. */
export const mayRevoke = (
  actor: Pick<Actor, 'userId' | 'role'>,
  of: { principalId: string; delegateId: string },
): boolean => of.principalId === actor.userId || of.delegateId === actor.userId || can(actor, 'people:manage');

/** Null when the organisation has no such delegation. */
export const revokeDelegation = (actor: Actor, id: string, reason: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const mine = and(eq(delegations.orgId, actor.orgId), eq(delegations.id, id));
    const [row] = await tx.select().from(delegations).where(mine).for('update');
    if (!row) return null;
    if (!mayRevoke(actor, row)) {
      return refused('', 'Only the two people it names revoke it, or an administrator.');
    }
    const standing = standingOf(row, today());
    if (!revocable(standing)) {
      return refused('', standing === 'revoked' ? 'It is revoked already.' : 'It is over already.');
    }
    await tx
      .update(delegations)
      .set({ revokedAt: new Date(), revokedByName: actor.name, revokeReason: reason })
      .where(and(mine, isNull(delegations.revokedAt)));
    await record(tx, auditActor(actor), {
      action: 'delegation.revoked',
      object: { type: 'delegation', id, ref: `delegation ${row.number}` },
      detail: { words: delegationInWords(row) },
      reason,
    });
    return saved(id);
  });
