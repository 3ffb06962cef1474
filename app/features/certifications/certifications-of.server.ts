/** The certifications of a model. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { certifications } from '../../../db/schema/index.server';
import { sourceOfColumns } from '../provenance/source';
import type { CertificationView } from './certification-view';

/** A row as pages show it. */
export const certificationView = (row: typeof certifications.$inferSelect): CertificationView => ({
  id: row.id,
  version: row.version,
  market: row.market,
  basis: row.basis,
  class: row.class,
  body: row.body,
  number: row.number,
  scope: row.scope,
  issuedOn: row.issuedOn,
  expiresOn: row.expiresOn,
  doesNotExpire: row.doesNotExpire,
  source: sourceOfColumns(row),
  retiredAt: row.retiredAt?.toISOString() ?? null,
  updatedAt: row.updatedAt.toISOString(),
});

/** All certifications of a model, those in force first. */
export async function certificationsOf(tx: Tx, orgId: string, modelId: string): Promise<CertificationView[]> {
  const rows = await tx
    .select()
    .from(certifications)
    .where(and(eq(certifications.orgId, orgId), eq(certifications.modelId, modelId)))
    .orderBy(sql`${certifications.retiredAt} is not null`, asc(certifications.createdAt), asc(certifications.id));
  return rows.map(certificationView);
}
