/** Ending an exception before its day. What was signed under it stays, and keeps saying so. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { roleExceptions } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { refused, type SaveResult, saved } from '../save-result';
import { today } from '../today';
import { placesInWords } from './delegation-words';
import { revocable, standingOf } from './standing';

/** Null when the organisation has no such exception. */
export const revokeException = (actor: Actor, id: string, reason: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const mine = and(eq(roleExceptions.orgId, actor.orgId), eq(roleExceptions.id, id));
    const [row] = await tx.select().from(roleExceptions).where(mine).for('update');
    if (!row) return null;
    if (!can(actor, 'risk:accept')) return refused('', 'Your role revokes no exceptions.');
    const standing = standingOf(row, today());
    if (!revocable(standing)) {
      return refused('', standing === 'revoked' ? 'It is revoked already.' : 'It is over already.');
    }
    await tx
      .update(roleExceptions)
      .set({ revokedAt: new Date(), revokedByName: actor.name, revokeReason: reason })
      .where(mine);
    await record(tx, auditActor(actor), {
      action: 'exception.revoked',
      object: { type: 'role_exception', id, ref: `exception ${row.number}` },
      detail: { person: row.personName, places: placesInWords(row.slots) },
      reason,
    });
    return saved(id);
  });
