/** A version was installed on units: the register says so from now on, and why. Part of the transaction that did it. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { units } from '../../../db/schema/index.server';
import { rematch } from '../advisories/rematch.server';
import type { Source } from '../provenance/source';
import type { Recorder } from '../provenance/state-facts.server';
import { stateOneOnMany } from '../provenance/state-one-on-many.server';

const AT_ONCE = 5000;

/**
 * Sets the installed version of these units where the register says another. Units out of use are left as they are.
 * Rows are locked in one order, so that two roll-outs over the same units wait for each other. The caller records the act.
 * @returns how many units the register now says something else of
 */
export async function installVersion(
  tx: Tx,
  by: Recorder,
  wish: { unitIds: readonly string[]; version: string },
  source: Source,
): Promise<number> {
  const changed: string[] = [];
  const models = new Set<string>();
  for (let from = 0; from < wish.unitIds.length; from += AT_ONCE) {
    const rows = await tx
      .select({ id: units.id, modelId: units.modelId, installedVersion: units.installedVersion })
      .from(units)
      .where(
        and(
          eq(units.orgId, by.orgId),
          inArray(units.id, wish.unitIds.slice(from, from + AT_ONCE)),
          isNull(units.retiredAt),
        ),
      )
      .orderBy(asc(units.id))
      .for('update');
    const other = rows.filter(({ installedVersion }) => installedVersion !== wish.version).map(({ id }) => id);
    if (other.length === 0) continue;
    await tx
      .update(units)
      .set({
        installedVersion: wish.version,
        version: sql`${units.version} + 1`,
        updatedAt: new Date(),
        updatedBy: by.userId,
      })
      .where(and(eq(units.orgId, by.orgId), inArray(units.id, other)));
    changed.push(...other);
    for (const row of rows) models.add(row.modelId);
  }
  const statement = { field: 'installedVersion', value: wish.version };
  await stateOneOnMany(tx, by, { type: 'unit', ids: changed }, statement, source);
  for (const modelId of models) await rematch(tx, by.orgId, { modelId, versionsOnly: true });
  return changed.length;
}
