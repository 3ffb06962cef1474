/** Which makers and models a vulnerability hits, as far as advisories, matches and open changes say. Four queries. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, deviceModels, modelAdvisories, suppliers } from '../../../db/schema/index.server';
import { hitModels } from '../advisories/hit-models.server';
import { OPEN_STATUSES } from '../changes/alongside.server';

/** More models than these are a campaign in parts. */
export const MOST_HITS = 500;

export interface HitModel {
  id: string;
  name: string;
  units: number;
  cves: string[];
  /** Why it is thought to be hit: advisories by id, changes by reference. */
  because: string[];
  changes: { id: string; reference: string }[];
}

export interface HitMaker {
  id: string;
  name: string;
  models: HitModel[];
}

interface Hit {
  modelId: string;
  modelName: string;
  units: number;
  supplierId: string;
  supplierName: string;
  source: string;
  changeId: string | null;
  found: { cve: string }[];
}

/** One jsonb value a vulnerability, for `@> any (…)`. */
const containing = (cves: readonly string[]) =>
  sql`any (array[${sql.join(
    cves.map((cve) => sql`${JSON.stringify([{ cve }])}::jsonb`),
    sql`, `,
  )}])`;

const model = {
  modelId: deviceModels.id,
  modelName: sql<string>`left(concat_ws(' ', ${deviceModels.name}, nullif(${deviceModels.modelNumber}, '')), 200)`,
  units: deviceModels.unitsInUse,
  supplierId: suppliers.id,
  supplierName: sql<string>`left(${suppliers.name}, 200)`,
};

const ofMaker = and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId));

/** The makers by name, each with the models hit; empty when nothing is known of any. */
export async function findHits(tx: Tx, orgId: string, cves: readonly string[]): Promise<HitMaker[]> {
  if (cves.length === 0) return [];
  const [advised, changed] = await Promise.all([
    tx
      .select({
        ...model,
        source: sql<string>`left(${modelAdvisories.advisory}, 120)`,
        changeId: sql<string | null>`null::uuid`,
        found: modelAdvisories.vulnerabilities,
      })
      .from(modelAdvisories)
      .innerJoin(
        deviceModels,
        and(eq(deviceModels.orgId, modelAdvisories.orgId), eq(deviceModels.id, modelAdvisories.modelId)),
      )
      .innerJoin(suppliers, ofMaker)
      .where(
        and(
          eq(modelAdvisories.orgId, orgId),
          isNull(modelAdvisories.retiredAt),
          isNull(deviceModels.retiredAt),
          sql`${modelAdvisories.vulnerabilities} @> ${containing(cves)}`,
        ),
      )
      .orderBy(asc(suppliers.nameKey), asc(deviceModels.nameKey), asc(deviceModels.id), asc(modelAdvisories.advisory))
      .limit(MOST_HITS * 4),
    tx
      .select({ ...model, source: changes.reference, changeId: changes.id, found: changes.vulnerabilities })
      .from(changes)
      .innerJoin(deviceModels, and(eq(deviceModels.orgId, changes.orgId), eq(deviceModels.id, changes.modelId)))
      .innerJoin(suppliers, ofMaker)
      .where(
        and(
          eq(changes.orgId, orgId),
          inArray(changes.status, [...OPEN_STATUSES]),
          isNull(deviceModels.retiredAt),
          sql`${changes.vulnerabilities} @> ${containing(cves)}`,
        ),
      )
      .orderBy(asc(changes.reference))
      .limit(MOST_HITS * 4),
  ]);
  return grouped([...advised, ...(await matchedHits(tx, orgId, cves)), ...changed], new Set(cves));
}

/** Models that advisories on file match, as hits. */
async function matchedHits(tx: Tx, orgId: string, cves: readonly string[]): Promise<Hit[]> {
  const found = await hitModels(tx, orgId, cves, MOST_HITS * 4);
  if (found.length === 0) return [];
  const ids = [...new Set(found.map(({ modelId }) => modelId))];
  const named = await tx
    .select(model)
    .from(deviceModels)
    .innerJoin(suppliers, ofMaker)
    .where(and(eq(deviceModels.orgId, orgId), inArray(deviceModels.id, ids)))
    .orderBy(asc(suppliers.nameKey), asc(deviceModels.nameKey), asc(deviceModels.id));
  return named.flatMap((one) =>
    found
      .filter(({ modelId }) => modelId === one.modelId)
      .map(({ advisory, cves: own }) => ({
        ...one,
        source: advisory,
        changeId: null,
        found: own.map((cve) => ({ cve })),
      })),
  );
}

function grouped(hits: readonly Hit[], cves: ReadonlySet<string>): HitMaker[] {
  const makers = new Map<string, HitMaker>();
  const models = new Map<string, HitModel>();
  for (const hit of hits) {
    const maker = makers.get(hit.supplierId) ?? { id: hit.supplierId, name: hit.supplierName, models: [] };
    makers.set(hit.supplierId, maker);
    let one = models.get(hit.modelId);
    if (!one) {
      if (models.size >= MOST_HITS) continue;
      one = { id: hit.modelId, name: hit.modelName, units: hit.units, cves: [], because: [], changes: [] };
      models.set(hit.modelId, one);
      maker.models.push(one);
    }
    one.cves = [...new Set([...one.cves, ...hit.found.map(({ cve }) => cve).filter((cve) => cves.has(cve))])];
    one.because = [...new Set([...one.because, hit.source])];
    if (hit.changeId) one.changes.push({ id: hit.changeId, reference: hit.source });
  }
  return [...makers.values()]
    .filter(({ models: own }) => own.length > 0)
    .sort((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id));
}
