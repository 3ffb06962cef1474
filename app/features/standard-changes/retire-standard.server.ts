/** Retiring a standard change: nobody uses it from now on; what was made under it stays as it is. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { standardChanges } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { mayMakeStandards } from './founding.server';
import { standardObject } from './make-standard.server';

/** Null when it is not here. */
export const retireStandard = (actor: Actor, id: string, reason: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const [row] = await tx
      .select({ id: standardChanges.id, number: standardChanges.number, retiredAt: standardChanges.retiredAt })
      .from(standardChanges)
      .where(and(eq(standardChanges.orgId, actor.orgId), eq(standardChanges.id, id)))
      .for('update');
    if (!row) return null;
    if (!mayMakeStandards(actor)) return refused('', 'Regulatory affairs and risk owners retire standard changes.');
    if (row.retiredAt) return refused('', 'It is retired already.');
    await tx
      .update(standardChanges)
      .set({ retiredAt: new Date(), retiredByName: actor.name, retireReason: reason })
      .where(
        and(eq(standardChanges.orgId, actor.orgId), eq(standardChanges.id, id), isNull(standardChanges.retiredAt)),
      );
    await record(tx, auditActor(actor), {
      action: 'standard.retired',
      object: standardObject(row),
      reason,
    });
    return saved(id);
  });
