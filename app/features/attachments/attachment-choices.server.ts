/** The files of a change to point at: for a line of the checklist, for the proof of a condition. */
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeAttachments } from '../../../db/schema/index.server';
import { MOST_ATTACHMENTS } from './attachment-limits';
import { standing } from './attachment-row.server';
import { PURPOSE_LABELS } from './purposes';

export interface AttachmentChoice {
  id: string;
  name: string;
  /** "Test: report.pdf" */
  label: string;
  sha256: string;
}

/** Those that were not taken back, oldest first. */
export async function attachmentChoices(tx: Tx, orgId: string, changeId: string): Promise<AttachmentChoice[]> {
  const rows = await tx
    .select()
    .from(changeAttachments)
    .where(standing(orgId, changeId))
    .orderBy(asc(changeAttachments.uploadedAt), asc(changeAttachments.id))
    .limit(MOST_ATTACHMENTS);
  return rows.map(({ id, name, purpose, sha256 }) => ({
    id,
    name,
    sha256,
    label: `${PURPOSE_LABELS[purpose]}: ${name}`,
  }));
}

/** Names of files of a change by id, also of those taken back. */
export async function attachmentNames(tx: Tx, orgId: string, changeId: string): Promise<Map<string, AttachedName>> {
  const rows = await tx
    .select({ id: changeAttachments.id, name: changeAttachments.name, removedAt: changeAttachments.removedAt })
    .from(changeAttachments)
    .where(and(eq(changeAttachments.orgId, orgId), eq(changeAttachments.changeId, changeId)));
  return new Map(rows.map(({ id, name, removedAt }) => [id, { id, name, takenBack: removedAt !== null }]));
}

export interface AttachedName {
  id: string;
  name: string;
  takenBack: boolean;
}
