/** Storing files with a draft reply: examined first, then rows and pieces in one transaction, or none of them. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { fileChunks, replyFiles } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor, AuditEvent } from '../../audit/events';
import { supplierContact } from '../../audit/outsiders';
import type { Examination } from '../files/examine/examination';
import { type Examined, examineAll, piecesOf } from '../files/examined.server';
import { newId } from '../files/new-id.server';
import type { SpooledFile } from '../files/spool.server';
import { LARGEST_REPLY, MEGABYTE, MOST_FILES } from '../files/upload-limits';
import { letterObject, lockLetter } from '../letters/letter-row.server';
import { storableText } from '../text-input';
import { outside, readLink } from './link-state.server';
import { filesOf, lockDraft, type ReplyRow } from './reply-draft.server';
import type { Visitor } from './reply-guard.server';

/** What became of the files of one upload: those stored, and those refused by name and reason. */
export interface FilesStored {
  stored: { id: string; name: string; findings: string[] }[];
  refused: { name: string; message: string }[];
}

async function storeOne(tx: Tx, reply: ReplyRow, { file, name }: Examined, seen: Extract<Examination, { ok: true }>) {
  const id = newId();
  await tx.insert(replyFiles).values({
    ...{ orgId: reply.orgId, id, replyId: reply.id, name, size: file.size, sha256: file.sha256 },
    originalName: storableText(file.originalName).slice(0, 500),
    ...{ mediaType: seen.mediaType, verdict: seen.verdict, findings: seen.findings },
  });
  for await (const { n, bytes } of piecesOf(file)) {
    await tx.insert(fileChunks).values({ orgId: reply.orgId, fileId: id, n, bytes });
  }
  return { id, name, findings: seen.findings };
}

/** Stores examined files with a locked draft, within the limits of a reply. Records each, also the refused. */
export async function storeFiles(
  tx: Tx,
  by: AuditActor,
  object: AuditEvent['object'],
  reply: ReplyRow,
  examined: readonly Examined[],
): Promise<FilesStored> {
  const present = await filesOf(tx, reply);
  let [count, bytes] = [present.length, present.reduce((sum, { size }) => sum + size, 0)];
  const result: FilesStored = { stored: [], refused: [] };
  const events: AuditEvent[] = [];
  for (const one of examined) {
    const { file, name, examination } = one;
    const message = !examination.ok
      ? examination.message
      : count >= MOST_FILES
        ? `A reply holds at most ${MOST_FILES} files.`
        : bytes + file.size > LARGEST_REPLY
          ? `A reply holds at most ${LARGEST_REPLY / MEGABYTE} MB of files.`
          : null;
    const detail = { reply: reply.id, name, size: file.size, sha256: file.sha256 };
    if (message !== null || !examination.ok) {
      result.refused.push({ name, message: message ?? '' });
      events.push({ action: 'reply.file_refused', object, detail, reason: message ?? '' });
      continue;
    }
    const stored = await storeOne(tx, reply, one, examination);
    result.stored.push(stored);
    events.push({
      action: 'reply.file_added',
      object,
      detail: { ...detail, file: stored.id, verdict: examination.verdict, findings: examination.findings },
    });
    count += 1;
    bytes += file.size;
  }
  await record(tx, by, ...events);
  return result;
}

/** Stores the files that came through a link; null when the link has closed meanwhile. */
export async function storeVisitorsFiles(visitor: Visitor, files: readonly SpooledFile[]): Promise<FilesStored | null> {
  const { orgId, trail, found } = visitor;
  const examined = await examineAll(files);
  return inOrganisation(outside(orgId), async (tx) => {
    const letter = await lockLetter(tx, orgId, found.letter.id);
    if (!letter || (await readLink(tx, visitor))?.state !== 'open') return null;
    const draft = await lockDraft(tx, visitor, letter.id);
    return storeFiles(tx, supplierContact(orgId, '', trail), letterObject(letter), draft, examined);
  });
}

/** Takes a file back before the reply is sent. Its bytes stay in the record, and nobody is shown it any more. */
export function removeFile(visitor: Visitor, fileId: string): Promise<boolean> {
  const { orgId, trail, found } = visitor;
  return inOrganisation(outside(orgId), async (tx) => {
    const letter = await lockLetter(tx, orgId, found.letter.id);
    if (!letter || (await readLink(tx, visitor))?.state !== 'open') return false;
    const draft = await lockDraft(tx, visitor, letter.id);
    const [removed] = await tx
      .update(replyFiles)
      .set({ removedAt: new Date() })
      .where(
        and(
          eq(replyFiles.orgId, orgId),
          eq(replyFiles.id, fileId),
          eq(replyFiles.replyId, draft.id),
          isNull(replyFiles.removedAt),
        ),
      )
      .returning({ name: replyFiles.name, sha256: replyFiles.sha256 });
    if (!removed) return false;
    await record(tx, supplierContact(orgId, '', trail), {
      action: 'reply.file_removed',
      object: letterObject(letter),
      detail: { reply: draft.id, file: fileId, ...removed },
    });
    return true;
  });
}
