/** Taking a unit out of use: scrapped, sold, sent back. It stays readable. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { units } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import type { RetireInput } from '../retire-form';
import { refused, type SaveResult, saved } from '../save-result';
import { lockUnitAndModel, unitObject } from './unit-row.server';

/** Retires a unit; null when the organisation has no such unit. */
export const retireUnit = (actor: Actor, id: string, { reason }: RetireInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockUnitAndModel(tx, actor.orgId, id);
    if (!row) return null;
    if (row.retiredAt) return refused('', 'This unit is retired already.');
    const now = new Date();
    await tx
      .update(units)
      .set({ retiredAt: now, version: row.version + 1, updatedAt: now, updatedBy: actor.userId })
      .where(and(eq(units.orgId, actor.orgId), eq(units.id, id)));
    await rematch(tx, actor.orgId, { modelId: row.modelId, versionsOnly: true });
    await record(tx, auditActor(actor), {
      action: 'unit.retired',
      object: unitObject(id, row.serial),
      detail: { version: row.version + 1 },
      reason,
    });
    return saved(id);
  });
