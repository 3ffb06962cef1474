/** One unit: its own facts, what it inherits from its model, and everything ever said about it. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { units } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type Act, actsOn } from '../devices/get-model-history.server';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { osSupport } from '../devices/os-lookup';
import type { OsSupport } from '../devices/os-support';
import { currentFacts, factHistory } from '../provenance/facts-of.server';
import type { Fact } from '../provenance/source';
import { today } from '../today';
import type { UnitValues } from './unit-fields';

export interface UnitPage {
  id: string;
  version: number;
  retiredAt: string | null;
  createdAt: string;
  updatedAt: string;
  values: UnitValues;
  model: ModelHeader;
  /** Of the operating system that counts: the unit's own, or the model's. */
  support: OsSupport;
  facts: Record<string, Fact>;
  /** Newest first. */
  history: Fact[];
  acts: Act[];
  mayEdit: boolean;
}

/** Reads a unit; null when the organisation has no such unit. */
export const getUnit = (actor: Actor, id: string): Promise<UnitPage | null> =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select()
      .from(units)
      .where(and(eq(units.orgId, actor.orgId), eq(units.id, id)));
    const model = row && (await modelHeader(tx, actor.orgId, row.modelId));
    if (!row || !model) return null;
    const own = { product: row.osProduct, release: row.osRelease };
    const subject = { type: 'unit', id } as const;
    return {
      id,
      version: row.version,
      retiredAt: row.retiredAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      values: {
        serial: row.serial,
        assetTag: row.assetTag,
        site: row.site,
        location: row.location,
        networkZone: row.networkZone,
        installedVersion: row.installedVersion,
        osProduct: row.osProduct,
        osRelease: row.osRelease,
        owner: row.owner,
        suppliedOn: row.suppliedOn,
        notes: row.notes,
      },
      model,
      support: own.product ? osSupport(own, today()) : model.support,
      facts: await currentFacts(tx, actor.orgId, subject),
      history: await factHistory(tx, actor.orgId, subject),
      acts: await actsOn(tx, actor.orgId, 'unit', id),
      mayEdit: can(actor, 'device:write'),
    };
  });
