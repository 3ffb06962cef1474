/**
 * The one way in which a reply becomes part of the record: typed on the reply page, read from the filled form or from a
 * machine-readable file, or entered by staff. After it the reply is locked, and what hangs on it moves.
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { replies } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import { proposeClaims } from '../claims/propose-claims.server';
import { meetClocks } from '../clocks/meet-clocks.server';
import { type LetterRow, letterObject, moveLetter } from '../letters/letter-row.server';
import { markAnswered } from '../letters/mark-answered.server';
import { isAnswered } from './answer-fields';
import { answersOf, filesOf, type ReplyRow } from './reply-draft.server';

/** What is typed beside the answers. */
export interface Signed {
  responderName: string;
  responderRole: string;
  responderEmail: string;
  theirReference: string;
  fallbackContact: string;
  message: string;
}

export type Received = { ok: true; sha256: string } | { ok: false; message: string };

/** SHA-256 of everything a reply says, as RFC 8785 canonical JSON: what the receipt prints. */
async function digestOf(tx: Tx, letter: LetterRow, reply: ReplyRow, signed: Signed, at: Date): Promise<string> {
  const [answers, files] = [await answersOf(tx, reply), await filesOf(tx, reply)];
  const text = canonicalize({
    ...{ letter: letter.reference, version: reply.versionNumber, reply: reply.id, kind: reply.kind },
    ...{ channel: reply.channel, basis: reply.basis, received: at.toISOString(), came_on: reply.cameOn },
    ...{ entered_by: reply.enteredByName, signed },
    answers: answers.map(({ number, choice, fill, comment }) => ({ number, choice, fill, comment })),
    files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  });
  return createHash('sha256')
    .update(text ?? '', 'utf8')
    .digest('hex');
}

/**
 * Receives a draft. Letter and draft are locked by the caller, so of several attempts exactly one gets here.
 * The letter is answered (or acknowledged), its questions and clocks are met, and claims are proposed.
 * @param at the moment of receipt; for what staff record, the reply keeps the day it came beside it
 */
export async function receiveReply(
  tx: Tx,
  by: AuditActor,
  letter: LetterRow,
  reply: ReplyRow,
  signed: Signed,
  at = new Date(),
): Promise<Received> {
  const contentSha256 = await digestOf(tx, letter, reply, signed, at);
  const answered = (await answersOf(tx, reply)).filter((answer) => isAnswered(answer));
  const files = await filesOf(tx, reply);
  await tx
    .update(replies)
    .set({ ...signed, status: 'received', receivedAt: at, contentSha256, updatedAt: at })
    .where(and(eq(replies.orgId, reply.orgId), eq(replies.id, reply.id)));
  const answers = reply.kind === 'answer';
  // The supplier's clock stops on the day the reply came, not on the day somebody found the time to type it in.
  const came = reply.cameOn ? new Date(`${reply.cameOn}T12:00:00Z`) : at;
  if (answers) {
    const numbers = answered.map(({ number }) => number);
    await markAnswered(tx, letter, numbers, came, reply.versionNumber);
    // Before the first line of the record, whose lock is the last to be taken: claims name suppliers and devices.
    await proposeClaims(tx, reply.orgId, reply.id);
  }
  await record(tx, by, {
    action: reply.enteredBy ? 'reply.recorded' : 'reply.received',
    object: letterObject(letter),
    detail: {
      ...{ reply: reply.id, kind: reply.kind, channel: reply.channel, basis: reply.basis, sha256: contentSha256 },
      ...{ said_by: signed.responderName, answers: answered.length, files: files.length, came_on: reply.cameOn },
    },
  });
  const moved = await moveLetter(tx, by, letter, answers ? 'answer' : 'acknowledge', {
    at: came,
    detail: { reply: reply.id },
  });
  if (!moved.ok) return moved;
  await meetClocks(tx, by, letter, answers ? ['acknowledge', 'position'] : ['acknowledge'], came);
  return { ok: true, sha256: contentSha256 };
}
