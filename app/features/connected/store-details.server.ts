/** Storing network details of many units at once: what imports bring, and what undoing them puts back. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { connectedDetails, units } from '../../../db/schema/index.server';
import { fieldChanges } from '../provenance/statements';
import { DETAIL_FIELDS, type DetailValues, detailValues, NO_DETAILS } from './detail-values';

/** A unit and what is said of it; a field that is left out stays as it is. */
export type GivenDetails = { unitId: string } & Partial<DetailValues>;

/** What storing changed on one unit. `before` null: nothing was kept of it. */
export interface StoredDetails {
  unitId: string;
  before: DetailValues | null;
  after: DetailValues;
}

/** Units in one statement: well below the 65,534 parameters that the protocol carries. */
const BATCH = 1000;

/**
 * Stores details of units of the organisation, each unit at most once. Units about which nothing new is said are not
 * written. The caller records the act.
 * @param by the import they come from, and the person who ran it
 * @returns what changed, with what stood before, so that it can be put back (`putBackDetails`)
 */
export async function storeDetails(
  tx: Tx,
  orgId: string,
  details: readonly GivenDetails[],
  by: { userId: string | null; importId?: string | null } = { userId: null },
): Promise<StoredDetails[]> {
  const stored: StoredDetails[] = [];
  for (let at = 0; at < details.length; at += BATCH) {
    stored.push(...(await storeSome(tx, orgId, details.slice(at, at + BATCH), by)));
  }
  return stored;
}

async function storeSome(
  tx: Tx,
  orgId: string,
  details: readonly GivenDetails[],
  by: { userId: string | null; importId?: string | null },
): Promise<StoredDetails[]> {
  // The units' rows are the lock: of two who keep the first details of one unit, the second sees what the first kept.
  const ids = details.map(({ unitId }) => unitId);
  await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.orgId, orgId), inArray(units.id, ids)))
    .orderBy(units.id)
    .for('update');
  const rows = await tx
    .select()
    .from(connectedDetails)
    .where(and(eq(connectedDetails.orgId, orgId), inArray(connectedDetails.unitId, ids)));
  const present = new Map(rows.map((row) => [row.unitId, detailValues(row)]));
  const changed = details.flatMap(({ unitId, ...given }): StoredDetails[] => {
    const before = present.get(unitId) ?? null;
    const after = { ...(before ?? NO_DETAILS), ...withoutMissing(given) };
    return fieldChanges(DETAIL_FIELDS, before ?? NO_DETAILS, after).length > 0 ? [{ unitId, before, after }] : [];
  });
  if (changed.length === 0) return [];
  const stamp = { importId: by.importId ?? null, updatedAt: new Date(), updatedBy: by.userId };
  await tx
    .insert(connectedDetails)
    .values(changed.map(({ unitId, after }) => ({ orgId, unitId, ...after, ...stamp })))
    .onConflictDoUpdate({
      target: [connectedDetails.orgId, connectedDetails.unitId],
      set: {
        ipAddress: sql`excluded.ip_address`,
        macAddress: sql`excluded.mac_address`,
        hostname: sql`excluded.hostname`,
        holdsPatientData: sql`excluded.holds_patient_data`,
        internetReachable: sql`excluded.internet_reachable`,
        behind: sql`excluded.behind`,
        controls: sql`excluded.controls`,
        contractEnds: sql`excluded.contract_ends`,
        lot: sql`excluded.lot`,
        manufacturedOn: sql`excluded.manufactured_on`,
        version: sql`${connectedDetails.version} + 1`,
        ...stamp,
      },
    });
  return changed;
}

/** A field given as undefined says nothing. */
const withoutMissing = (given: Partial<DetailValues>): Partial<DetailValues> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** Puts back what stood before; a unit of which nothing was kept is left with nothing known. */
export const putBackDetails = (
  tx: Tx,
  orgId: string,
  stored: readonly Pick<StoredDetails, 'unitId' | 'before'>[],
  by: { userId: string | null } = { userId: null },
): Promise<StoredDetails[]> =>
  storeDetails(
    tx,
    orgId,
    stored.map(({ unitId, before }) => ({ unitId, ...(before ?? NO_DETAILS) })),
    by,
  );
