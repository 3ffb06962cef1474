import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeUnits, units } from '../../../db/schema/index.server';

/** Units of a change by location, busiest first. */
export const wardsOf = (tx: Tx, orgId: string, changeId: string): Promise<{ name: string; count: number }[]> =>
  tx
    .select({ name: sql<string>`left(${units.location}, 200)`, count: count() })
    .from(changeUnits)
    .innerJoin(units, and(eq(units.orgId, changeUnits.orgId), eq(units.id, changeUnits.unitId)))
    .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId)))
    .groupBy(sql`1`)
    .orderBy(desc(count()), sql`1`);
