/** Taking every unit of a model out of use together with the model: part of the model's own transaction and event. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { units } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';

const inUse = (actor: Pick<Actor, 'orgId'>, modelId: string) =>
  and(eq(units.orgId, actor.orgId), eq(units.modelId, modelId), isNull(units.retiredAt));

/** Whether any unit of the model is still in use. */
export async function hasUnitsInUse(tx: Tx, actor: Pick<Actor, 'orgId'>, modelId: string): Promise<boolean> {
  const rows = await tx.select({ id: units.id }).from(units).where(inUse(actor, modelId)).limit(1);
  return rows.length > 0;
}

/** Retires them all; returns how many there were. The caller holds the model's lock and records the act. */
export async function retireUnitsOf(tx: Tx, actor: Actor, modelId: string, at: Date): Promise<number> {
  const retired = await tx
    .update(units)
    .set({ retiredAt: at, updatedAt: at, updatedBy: actor.userId, version: sql`${units.version} + 1` })
    .where(inUse(actor, modelId))
    .returning({ id: units.id });
  return retired.length;
}
