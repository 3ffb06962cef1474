/** The change permits that were made of a change. */
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { documents } from '../../../db/schema/index.server';
import type { PermitView } from './risk-view';

const MOST = 50;

/** Newest first, at most fifty; the bytes stay where they are. */
export async function permitsOf(tx: Tx, orgId: string, changeId: string): Promise<PermitView[]> {
  const rows = await tx
    .select({
      id: documents.id,
      reference: documents.reference,
      by: documents.createdByName,
      at: documents.createdAt,
    })
    .from(documents)
    .where(and(eq(documents.orgId, orgId), eq(documents.changeId, changeId), eq(documents.kind, 'change-permit')))
    .orderBy(desc(documents.createdAt), desc(documents.id))
    .limit(MOST);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
