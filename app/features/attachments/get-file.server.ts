/** One file of a change: what is known of it, and its bytes to take along. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import type { ChangeBrief } from '../changes/change-brief.server';
import { changeObject, readChange } from '../changes/change-row.server';
import { acceptsAnswers, isSigned, STATUS_LABELS } from '../changes/change-status';
import { attachmentBytes, attachmentRow, shownAttachment } from './attachment-row.server';
import { isSignedPurpose } from './purposes';
import type { ShownAttachment } from './shown-attachment';

export interface FilePage {
  change: ChangeBrief;
  file: ShownAttachment;
  mayTakeBack: boolean;
  /** Taking it back would void signatures. */
  voids: boolean;
}

/** Null when this change has no such file here. */
export const getFile = (actor: Actor, attachmentId: string, changeId: string): Promise<FilePage | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await attachmentRow(tx, actor.orgId, attachmentId);
    const change = row && (await readChange(tx, actor.orgId, row.changeId));
    if (!row || change?.id !== changeId) return null;
    const { id, reference, title, status } = change;
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      file: shownAttachment(row),
      mayTakeBack: !row.removedAt && can(actor, 'change:answer') && acceptsAnswers(status),
      voids: isSigned(status) && isSignedPurpose(row.purpose),
    };
  });

export type Download =
  | { ok: true; bytes: Buffer; name: string; mediaType: string }
  /** warn: it has active content, and nobody has said that they want it all the same. */
  | { ok: false; why: 'warn' | 'damaged' | 'disposed'; changeId: string };

/** The bytes of a file, recorded; also of one taken back. With active content only when the person was warned before. */
export const downloadFile = (actor: Actor, attachmentId: string, warned: boolean): Promise<Download | null> =>
  inOrganisation(actor, async (tx): Promise<Download | null> => {
    const row = await attachmentRow(tx, actor.orgId, attachmentId);
    const change = row && (await readChange(tx, actor.orgId, row.changeId));
    if (!row || !change) return null;
    const changeId = change.id;
    if (row.disposedAt) return { ok: false, why: 'disposed', changeId };
    if (row.verdict === 'active_content' && !warned) return { ok: false, why: 'warn', changeId };
    const bytes = await attachmentBytes(tx, row);
    if (!bytes) return { ok: false, why: 'damaged', changeId };
    await record(tx, auditActor(actor), {
      action: 'attachment.downloaded',
      object: changeObject(change),
      detail: { attachment: row.id, name: row.name, sha256: row.sha256, verdict: row.verdict, warned },
    });
    return { ok: true, bytes, name: row.name, mediaType: row.mediaType };
  });
