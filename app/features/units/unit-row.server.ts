/** A unit's row, locked for an edit. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels, units } from '../../../db/schema/index.server';

export type UnitRow = typeof units.$inferSelect;

/** Locks and reads a unit, or null when the organisation has no such unit. */
export async function lockUnit(tx: Tx, orgId: string, id: string): Promise<UnitRow | null> {
  const [row] = await tx
    .select()
    .from(units)
    .where(and(eq(units.orgId, orgId), eq(units.id, id)))
    .for('update');
  return row ?? null;
}

/**
 * As `lockUnit`, with the model locked first: retiring counts on the model's row, and a retiring model locks in that
 * order too.
 */
export async function lockUnitAndModel(tx: Tx, orgId: string, id: string): Promise<UnitRow | null> {
  await tx
    .select({ id: deviceModels.id })
    .from(deviceModels)
    .where(
      and(
        eq(deviceModels.orgId, orgId),
        inArray(
          deviceModels.id,
          tx
            .select({ id: units.modelId })
            .from(units)
            .where(and(eq(units.orgId, orgId), eq(units.id, id))),
        ),
      ),
    )
    .for('update');
  return lockUnit(tx, orgId, id);
}

/** What the audit trail calls a unit. */
export const unitObject = (id: string, serial: string) => ({ type: 'unit', id, ref: serial.slice(0, 300) });
