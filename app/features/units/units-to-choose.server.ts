/** The units of a model that a change may be for: by location, and one by one while they are few. */
import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { units } from '../../../db/schema/index.server';

/** Up to this many units are listed for picking; of more, serial numbers are typed. */
export const MOST_TO_PICK = 100;
/** A form with more locations than this is not read by anybody. */
const MOST_WARDS = 500;
const MOST_VERSIONS = 6;

export interface UnitToChoose {
  id: string;
  serial: string;
  location: string;
  installedVersion: string;
}

export interface UnitsToChoose {
  total: number;
  /** Busiest first; the empty name is "no location recorded". */
  wards: { name: string; count: number }[];
  /** Software versions recorded for single units, most frequent first; empty when none differs from the model. */
  versions: { release: string; count: number }[];
  /** Empty when there are more than can be listed. */
  units: UnitToChoose[];
}

/** Retired units are left out. Three queries. */
export async function unitsToChoose(tx: Tx, orgId: string, modelId: string): Promise<UnitsToChoose> {
  const inUse = and(eq(units.orgId, orgId), eq(units.modelId, modelId), isNull(units.retiredAt));
  const [wards, versions, listed] = await Promise.all([
    tx
      .select({ name: units.location, count: count() })
      .from(units)
      .where(inUse)
      .groupBy(units.location)
      .orderBy(sql`2 desc`, asc(units.location))
      .limit(MOST_WARDS),
    tx
      .select({ release: sql<string>`left(${units.installedVersion}, 40)`, count: count() })
      .from(units)
      .where(and(inUse, ne(units.installedVersion, '')))
      .groupBy(sql`1`)
      .orderBy(sql`2 desc`, sql`1`)
      .limit(MOST_VERSIONS),
    tx
      .select({
        id: units.id,
        serial: sql<string>`left(${units.serial}, 80)`,
        location: sql<string>`left(${units.location}, 80)`,
        installedVersion: sql<string>`left(${units.installedVersion}, 40)`,
      })
      .from(units)
      .where(inUse)
      .orderBy(asc(units.serialKey), asc(units.id))
      .limit(MOST_TO_PICK + 1),
  ]);
  const total = wards.reduce((sum, ward) => sum + ward.count, 0);
  return { total, wards, versions, units: listed.length > MOST_TO_PICK ? [] : listed };
}
