/** What the maker says on anti-virus, and the hours in which patients are on a model's units. */
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { antivirusStatements, clinicalHours } from '../../../db/schema/index.server';
import { type Hours, type MakerOnAntivirus, NOTHING_SAID } from './check-antivirus';

export type StatementRow = typeof antivirusStatements.$inferSelect;

/** Null while nobody recorded anything. */
export async function statementRow(tx: Tx, orgId: string, modelId: string): Promise<StatementRow | null> {
  const [row] = await tx
    .select()
    .from(antivirusStatements)
    .where(and(eq(antivirusStatements.orgId, orgId), eq(antivirusStatements.modelId, modelId)));
  return row ?? null;
}

export const makerOf = (row: StatementRow | null): MakerOnAntivirus =>
  row
    ? {
        ...{ allowed: row.allowed, products: row.products, exclusions: row.exclusions, scanRule: row.scanRule },
        ...{ realtimeAllowed: row.realtimeAllowed, cpuCap: row.cpuCap, updatesRule: row.updatesRule },
      }
    : NOTHING_SAID;

export interface HoursView extends Hours {
  id: string;
  /** For every device at its place, not for one model. */
  ofPlace: boolean;
  site: string;
  location: string;
  source: string;
}

const MOST_HOURS = 200;

/** Hours of a model, and of the places at which its units stand. */
export async function hoursOf(tx: Tx, orgId: string, modelId: string): Promise<HoursView[]> {
  const standsThere = sql`exists (select from units u where u.org_id = ${clinicalHours.orgId}
    and u.model_id = ${modelId} and u.retired_at is null and lower(u.site) = lower(${clinicalHours.site})
    and (${clinicalHours.location} = '' or lower(u.location) = lower(${clinicalHours.location})))`;
  const rows = await tx
    .select()
    .from(clinicalHours)
    .where(
      and(
        eq(clinicalHours.orgId, orgId),
        isNull(clinicalHours.retiredAt),
        or(eq(clinicalHours.modelId, modelId), and(isNull(clinicalHours.modelId), standsThere)),
      ),
    )
    .orderBy(asc(clinicalHours.createdAt), asc(clinicalHours.id))
    .limit(MOST_HOURS);
  return rows.map((row) => ({
    ...{ id: row.id, label: row.label, windows: row.windows, ofPlace: row.modelId === null },
    ...{ site: row.site, location: row.location, source: row.source },
  }));
}
