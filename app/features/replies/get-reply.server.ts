/** One received reply as its page for staff shows it, and its files to take along. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { letters, replies, replyFiles } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { ShownFile } from '../files/shown-file';
import { letterObject } from '../letters/letter-row.server';
import { CHANNEL_WORDS, enteredInWords } from './channels';
import { type ReceivedReply, readReceived } from './get-receipt.server';
import { shownFile } from './get-reply-page.server';
import { readFileBytes } from './read-file.server';

export type ReplyView = Omit<ReceivedReply, 'reply'> & {
  reply: {
    id: string;
    kind: 'answer' | 'acknowledgement';
    channel: string;
    basis: 'page' | 'form' | 'file';
    responderName: string;
    responderRole: string;
    responderEmail: string;
    theirReference: string;
    fallbackContact: string;
    message: string;
    cameOn: string | null;
    receivedAt: string;
    contentSha256: string;
  };
  /** "Entered by X for the supplier …"; null when it came by itself. */
  entered: string | null;
};

/** Null when there is no such reply to this letter in the actor's organisation. */
export const getReply = (actor: Actor, letterId: string, replyId: string): Promise<ReplyView | null> =>
  inOrganisation(actor, async (tx) => {
    const received = await readReceived(tx, actor.orgId, replyId);
    if (received?.letter.id !== letterId) return null;
    const { reply } = received;
    return {
      ...received,
      entered: enteredInWords(reply, received.letter.supplierName),
      reply: {
        ...{ id: reply.id, kind: reply.kind, basis: reply.basis, channel: CHANNEL_WORDS[reply.channel] },
        ...{ responderName: reply.responderName, responderRole: reply.responderRole },
        ...{ responderEmail: reply.responderEmail, theirReference: reply.theirReference },
        ...{ fallbackContact: reply.fallbackContact, message: reply.message, cameOn: reply.cameOn },
        receivedAt: (reply.receivedAt ?? reply.updatedAt).toISOString(),
        contentSha256: reply.contentSha256 ?? '',
      },
    };
  });

/** A reply for its receipt; null when there is none of that id here. */
export const getReceived = (actor: Actor, replyId: string): Promise<ReceivedReply | null> =>
  inOrganisation(actor, (tx) => readReceived(tx, actor.orgId, replyId));

export interface StaffFile extends ShownFile {
  mediaType: string;
  letter: { id: string; reference: string };
  replyId: string;
}

const fileRow = (actor: Actor, fileId: string) =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select({ file: replyFiles, letter: { id: letters.id, reference: letters.reference } })
      .from(replyFiles)
      .innerJoin(replies, and(eq(replies.orgId, replyFiles.orgId), eq(replies.id, replyFiles.replyId)))
      .innerJoin(letters, and(eq(letters.orgId, replies.orgId), eq(letters.id, replies.letterId)))
      .where(and(eq(replyFiles.orgId, actor.orgId), eq(replyFiles.id, fileId), eq(replies.status, 'received')));
    return row?.file.removedAt ? null : (row ?? null);
  });

/** What is known of a file, without its bytes; null when there is none of that id in a received reply here. */
export async function getReplyFile(actor: Actor, fileId: string): Promise<StaffFile | null> {
  const row = await fileRow(actor, fileId);
  if (!row) return null;
  const { file, letter } = row;
  return { ...shownFile(file), mediaType: file.mediaType, letter, replyId: file.replyId };
}

export type FileDownload =
  | { ok: true; bytes: Buffer; name: string; mediaType: string }
  /** warn: it has active content, and nobody has said that they want it all the same. */
  | { ok: false; why: 'warn' | 'damaged' };

/** The bytes of a file, recorded. A file with active content is handed out only when the person was warned before. */
export async function downloadReplyFile(actor: Actor, fileId: string, warned: boolean): Promise<FileDownload | null> {
  const row = await fileRow(actor, fileId);
  if (!row) return null;
  const { file, letter } = row;
  if (file.verdict === 'active_content' && !warned) return { ok: false, why: 'warn' };
  return inOrganisation(actor, async (tx): Promise<FileDownload> => {
    const bytes = await readFileBytes(tx, file);
    if (!bytes) return { ok: false, why: 'damaged' };
    await record(tx, auditActor(actor), {
      action: 'reply.file_downloaded',
      object: letterObject(letter),
      detail: { file: file.id, name: file.name, sha256: file.sha256, verdict: file.verdict, warned },
    });
    return { ok: true, bytes, name: file.name, mediaType: file.mediaType };
  });
}
