/** Files whose class has run out: their change ended long enough ago, and no hold stands on it. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { auditEvents, changeAttachments, changes, legalHolds } from '../../../db/schema/index.server';
import { today } from '../today';
import { CHANGE_FILES, dueOn, ENDED_STATES, ENDING_ACTIONS } from './classes';

export interface DueFile {
  id: string;
  changeId: string;
  reference: string;
  name: string;
  size: number;
  sha256: string;
  /** Day on which the change ended, and the first on which the file may go. */
  began: string;
  dueOn: string;
  held: boolean;
}

const MOST_LISTED = 200;

/**
 * Files of changes that have ended, the longest first.
 * @param only one file; else all that are due and not held
 */
export async function dueFiles(tx: Tx, orgId: string, only?: string): Promise<DueFile[]> {
  const began = sql<string | null>`(
    select max(e.at) from ${auditEvents} e
    where e.org_id = ${orgId} and e.object_id = ${changes.id}::text and e.action in (${sql.join(
      ENDING_ACTIONS.map((action) => sql`${action}`),
      sql`, `,
    )}))`;
  const rows = await tx
    .select({
      id: changeAttachments.id,
      changeId: changes.id,
      reference: changes.reference,
      name: changeAttachments.name,
      size: changeAttachments.size,
      sha256: changeAttachments.sha256,
      began,
      held: sql<boolean>`exists (select from ${legalHolds} h
        where h.org_id = ${orgId} and h.object_id in (${changes.id}, ${changeAttachments.id}) and h.lifted_at is null)`,
    })
    .from(changeAttachments)
    .innerJoin(changes, and(eq(changes.orgId, changeAttachments.orgId), eq(changes.id, changeAttachments.changeId)))
    .where(
      and(
        eq(changeAttachments.orgId, orgId),
        inArray(changes.status, [...ENDED_STATES]),
        isNull(changeAttachments.disposedAt),
        only ? eq(changeAttachments.id, only) : undefined,
      ),
    )
    .orderBy(asc(changes.updatedAt), asc(changeAttachments.id))
    .limit(MOST_LISTED);
  const day = today();
  return rows.flatMap((row) => {
    if (!row.began) return [];
    const due = dueOn(row.began, CHANGE_FILES.years);
    if (due > day || (row.held && !only)) return [];
    return [{ ...row, began: row.began.slice(0, 10), dueOn: due }];
  });
}
