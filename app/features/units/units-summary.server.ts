/** Where the units of a model stand and what runs on them, in a few counts. */
import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { units } from '../../../db/schema/index.server';

export interface UnitsSummary {
  /** Installed version as recorded (empty: as the model says), with the number of units. */
  versions: { name: string; units: number }[];
  locations: { name: string; units: number }[];
  zones: { name: string; units: number }[];
}

const MOST = 6;

/** Counts the units in use of a model by version, location and zone, the most frequent of each. */
export async function unitsSummary(tx: Tx, orgId: string, modelId: string): Promise<UnitsSummary> {
  const inUse = and(eq(units.orgId, orgId), eq(units.modelId, modelId), isNull(units.retiredAt));
  const by = (column: typeof units.installedVersion | typeof units.location | typeof units.networkZone) =>
    tx
      .select({ name: sql<string>`left(${column}, 120)`, units: count() })
      .from(units)
      .where(inUse)
      .groupBy(sql`1`)
      .orderBy(desc(count()), sql`1`)
      .limit(MOST);
  return {
    versions: await by(units.installedVersion),
    locations: await by(units.location),
    zones: await by(units.networkZone),
  };
}
