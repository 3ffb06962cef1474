/** Attaching files to a change: all files of one form, or none; examined first, stored in one transaction. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import { attachmentChunks, changeAttachments } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { type ChangeRow, changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { type Examined, examineAll, piecesOf } from '../files/examined.server';
import { newId } from '../files/new-id.server';
import type { SpooledFile } from '../files/spool.server';
import { MEGABYTE } from '../files/upload-limits';
import type { FieldErrors } from '../save-result';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { storableText } from '../text-input';
import type { AttachForm } from './attach-form';
import { LARGEST_ATTACHED, MOST_ATTACHMENTS } from './attachment-limits';
import { attachedSoFar } from './attachment-row.server';
import { isSignedPurpose } from './purposes';
import { sameContent } from './same-content.server';

export type Attached = { ok: true; ids: string[] } | { ok: false; errors: FieldErrors };

type Taken = Examined & { examination: { ok: true } };

async function store(tx: Tx, actor: Actor, change: ChangeRow, form: AttachForm, one: Taken): Promise<string> {
  const { file, name, examination } = one;
  const id = newId();
  await tx.insert(changeAttachments).values({
    ...{ orgId: actor.orgId, id, changeId: change.id, purpose: form.purpose, note: form.note },
    ...{ name, originalName: storableText(file.originalName).slice(0, 500), size: file.size, sha256: file.sha256 },
    ...{ mediaType: examination.mediaType, verdict: examination.verdict, findings: examination.findings },
    ...{ uploadedBy: actor.userId, uploadedByName: actor.name },
  });
  for await (const { n, bytes } of piecesOf(file)) {
    await tx.insert(attachmentChunks).values({ orgId: actor.orgId, attachmentId: id, n, bytes });
  }
  return id;
}

/** Why a file is not taken, by its place among those sent; files that are taken say nothing. */
async function refusals(tx: Tx, actor: Actor, change: ChangeRow, examined: readonly Examined[]): Promise<string[]> {
  const so = await attachedSoFar(tx, actor.orgId, change.id);
  const known = await sameContent(
    tx,
    actor.orgId,
    change.id,
    examined.map(({ file }) => file.sha256),
  );
  const size = examined.reduce((sum, { file }) => sum + file.size, so.size);
  return examined.map(({ file, examination }) => {
    const twin = known.get(file.sha256);
    if (!examination.ok) return examination.message;
    if (twin) return `The same content is attached already, as “${twin}”.`;
    if (so.count + examined.length > MOST_ATTACHMENTS) return `A change holds at most ${MOST_ATTACHMENTS} files.`;
    return size > LARGEST_ATTACHED ? `A change holds at most ${LARGEST_ATTACHED / MEGABYTE} MB of files.` : '';
  });
}

/** Stores the files with the change; null when it is not there. A refusal is recorded, and stores nothing. */
export async function attachFiles(
  actor: Actor,
  changeId: string,
  form: AttachForm,
  files: readonly SpooledFile[],
): Promise<Attached | null> {
  if (files.length === 0) return { ok: false, errors: { files: ['Choose a file first.'] } };
  const examined = await examineAll(files);
  return inOrganisation(actor, async (tx): Promise<Attached | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!acceptsAnswers(change.status)) {
      const message = `This change is ${STATUS_LABELS[change.status]}: no files are added to it any more.`;
      return { ok: false, errors: { '': [message] } };
    }
    const object = changeObject(change);
    const detailOf = ({ file, name }: Examined) => ({
      ...{ name, size: file.size, sha256: file.sha256, purpose: form.purpose },
    });
    const whyNot = await refusals(tx, actor, change, examined);
    if (whyNot.some(Boolean)) {
      const refused = examined.flatMap((one, n) => (whyNot[n] ? [{ one, reason: whyNot[n] }] : []));
      const events = refused.map(
        ({ one, reason }): AuditEvent => ({ action: 'attachment.refused', object, detail: detailOf(one), reason }),
      );
      await record(tx, auditActor(actor), ...events);
      return { ok: false, errors: { files: refused.map(({ one, reason }) => `${one.name} was not taken. ${reason}`) } };
    }
    const ids: string[] = [];
    const events: AuditEvent[] = [];
    for (const one of examined) {
      const { examination } = one;
      if (!examination.ok) throw new Error('A refused file was about to be stored');
      const id = await store(tx, actor, change, form, { ...one, examination });
      ids.push(id);
      const { verdict, findings } = examination;
      const detail = { ...detailOf(one), attachment: id, note: form.note, verdict, findings };
      events.push({ action: 'attachment.added', object, detail });
    }
    if (isSignedPurpose(form.purpose)) events.push(...(await reviewSignatures(tx, actor, changeId)));
    await record(tx, auditActor(actor), ...events);
    return { ok: true, ids };
  });
}
