/** The units of a change and what is on record of each. */
import { and, asc, count, eq, inArray, isNull, max, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeUnits, deviceModels, implementations, units } from '../../../db/schema/index.server';
import { OUTCOMES, type Progress } from './outcomes';

export type ImplementationRow = typeof implementations.$inferSelect;

/**
 * The record in force of the unit at hand. `limit` keeps it a look-up of its own: just after thousands of records were
 * written, before any statistics are gathered, a plain join would compare every unit with every record.
 */
const currentRecord = (tx: Tx) =>
  tx
    .select()
    .from(implementations)
    .where(
      and(
        eq(implementations.orgId, changeUnits.orgId),
        eq(implementations.changeId, changeUnits.changeId),
        eq(implementations.unitId, changeUnits.unitId),
        isNull(implementations.supersededAt),
      ),
    )
    .limit(1)
    .as('now_on_unit');

/** As conditions on the lists below name them. */
export const RECORD_ID = sql`now_on_unit.id`;
export const RECORD_OUTCOME = sql`now_on_unit.outcome`;

/** Units of a change with the record in force of each: what every list here is narrowed from. */
const joined = (tx: Tx, orgId: string, changeId: string, more?: SQL) => {
  const now = currentRecord(tx);
  return tx
    .select({
      id: units.id,
      serial: units.serial,
      serialKey: units.serialKey,
      location: units.location,
      retiredAt: units.retiredAt,
      installed: sql<string>`coalesce(nullif(${units.installedVersion}, ''), (
        select ${deviceModels.softwareVersion} from ${deviceModels}
        where ${deviceModels.orgId} = ${units.orgId} and ${deviceModels.id} = ${units.modelId}))`,
      record: {
        ...{ id: now.id, outcome: now.outcome, versionBefore: now.versionBefore, versionAfter: now.versionAfter },
        ...{ doneAt: now.doneAt, doneByName: now.doneByName, test: now.test, testNote: now.testNote },
        ...{ rollBack: now.rollBack, deviation: now.deviation },
        ...{ recordedAt: now.recordedAt, recordedByName: now.recordedByName },
      },
    })
    .from(changeUnits)
    .innerJoin(units, and(eq(units.orgId, changeUnits.orgId), eq(units.id, changeUnits.unitId)))
    .leftJoinLateral(now, sql`true`)
    .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId), more));
};

export type UnitOfChange = Awaited<ReturnType<typeof joined>>[number];

/** One page of them; `order` as the keyset wants it. */
export const unitPage = (
  tx: Tx,
  at: { orgId: string; changeId: string },
  narrowed: SQL | undefined,
  order: SQL,
  limit: number,
): Promise<UnitOfChange[]> => joined(tx, at.orgId, at.changeId, narrowed).orderBy(order).limit(limit);

const WITHOUT_RECORD = sql`${RECORD_ID} is null`;

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

/** How far a change is. Two queries. */
export async function progressOf(tx: Tx, orgId: string, changeId: string): Promise<Progress> {
  const [all] = await tx
    .select({ units: count() })
    .from(changeUnits)
    .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId)));
  const rows = await tx
    .select({ outcome: implementations.outcome, units: count() })
    .from(implementations)
    .where(
      and(
        eq(implementations.orgId, orgId),
        eq(implementations.changeId, changeId),
        isNull(implementations.supersededAt),
        inArray(
          implementations.unitId,
          tx
            .select({ id: changeUnits.unitId })
            .from(changeUnits)
            .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId))),
        ),
      ),
    )
    .groupBy(implementations.outcome);
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.units ?? 0;
  const byOutcome = Object.fromEntries(OUTCOMES.map((one) => [one, of(one)])) as Progress['byOutcome'];
  const recorded = rows.reduce((sum, row) => sum + row.units, 0);
  return { units: all?.units ?? 0, byOutcome, unrecorded: (all?.units ?? 0) - recorded };
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
