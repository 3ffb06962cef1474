/** An import's row: read, locked, and as the trail names it. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { imports } from '../../../db/schema/index.server';
import type { AuditActor, AuditEvent } from '../../audit/events';
import { inTheBackground } from '../../audit/outsiders';

export type ImportRow = typeof imports.$inferSelect;

export const ownImport = (orgId: string, id: string) => and(eq(imports.orgId, orgId), eq(imports.id, id));

/** Reads an import; null when the organisation has none of that id. */
export async function readImportRow(tx: Tx, orgId: string, id: string): Promise<ImportRow | null> {
  const [row] = await tx.select().from(imports).where(ownImport(orgId, id));
  return row ?? null;
}

/** As `readImportRow`, locked: whoever works on an import, or tells it where to go, holds its row. */
export async function lockImport(tx: Tx, orgId: string, id: string): Promise<ImportRow | null> {
  const [row] = await tx.select().from(imports).where(ownImport(orgId, id)).for('update');
  return row ?? null;
}

/** What the audit trail calls an import. */
export const importObject = ({ id, fileName }: Pick<ImportRow, 'id' | 'fileName'>): AuditEvent['object'] => ({
  type: 'import',
  id,
  ref: fileName.slice(0, 300),
});

/** Which file it was, in every event about an import. */
export const fileDetail = (row: Pick<ImportRow, 'purpose' | 'kind' | 'sha256' | 'size' | 'broughtBy'>) => ({
  purpose: row.purpose,
  ...(row.kind ? { format: row.kind } : {}),
  sha256: row.sha256,
  size: row.size,
  ...(row.broughtBy ? { broughtBy: row.broughtBy } : {}),
});

/** Whoever asked for what a job now does; the job itself where nobody did. */
export const whoActed = (row: Pick<ImportRow, 'orgId' | 'options'>): AuditActor => {
  const { actedBy } = row.options;
  return actedBy ? { orgId: row.orgId, ...actedBy } : inTheBackground(row.orgId);
};
