/** The software of a model: versions known, and components. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { components, softwareVersions } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { currentFacts } from '../provenance/facts-of.server';
import { type Fact, type Source, sourceOfColumns } from '../provenance/source';
import { today } from '../today';
import { type ModelHeader, modelHeader } from './model-header.server';
import { osSupport } from './os-lookup';
import type { OsSupport } from './os-support';

export interface VersionView {
  id: string;
  release: string;
  releasedOn: string | null;
  osProduct: string;
  osRelease: string;
  support: OsSupport;
  notes: string;
  source: Source;
}

export interface ComponentView {
  id: string;
  name: string;
  release: string;
  supplier: string;
  purl: string;
  source: Source;
}

export interface ModelSoftware {
  model: ModelHeader;
  facts: Record<string, Fact>;
  versions: VersionView[];
  components: ComponentView[];
  today: string;
  mayEdit: boolean;
}

/** Most components one page shows; a bill of materials of a device rarely has more. */
const MOST = 1000;

/** Reads the software of a model; null when the organisation has no such model. */
export const getModelSoftware = (actor: Actor, modelId: string): Promise<ModelSoftware | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    if (!model) return null;
    const versions = await tx
      .select()
      .from(softwareVersions)
      .where(and(eq(softwareVersions.orgId, actor.orgId), eq(softwareVersions.modelId, modelId)))
      .orderBy(desc(sql`coalesce(${softwareVersions.releasedOn}, '1900-01-01')`), desc(softwareVersions.id))
      .limit(MOST);
    const parts = await tx
      .select()
      .from(components)
      .where(and(eq(components.orgId, actor.orgId), eq(components.modelId, modelId), isNull(components.retiredAt)))
      .orderBy(asc(sql`lower(left(${components.name}, 120))`), asc(components.id))
      .limit(MOST);
    const day = today();
    return {
      model,
      facts: await currentFacts(tx, actor.orgId, { type: 'model', id: modelId }),
      versions: versions.map((row) => ({
        id: row.id,
        release: row.release,
        releasedOn: row.releasedOn,
        osProduct: row.osProduct,
        osRelease: row.osRelease,
        support: osSupport({ product: row.osProduct, release: row.osRelease }, day),
        notes: row.notes,
        source: sourceOfColumns(row),
      })),
      components: parts.map((row) => ({
        id: row.id,
        name: row.name,
        release: row.release,
        supplier: row.supplier,
        purl: row.purl,
        source: sourceOfColumns(row),
      })),
      today: day,
      mayEdit: can(actor, 'device:write') && !model.retiredAt,
    };
  });
