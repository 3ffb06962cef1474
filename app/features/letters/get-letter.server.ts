/** One letter as its page shows it: the frozen model and where it stands. */
import { and, desc, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { assessments, changes, documents } from '../../../db/schema/index.server';
import type { SupplierRequestLetter } from '../../../documents/supplier-request-letter/model';
import type { Actor } from '../../guard/actor';

export interface LetterView {
  id: string;
  reference: string;
  status: string;
  createdAt: string;
  createdByName: string;
  sha256: string | null;
  download: string;
  letter: SupplierRequestLetter;
  change: { id: string; reference: string; title: string };
  assessmentNumber: number;
  /** Number of the change's latest assessment: a later one means that the letter may ask what is answered by now. */
  latestAssessment: number;
}

/** Null when there is no such letter in the actor's organisation. */
export const getLetter = (actor: Actor, id: string): Promise<LetterView | null> =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select({
        id: documents.id,
        reference: documents.reference,
        status: documents.status,
        createdAt: documents.createdAt,
        createdByName: documents.createdByName,
        sha256: documents.sha256,
        model: documents.model,
        assessmentNumber: assessments.number,
        changeId: changes.id,
        changeReference: changes.reference,
        title: changes.title,
      })
      .from(documents)
      .innerJoin(changes, and(eq(changes.orgId, documents.orgId), eq(changes.id, documents.changeId)))
      .innerJoin(assessments, and(eq(assessments.orgId, documents.orgId), eq(assessments.id, documents.assessmentId)))
      .where(
        and(eq(documents.orgId, actor.orgId), eq(documents.id, id), eq(documents.kind, 'supplier-request-letter')),
      );
    if (!row) return null;
    const [latest] = await tx
      .select({ number: assessments.number })
      .from(assessments)
      .where(and(eq(assessments.orgId, actor.orgId), eq(assessments.changeId, row.changeId)))
      .orderBy(desc(assessments.number))
      .limit(1);
    const { model, changeId, changeReference, title, ...own } = row;
    return {
      ...own,
      createdAt: row.createdAt.toISOString(),
      download: `/files/documents/${row.id}.pdf`,
      letter: model as SupplierRequestLetter,
      change: { id: changeId, reference: changeReference, title },
      latestAssessment: latest?.number ?? row.assessmentNumber,
    };
  });
