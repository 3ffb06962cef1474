/** Taking a retired supplier back onto the lists. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { suppliers } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { RetireInput } from '../retire-form';
import { refused, type SaveResult, saved } from '../save-result';
import { lockSupplier, supplierObject } from './supplier-row.server';

/** Restores a supplier; null when the organisation has no such supplier. */
export const restoreSupplier = (actor: Actor, id: string, { reason }: RetireInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockSupplier(tx, actor.orgId, id);
    if (!row) return null;
    if (!row.retiredAt) return refused('', 'This supplier is on the lists already.');
    await tx
      .update(suppliers)
      .set({ retiredAt: null, version: row.version + 1, updatedAt: new Date(), updatedBy: actor.userId })
      .where(and(eq(suppliers.orgId, actor.orgId), eq(suppliers.id, id)));
    await record(tx, auditActor(actor), {
      action: 'supplier.restored',
      object: supplierObject(id, row.name),
      detail: { version: row.version + 1 },
      reason,
    });
    return saved(id);
  });
