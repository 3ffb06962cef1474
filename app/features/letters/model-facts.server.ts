/** What the register says of the device models of a letter, in a fixed number of queries. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { components, deviceModels, mds2Answers } from '../../../db/schema/index.server';
import type { ModelFacts } from './drafting/material';

/** Components beyond these are not listed one by one in a letter. */
const MOST_COMPONENTS = 200;

export interface ModelOfSupplier extends ModelFacts {
  supplierId: string;
  /** Small letters: models of one maker and kind are one family. */
  family: string;
}

/** The models by id, in the order of their names; those that do not exist here are left out. */
export async function modelFacts(tx: Tx, orgId: string, ids: readonly string[]): Promise<ModelOfSupplier[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const [models, parts, answers] = await Promise.all([
    tx
      .select({
        model: deviceModels,
        released: sql<string | null>`(select v.released_on::text from software_versions v
          where v.org_id = device_models.org_id and v.model_id = device_models.id and v.retired_at is null
            and v.release = device_models.software_version limit 1)`,
      })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, orgId), inArray(deviceModels.id, wanted)))
      .orderBy(asc(deviceModels.nameKey), asc(deviceModels.id)),
    tx
      .select({ modelId: components.modelId, name: components.name, release: components.release })
      .from(components)
      .where(and(eq(components.orgId, orgId), inArray(components.modelId, wanted), isNull(components.retiredAt)))
      .orderBy(asc(components.name), asc(components.id))
      .limit(MOST_COMPONENTS * wanted.length),
    tx
      .select({ modelId: mds2Answers.modelId, question: mds2Answers.question })
      .from(mds2Answers)
      .where(and(eq(mds2Answers.orgId, orgId), inArray(mds2Answers.modelId, wanted))),
  ]);
  return models.map(({ model, released }) => ({
    id: model.id,
    supplierId: model.supplierId,
    family: model.kindKey ?? '',
    name: [...new Set([model.name.trim(), model.modelNumber.trim()].filter(Boolean))].join(' '),
    udiDi: model.udiDi,
    softwareVersion: model.softwareVersion,
    osProduct: model.osProduct,
    osRelease: model.osRelease,
    networkNeeds: model.networkNeeds,
    remoteAccess: model.remoteAccess,
    makerSupportEnds: model.makerSupportEnds,
    mds2Date: model.mds2Date,
    softwareReleased: released,
    mds2Answered: answers.filter(({ modelId }) => modelId === model.id).map(({ question }) => question),
    components: parts.filter(({ modelId }) => modelId === model.id).map(({ name, release }) => ({ name, release })),
    units: model.unitsInUse,
  }));
}
