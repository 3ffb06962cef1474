/** Reports and letters of a change, newest first. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { assessments, documents, letterChanges, letters, letterVersions } from '../../../db/schema/index.server';
import { LETTER_KIND_WORDS } from '../letters/letter-kinds';
import { LETTER_STATUS_LABELS } from '../letters/letter-status';
import type { DocumentBrief } from './change-view';

const MOST_LISTED = 50;

const KIND_LABELS: Partial<Record<string, string>> = {
  'assessment-report': 'Assessment report',
  'change-permit': 'Change permit',
};

/** At most fifty: reports and permits from the documents, letters from those that ask about this change. */
export async function documentsOf(tx: Tx, orgId: string, changeId: string): Promise<DocumentBrief[]> {
  const [reports, asked] = await Promise.all([reportsOf(tx, orgId, changeId), lettersOf(tx, orgId, changeId)]);
  return [...reports, ...asked]
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt) || other.id.localeCompare(one.id))
    .slice(0, MOST_LISTED);
}

async function reportsOf(tx: Tx, orgId: string, changeId: string): Promise<DocumentBrief[]> {
  const rows = await tx
    .select({
      id: documents.id,
      kind: documents.kind,
      reference: documents.reference,
      status: documents.status,
      assessmentNumber: assessments.number,
      createdAt: documents.createdAt,
      createdByName: documents.createdByName,
      sha256: documents.sha256,
    })
    .from(documents)
    .innerJoin(assessments, and(eq(assessments.orgId, documents.orgId), eq(assessments.id, documents.assessmentId)))
    .where(
      and(
        eq(documents.orgId, orgId),
        eq(documents.changeId, changeId),
        inArray(documents.kind, ['assessment-report', 'change-permit']),
      ),
    )
    .orderBy(desc(documents.createdAt), desc(documents.id))
    .limit(MOST_LISTED);
  return rows.map(({ kind, ...row }) => ({
    ...row,
    kindLabel: KIND_LABELS[kind] ?? kind,
    createdAt: row.createdAt.toISOString(),
    page: null,
    download: `/files/documents/${row.id}.pdf`,
  }));
}

async function lettersOf(tx: Tx, orgId: string, changeId: string): Promise<DocumentBrief[]> {
  const rows = await tx
    .select({
      id: letters.id,
      kind: letters.kind,
      reference: letters.reference,
      status: letters.status,
      number: letters.currentNumber,
      assessmentNumber: assessments.number,
      createdAt: letters.createdAt,
      createdByName: letters.authorName,
      sha256: letterVersions.sha256,
    })
    .from(letterChanges)
    .innerJoin(letters, and(eq(letters.orgId, letterChanges.orgId), eq(letters.id, letterChanges.letterId)))
    .innerJoin(
      letterVersions,
      and(
        eq(letterVersions.orgId, letters.orgId),
        eq(letterVersions.letterId, letters.id),
        eq(letterVersions.number, letters.currentNumber),
      ),
    )
    .leftJoin(
      assessments,
      and(eq(assessments.orgId, letterChanges.orgId), eq(assessments.id, letterChanges.assessmentId)),
    )
    .where(and(eq(letterChanges.orgId, orgId), eq(letterChanges.changeId, changeId)))
    .orderBy(desc(letters.createdAt), desc(letters.id))
    .limit(MOST_LISTED);
  return rows.map(({ kind, status, number, ...row }) => ({
    ...row,
    kindLabel: LETTER_KIND_WORDS[kind].label,
    status: LETTER_STATUS_LABELS[status],
    createdAt: row.createdAt.toISOString(),
    page: `/letters/${row.id}`,
    download: row.sha256 ? `/files/letters/${row.id}/${number}.pdf` : null,
  }));
}
