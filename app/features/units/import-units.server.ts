/** Units by the hundred: what an import looks up, adds, changes and takes back, in a fixed number of statements. */
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { units } from '../../../db/schema/index.server';
import { anyId, anyText, asJsonb } from '../in-json.server';
import type { Source } from '../provenance/source';
import type { Recorder } from '../provenance/state-facts.server';
import { type ImportedFact, stateImported, takeBackFacts } from '../provenance/state-imported.server';
import { fieldChanges } from '../provenance/statements';
import { UNIT_FIELDS, type UnitValues } from './unit-fields';

export type UnitRow = typeof units.$inferSelect;

/** What the index over serial numbers holds of one. */
const serialKey = (serial: string) => [...serial].slice(0, 120).join('').toLowerCase();

/** Units with these serial numbers, of whatever model; locked in one order when asked to. */
export async function unitsBySerial(
  tx: Tx,
  orgId: string,
  serials: readonly string[],
  lock: boolean,
): Promise<UnitRow[]> {
  if (serials.length === 0) return [];
  const query = tx
    .select()
    .from(units)
    // By the key, for the planner may not use the index over digests; the caller compares the whole serial number.
    .where(and(eq(units.orgId, orgId), sql`${units.serialKey} = ${anyText([...new Set(serials.map(serialKey))])}`))
    .orderBy(asc(units.id));
  return lock ? query.for('update') : query;
}

/** Units of this organisation by id, as `unitsBySerial`. */
export async function unitsById(tx: Tx, orgId: string, ids: readonly string[], lock: boolean): Promise<UnitRow[]> {
  if (ids.length === 0) return [];
  const query = tx
    .select()
    .from(units)
    .where(and(eq(units.orgId, orgId), inArray(units.id, [...ids])))
    .orderBy(asc(units.id));
  return lock ? query.for('update') : query;
}

/** Every asset tag in use, with its unit: read once a run, since no index leads from a tag to its unit. */
export const unitsByTag = (tx: Tx, orgId: string) =>
  tx
    .select({ id: units.id, modelId: units.modelId, assetTag: units.assetTag })
    .from(units)
    .where(and(eq(units.orgId, orgId), ne(units.assetTag, '')));

const COLUMNS: Record<keyof UnitValues, string> = {
  serial: 'serial',
  assetTag: 'asset_tag',
  site: 'site',
  location: 'location',
  networkZone: 'network_zone',
  installedVersion: 'installed_version',
  osProduct: 'os_product',
  osRelease: 'os_release',
  owner: 'owner',
  suppliedOn: 'supplied_on',
  notes: 'notes',
};

const FIELDS = Object.keys(COLUMNS) as (keyof UnitValues)[];

/** The values of a row alone. */
export const unitValuesOf = (row: UnitValues): UnitValues =>
  Object.fromEntries(FIELDS.map((field) => [field, row[field]])) as unknown as UnitValues;

const columnsOf = (values: UnitValues) => Object.fromEntries(FIELDS.map((field) => [COLUMNS[field], values[field]]));

const COLUMN_LIST = sql.raw(Object.values(COLUMNS).join(', '));
const WRITTEN = sql.raw(
  Object.values(COLUMNS)
    .map((column) => `${column} = given.${column}`)
    .join(', '),
);
const TYPES = sql.raw(
  Object.values(COLUMNS)
    .map((column) => `${column} ${column === 'supplied_on' ? 'date' : 'text'}`)
    .join(', '),
);

/** What is stated of a unit by these values. */
const factsOf = (id: string, values: UnitValues): ImportedFact[] =>
  UNIT_FIELDS.flatMap(({ field, of }) => {
    const value = of(values);
    return value === null ? [] : [{ id, field, value }];
  });

export interface NewUnit {
  id: string;
  modelId: string;
  values: UnitValues;
}

/** Adds units with what is said of them. */
export async function addImportedUnits(tx: Tx, by: Recorder, added: readonly NewUnit[], source: Source): Promise<void> {
  if (added.length === 0) return;
  const rows = added.map(({ id, modelId, values }) => ({ id, model_id: modelId, ...columnsOf(values) }));
  await tx.execute(sql`
    insert into units (org_id, id, model_id, ${COLUMN_LIST}, created_by, updated_by)
    select ${by.orgId}::uuid, id, model_id, ${COLUMN_LIST}, ${by.userId}::uuid, ${by.userId}::uuid
    from jsonb_to_recordset(${asJsonb(rows)}) as given (id uuid, model_id uuid, ${TYPES})`);
  const facts = added.flatMap(({ id, values }) => factsOf(id, values));
  await stateImported(tx, by, 'unit', facts, source, { known: false });
}

export interface ChangedUnit {
  id: string;
  before: UnitValues;
  after: UnitValues;
  /** Retired, and taken back into use by this; or the other way round. */
  retired?: boolean;
}

async function overwrite(tx: Tx, by: Recorder, changed: readonly ChangedUnit[]): Promise<void> {
  const rows = changed.map(({ id, after, retired }) => ({ id, retired: retired ?? null, ...columnsOf(after) }));
  await tx.execute(sql`
    update units u set ${WRITTEN}, version = u.version + 1, updated_at = now(), updated_by = ${by.userId}::uuid,
      retired_at = case given.retired when true then now() when false then null else u.retired_at end
    from jsonb_to_recordset(${asJsonb(rows)}) as given (id uuid, retired boolean, ${TYPES})
    where u.org_id = ${by.orgId} and u.id = given.id and u.id = ${anyId(rows.map(({ id }) => id))}`);
}

/** Overwrites units, which the caller has locked, and states what changed. */
export async function changeImportedUnits(
  tx: Tx,
  by: Recorder,
  changed: readonly ChangedUnit[],
  source: Source,
): Promise<void> {
  if (changed.length === 0) return;
  await overwrite(tx, by, changed);
  const facts = changed.flatMap(({ id, before, after }) =>
    fieldChanges(UNIT_FIELDS, before, after).map(({ field, to }) => ({ id, field, value: to })),
  );
  await stateImported(tx, by, 'unit', facts, source);
}

/** Puts units, which the caller has locked, back to what they were, with the sources their fields had. */
export async function putBackUnits(tx: Tx, by: Recorder, changed: readonly ChangedUnit[]): Promise<void> {
  if (changed.length === 0) return;
  await overwrite(tx, by, changed);
  const fields = changed.flatMap(({ id, before, after }) =>
    fieldChanges(UNIT_FIELDS, before, after).map(({ field }) => ({ id, field })),
  );
  await takeBackFacts(tx, by, 'unit', fields);
}
