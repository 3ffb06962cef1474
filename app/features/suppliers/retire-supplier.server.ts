/** Taking a supplier off the lists: gone out of business, merged, or entered by mistake. It stays readable. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels, suppliers } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { RetireInput } from '../retire-form';
import { refused, type SaveResult, saved } from '../save-result';
import { lockSupplier, supplierObject } from './supplier-row.server';

/** Retires a supplier without models in use; null when the organisation has no such supplier. */
export const retireSupplier = (actor: Actor, id: string, { reason }: RetireInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockSupplier(tx, actor.orgId, id);
    if (!row) return null;
    if (row.retiredAt) return refused('', 'This supplier is retired already.');
    const [standing] = await tx
      .select({ name: deviceModels.name })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.supplierId, id), isNull(deviceModels.retiredAt)))
      .limit(1);
    if (standing) {
      const name = standing.name.slice(0, 100);
      return refused(
        '',
        `Its models are still in use, for example ${name}. Retire them or give them another maker first.`,
      );
    }
    const now = new Date();
    await tx
      .update(suppliers)
      .set({ retiredAt: now, version: row.version + 1, updatedAt: now, updatedBy: actor.userId })
      .where(and(eq(suppliers.orgId, actor.orgId), eq(suppliers.id, id)));
    await record(tx, auditActor(actor), {
      action: 'supplier.retired',
      object: supplierObject(id, row.name),
      detail: { version: row.version + 1 },
      reason,
    });
    return saved(id);
  });
