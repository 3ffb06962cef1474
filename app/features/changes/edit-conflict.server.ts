/** Two people edit one proposal: what the second is told. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { auditEvents } from '../../../db/schema/index.server';
import { type FieldChange, fieldChanges, type ProposalFields } from './proposal-row';

export interface EditConflict {
  /** Version now in force; saving again with it lets the typed values stand. */
  version: number;
  /** Who changed what since the form was opened, newest first. */
  edits: { by: string; at: string; fields: string }[];
  /** Fields in which the typed value differs from the one now in force: `from` is theirs, `to` is typed. */
  differences: FieldChange[];
}

/** Builds the account of a stale form; null when the typed values say the same as the row, so nothing is in dispute. */
export async function editConflict(
  tx: Tx,
  orgId: string,
  change: ProposalFields & { id: string; version: number },
  based: number,
  typed: Partial<ProposalFields>,
): Promise<EditConflict | null> {
  const differences = fieldChanges(change, typed);
  if (differences.length === 0) return null;
  const rows = await tx
    .select({ by: auditEvents.actorName, at: auditEvents.at, detail: auditEvents.detail })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.orgId, orgId),
        eq(auditEvents.objectId, change.id),
        inArray(auditEvents.action, ['change.edited', 'change.proposed']),
        sql`(${auditEvents.detail} ->> 'version')::int > ${based}`,
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(10);
  const edits = rows.map(({ by, at, detail }) => ({ by, at, fields: namesIn(detail) }));
  return { version: change.version, edits, differences };
}

const namesIn = (detail: unknown): string => {
  const changed = (detail as { changed?: { label?: string }[] } | null)?.changed ?? [];
  return changed.map(({ label }) => label ?? '').join(', ');
};
