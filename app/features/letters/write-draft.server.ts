/** Storing a new draft: the letter, its first version, the changes and models it is about. The only way letters begin. */
import type { Tx } from '../../../db/client.server';
import { letterChanges, letterModels, letters, letterVersions, type Severity } from '../../../db/schema/index.server';
import type { LetterBase } from '../../../documents/parts/letter-model';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import type { LetterKind } from './letter-kinds';
import { letterObject } from './letter-row.server';
import type { ReplyForm } from './reply-form';

export interface DraftWish {
  kind: LetterKind;
  /** From `nextLetterReference`, in the same transaction. */
  reference: string;
  /** Model of the document of this kind; its reference is the same. */
  model: LetterBase;
  /** The questions as data; null when it asks nothing. */
  form: ReplyForm | null;
  supplierId: string;
  supplierName: string;
  contactId: string | null;
  recipientName: string;
  recipientEmail: string;
  /** The change whose file it stands in; null for a file of its own. */
  changeId: string | null;
  changes: { changeId: string; assessmentId: string | null }[];
  models: { modelId: string; units: number | null }[];
  campaignId: string | null;
  followsId: string | null;
  subject: string;
  severity: Severity;
  /** Of the template that gave the texts; 0 is the built-in one. */
  templateNumber: number;
}

/** Writes a draft and records it. Who acts in the background is no author, so that its reminders may be approved. */
export async function writeDraft(tx: Tx, by: AuditActor, draft: DraftWish): Promise<{ id: string; reference: string }> {
  const { orgId, userId, name } = by;
  const asked = draft.form?.questions.length ?? 0;
  const [row] = await tx
    .insert(letters)
    .values({
      orgId,
      reference: draft.reference,
      kind: draft.kind,
      changeId: draft.changeId,
      campaignId: draft.campaignId,
      followsId: draft.followsId,
      supplierId: draft.supplierId,
      contactId: draft.contactId,
      supplierName: draft.supplierName,
      recipientName: draft.recipientName,
      recipientEmail: draft.recipientEmail,
      subject: draft.subject,
      severity: draft.severity,
      authorName: name,
      questionsAsked: asked,
      questionsOpen: asked,
      createdBy: userId,
      updatedBy: userId,
    })
    .returning({ id: letters.id });
  if (!row) throw new Error(`${draft.reference} was not stored`);
  const letterId = row.id;
  await tx.insert(letterVersions).values({
    orgId,
    letterId,
    number: 1,
    model: draft.model,
    form: draft.form,
    templateNumber: draft.templateNumber,
    authors: userId ? [userId] : [],
    createdBy: userId,
    createdByName: name,
  });
  if (draft.changes.length > 0) {
    await tx.insert(letterChanges).values(draft.changes.map((one) => ({ orgId, letterId, ...one })));
  }
  if (draft.models.length > 0) {
    await tx.insert(letterModels).values(draft.models.map((one) => ({ orgId, letterId, ...one })));
  }
  await record(tx, by, {
    action: 'letter.drafted',
    object: letterObject({ id: letterId, reference: draft.reference }),
    detail: {
      kind: draft.kind,
      supplier: draft.supplierName,
      questions: asked,
      changes: draft.changes.length,
      models: draft.models.length,
      template: draft.templateNumber,
      ...(draft.followsId ? { follows: draft.followsId } : {}),
      ...(draft.campaignId ? { campaign: draft.campaignId } : {}),
    },
  });
  return { id: letterId, reference: draft.reference };
}
