/** Taking a file back: it counts no more, and its name, its digest and its bytes stay in the record. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { changeAttachments } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { refused, type SaveResult, saved } from '../save-result';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { attachmentRow } from './attachment-row.server';
import { isSignedPurpose } from './purposes';

/** Null when there is no such file of this change here. */
export const takeBack = (
  actor: Actor,
  changeId: string,
  attachmentId: string,
  reason: string,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    const file = change && (await attachmentRow(tx, actor.orgId, attachmentId));
    if (!change || file?.changeId !== changeId) return null;
    if (file.removedAt) return refused('', `${file.removedByName} took this file back meanwhile.`);
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: its files stay as they are.`);
    }
    await tx
      .update(changeAttachments)
      .set({ removedAt: new Date(), removedByName: actor.name, removeReason: reason })
      .where(
        and(
          eq(changeAttachments.orgId, actor.orgId),
          eq(changeAttachments.id, attachmentId),
          isNull(changeAttachments.removedAt),
        ),
      );
    const fallen = isSignedPurpose(file.purpose) ? await reviewSignatures(tx, actor, changeId) : [];
    const detail = { attachment: file.id, name: file.name, sha256: file.sha256, purpose: file.purpose };
    await record(
      tx,
      auditActor(actor),
      { action: 'attachment.removed', object: changeObject(change), detail, reason },
      ...fallen,
    );
    return saved(changeId);
  });
