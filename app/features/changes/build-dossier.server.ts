/** Reads what a change's dossier is made of. */
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeUnits, units } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { readSite } from '../../regulation/derivations/from-site';
import type { Dossier } from '../../regulation/dossier';
import { type DossierProvenance, deviceForDossier } from '../devices/device-for-dossier.server';
import type { ChangeRow } from './change-row.server';
import { dossierOf } from './dossier-of';
import { currentStatements, type StatementRow } from './statements.server';

export interface BuiltDossier {
  dossier: Dossier;
  /** Where the parts of the device block come from. */
  provenance: DossierProvenance[];
  statements: StatementRow[];
}

/** The dossier of a change as it stands now, in a fixed number of queries. */
export async function buildDossier(
  tx: Tx,
  actor: Pick<Actor, 'orgId' | 'organisation'>,
  change: ChangeRow,
): Promise<BuiltDossier> {
  const [found, statements, unitsSupplied] = await Promise.all([
    deviceForDossier(tx, change.modelId),
    currentStatements(tx, actor.orgId, change.id),
    supplied(tx, actor.orgId, change.id),
  ]);
  if (!found) throw new Error(`The model of change ${change.reference} cannot be read`);
  const dossier = dossierOf({
    change,
    device: found.device,
    site: siteOf(actor),
    statements,
    unitsSupplied,
    asOf: new Date().toISOString().slice(0, 10),
  });
  return { dossier, provenance: found.provenance, statements };
}

/** The place of the organisation; one that the rules cannot read is left out, so that it counts as unknown. */
function siteOf({
  organisation: { country, nation },
}: Pick<Actor, 'organisation'>): { country: string; nation: string | null } | null {
  const read = readSite({ country, ...(nation ? { nation } : {}) });
  return read === null || 'problem' in read ? null : { country, nation };
}

async function supplied(tx: Tx, orgId: string, changeId: string): Promise<{ first: string; last: string } | null> {
  const [row] = await tx
    .select({
      first: sql<string | null>`min(${units.suppliedOn})::text`,
      last: sql<string | null>`max(${units.suppliedOn})::text`,
      unknown: sql<number>`count(*) filter (where ${units.suppliedOn} is null)::int`,
    })
    .from(changeUnits)
    .innerJoin(units, and(eq(units.orgId, changeUnits.orgId), eq(units.id, changeUnits.unitId)))
    .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId)));
  if (!row?.first || !row.last || row.unknown > 0) return null;
  return { first: row.first, last: row.last };
}
