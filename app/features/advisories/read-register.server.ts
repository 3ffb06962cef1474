/** What matching reads of the register: models with their systems, components by name, and what units run. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { components, deviceModels, suppliers, units } from '../../../db/schema/index.server';
import { componentKey } from './matching/match-component';
import type { RegisteredComponent, RegisteredModel, RunningVersion } from './matching/register';

/** An operating system as one text; empty is not known. */
const systemText = (product: unknown, release: unknown) =>
  sql<string>`btrim(left(${product}, 80) || ' ' || left(${release}, 80))`;

/** Models in use, or the one asked for; with the systems of the model and of its units. Two queries. */
export async function readModels(tx: Tx, orgId: string, modelId?: string): Promise<RegisteredModel[]> {
  const models = await tx
    .select({
      id: deviceModels.id,
      supplier: sql<string>`left(${suppliers.name}, 300)`,
      name: sql<string>`left(${deviceModels.name}, 300)`,
      modelNumber: sql<string>`left(${deviceModels.modelNumber}, 120)`,
      kind: sql<string>`left(${deviceModels.kind}, 120)`,
      udiDi: sql<string>`left(${deviceModels.udiDi}, 60)`,
      system: systemText(deviceModels.osProduct, deviceModels.osRelease),
    })
    .from(deviceModels)
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(
      and(
        eq(deviceModels.orgId, orgId),
        isNull(deviceModels.retiredAt),
        modelId ? eq(deviceModels.id, modelId) : undefined,
      ),
    )
    .orderBy(asc(deviceModels.id));
  const own = await tx
    .selectDistinct({ modelId: units.modelId, system: systemText(units.osProduct, units.osRelease) })
    .from(units)
    .where(
      and(
        eq(units.orgId, orgId),
        isNull(units.retiredAt),
        sql`${units.osProduct} <> ''`,
        modelId ? eq(units.modelId, modelId) : undefined,
      ),
    );
  const systems = new Map<string, Set<string>>();
  const add = (id: string, system: string) => {
    if (system !== '') systems.set(id, (systems.get(id) ?? new Set()).add(system));
  };
  for (const { id, system } of models) add(id, system);
  for (const { modelId: id, system } of own) add(id, system);
  return models.map(({ system: _, ...model }) => ({ ...model, systems: [...(systems.get(model.id) ?? [])] }));
}

/** Systems of models as what sits in them: "VxWorks 6.9" is found like any component. */
export const systemsAsComponents = (models: readonly RegisteredModel[]): RegisteredComponent[] =>
  models.flatMap(({ id, systems }) =>
    systems.map((system) => {
      const [, name = system, release = ''] = /^(.*?\D)\s+(v?\d\S*.*)$/.exec(system) ?? [];
      return { id: null, modelId: id, name, release, supplier: '', purl: '' };
    }),
  );

const KEY = sql`regexp_replace(lower(${components.name}), '[^a-z0-9]+', '', 'g')`;
const PURL_NAME = sql`regexp_replace(lower(substring(split_part(${components.purl}, '@', 1) from '[^/]+$')), '[^a-z0-9]+', '', 'g')`;

/**
 * Components of models in use that may be called so. Names with other letters than a to z are found by those letters.
 * @param keys see componentKeysOf
 */
export async function readComponents(
  tx: Tx,
  orgId: string,
  keys: readonly string[],
  modelId?: string,
): Promise<RegisteredComponent[]> {
  const plain = [...new Set(keys.map((key) => componentKey(key).replace(/[^a-z0-9]+/g, '')))].filter(
    (key) => key.length > 1,
  );
  if (plain.length === 0) return [];
  const wanted = sql`any (${sql.param(plain)}::text[])`;
  return tx
    .select({
      id: components.id,
      modelId: components.modelId,
      name: sql<string>`left(${components.name}, 300)`,
      release: sql<string>`left(${components.release}, 120)`,
      supplier: sql<string>`left(${components.supplier}, 300)`,
      purl: sql<string>`left(${components.purl}, 500)`,
    })
    .from(components)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, components.orgId), eq(deviceModels.id, components.modelId)))
    .where(
      and(
        eq(components.orgId, orgId),
        isNull(components.retiredAt),
        isNull(deviceModels.retiredAt),
        modelId ? eq(components.modelId, modelId) : undefined,
        sql`(${KEY} = ${wanted} or (${components.purl} <> '' and ${PURL_NAME} = ${wanted}))`,
      ),
    )
    .orderBy(asc(components.modelId), asc(components.id));
}

/** Units in use by model, version in force and system: one grouped query, however many units there are. */
export async function readRunning(
  tx: Tx,
  orgId: string,
  modelIds: readonly string[],
): Promise<Map<string, RunningVersion[]>> {
  const found = new Map<string, RunningVersion[]>();
  if (modelIds.length === 0) return found;
  const version = sql<string>`coalesce(nullif(${units.installedVersion}, ''), ${deviceModels.softwareVersion})`;
  const system = sql<string>`case when ${units.osProduct} = '' then ${systemText(deviceModels.osProduct, deviceModels.osRelease)}
    else ${systemText(units.osProduct, units.osRelease)} end`;
  const rows = await tx
    .select({ modelId: units.modelId, version, system, units: sql<number>`count(*)::int` })
    .from(units)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, units.orgId), eq(deviceModels.id, units.modelId)))
    .where(and(eq(units.orgId, orgId), isNull(units.retiredAt), inArray(units.modelId, [...modelIds])))
    .groupBy(units.modelId, sql`2`, sql`3`)
    .orderBy(units.modelId, sql`2`, sql`3`);
  for (const row of rows) {
    const own = found.get(row.modelId) ?? [];
    found.set(row.modelId, own);
    const same = own.find((one) => one.version === row.version);
    if (same) {
      same.units += row.units;
      same.systems = { ...same.systems, [row.system]: row.units };
    } else own.push({ version: row.version, units: row.units, systems: { [row.system]: row.units } });
  }
  return found;
}
