/** The units of a change and what is on record of each. */
import { and, asc, count, eq, inArray, isNull, max, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeUnits, deviceModels, implementations, units } from '../../../db/schema/index.server';
import { OUTCOMES, type Progress } from './outcomes';

export type ImplementationRow = typeof implementations.$inferSelect;

/** Units of a change with their models and their record in force: what every list here is narrowed from. */
const joined = (tx: Tx, orgId: string, changeId: string, more?: SQL) =>
  tx
    .select({
      id: units.id,
      serial: units.serial,
      serialKey: units.serialKey,
      location: units.location,
      retiredAt: units.retiredAt,
      installed: sql<string>`coalesce(nullif(${units.installedVersion}, ''), ${deviceModels.softwareVersion})`,
      record: implementations,
    })
    .from(changeUnits)
    .innerJoin(units, and(eq(units.orgId, changeUnits.orgId), eq(units.id, changeUnits.unitId)))
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, units.orgId), eq(deviceModels.id, units.modelId)))
    .leftJoin(
      implementations,
      and(
        eq(implementations.orgId, changeUnits.orgId),
        eq(implementations.changeId, changeUnits.changeId),
        eq(implementations.unitId, changeUnits.unitId),
        isNull(implementations.supersededAt),
      ),
    )
    .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId), more));

export type UnitOfChange = Awaited<ReturnType<typeof joined>>[number];

/** One page of them; `order` as the keyset wants it. */
export const unitPage = (
  tx: Tx,
  at: { orgId: string; changeId: string },
  narrowed: SQL | undefined,
  order: SQL,
  limit: number,
): Promise<UnitOfChange[]> => joined(tx, at.orgId, at.changeId, narrowed).orderBy(order).limit(limit);

const WITHOUT_RECORD = isNull(implementations.id);

/** Those that are meant by ids, by serial numbers, or by having no record yet. */
export const chosenUnits = (
  tx: Tx,
  orgId: string,
  changeId: string,
  choice: { ids: readonly string[] } | { serials: readonly string[] } | 'rest',
): Promise<UnitOfChange[]> => {
  const which =
    choice === 'rest'
      ? WITHOUT_RECORD
      : 'ids' in choice
        ? inArray(units.id, [...choice.ids])
        : inArray(units.serial, [...choice.serials]);
  return joined(tx, orgId, changeId, which).orderBy(asc(units.serialKey), asc(units.id));
};

/** Every unit with what was done on it, in one order. */
export const allUnits = (tx: Tx, orgId: string, changeId: string): Promise<UnitOfChange[]> =>
  joined(tx, orgId, changeId).orderBy(asc(units.id));

/** How far a change is. One query. */
export async function progressOf(tx: Tx, orgId: string, changeId: string): Promise<Progress> {
  const rows = await tx
    .select({ outcome: implementations.outcome, units: count() })
    .from(changeUnits)
    .leftJoin(
      implementations,
      and(
        eq(implementations.orgId, changeUnits.orgId),
        eq(implementations.changeId, changeUnits.changeId),
        eq(implementations.unitId, changeUnits.unitId),
        isNull(implementations.supersededAt),
      ),
    )
    .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId)))
    .groupBy(implementations.outcome);
  const of = (outcome: string | null) => rows.find((row) => row.outcome === outcome)?.units ?? 0;
  const byOutcome = Object.fromEntries(OUTCOMES.map((one) => [one, of(one)])) as Progress['byOutcome'];
  return { units: rows.reduce((sum, row) => sum + row.units, 0), byOutcome, unrecorded: of(null) };
}

/** When the newest record of a change was made; empty: there is none. */
export async function newestRecord(tx: Tx, orgId: string, changeId: string): Promise<string> {
  const [row] = await tx
    .select({ at: max(implementations.recordedAt) })
    .from(implementations)
    .where(and(eq(implementations.orgId, orgId), eq(implementations.changeId, changeId)));
  return row?.at?.toISOString() ?? '';
}

/** Whether somebody did or recorded anything on any unit, whatever took its place since. */
export async function hasImplemented(tx: Tx, orgId: string, changeId: string, person: string): Promise<boolean> {
  const rows = await tx
    .select({ id: implementations.id })
    .from(implementations)
    .where(
      and(
        eq(implementations.orgId, orgId),
        eq(implementations.changeId, changeId),
        or(eq(implementations.doneBy, person), eq(implementations.recordedBy, person)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
