/** What was received, as both sides may keep it: on the page, and as a PDF whose bytes are the same every time. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letters, organisations, replies } from '../../../db/schema/index.server';
import { type RenderedDocument, renderDocument } from '../../../documents/render.server';
import type { ReplyReceipt } from '../../../documents/reply-receipt/model';
import { dateInWords, timeInWords } from '../../ui/time';
import { findingsInWords } from '../files/findings-words';
import { sizeInWords } from '../files/size-words';
import { versionInWords } from '../letters/letter-row.server';
import { readVersion } from '../letters/read-version.server';
import { answerInWords } from './answer-words';
import { CHANNEL_WORDS, enteredInWords } from './channels';
import { askedQuestions, contactOf, shownFile } from './get-reply-page.server';
import { outside, receivedThrough } from './link-state.server';
import { answersOf, filesOf, questionsOf } from './reply-draft.server';
import type { Visitor } from './reply-guard.server';

/** A received reply with everything that belongs to it; null when there is none of that id here. */
export async function readReceived(tx: Tx, orgId: string, replyId: string) {
  const [row] = await tx
    .select({
      reply: replies,
      letter: {
        id: letters.id,
        reference: letters.reference,
        subject: letters.subject,
        supplierName: letters.supplierName,
        supplierId: letters.supplierId,
      },
      organisation: organisations.name,
    })
    .from(replies)
    .innerJoin(letters, and(eq(letters.orgId, replies.orgId), eq(letters.id, replies.letterId)))
    .innerJoin(organisations, eq(organisations.id, replies.orgId))
    .where(and(eq(replies.orgId, orgId), eq(replies.id, replyId), eq(replies.status, 'received')));
  if (!row) return null;
  const version = await readVersion(tx, orgId, row.letter.id, row.reply.versionNumber);
  const [answers, files] = [await answersOf(tx, row.reply), await filesOf(tx, row.reply)];
  return {
    ...row,
    version: versionInWords(row.reply.versionNumber),
    contact: contactOf(version?.model ?? {}),
    asked: askedQuestions(questionsOf(version?.form), answers),
    files: files.map(shownFile),
  };
}

export type ReceivedReply = NonNullable<Awaited<ReturnType<typeof readReceived>>>;

/** The model of the receipt: of this reply alone, so that it is printed the same whenever it is asked for. */
export function receiptModel({ reply, letter, organisation, version, asked, files }: ReceivedReply): ReplyReceipt {
  return {
    language: 'en-GB',
    organisation,
    letter: { reference: letter.reference, version, subject: letter.subject },
    received: timeInWords(reply.receivedAt ?? reply.updatedAt),
    channel: [CHANNEL_WORDS[reply.channel], reply.cameOn ? `, came on ${dateInWords(reply.cameOn)}` : ''].join(''),
    ...(reply.enteredByName ? { enteredBy: enteredInWords(reply, letter.supplierName) ?? '' } : {}),
    responder: {
      name: reply.responderName || { blank: 'name not given' },
      role: reply.responderRole || { blank: 'role not given' },
      ...(reply.responderEmail ? { email: reply.responderEmail } : {}),
    },
    ...(reply.theirReference ? { theirReference: reply.theirReference } : {}),
    answers: asked.map(({ question, answer }) => ({
      number: question.number,
      question: question.text,
      answer: answerInWords(question, answer) || 'Not answered',
      comment: answer.comment,
    })),
    files: files.map((file) => ({
      name: file.name,
      size: sizeInWords(file.size),
      sha256: file.sha256,
      note: findingsInWords(file) ?? '',
    })),
    message: [reply.message, reply.fallbackContact ? `Contact if a date passes: ${reply.fallbackContact}` : '']
      .filter(Boolean)
      .join('\n'),
    contentSha256: reply.contentSha256 ?? '',
  };
}

/** What the receipt page behind a completed link shows; null while nothing was sent. */
export function getReceipt(visitor: Visitor): Promise<ReceivedReply | null> {
  return inOrganisation(outside(visitor.orgId), async (tx) => {
    const id = await receivedThrough(tx, visitor);
    return id ? readReceived(tx, visitor.orgId, id) : null;
  });
}

/** The receipt as PDF, printed in a worker thread. Throws RenderingBusy and DocumentTooLong. */
export const printReceipt = (received: ReceivedReply): Promise<RenderedDocument> =>
  renderDocument('reply-receipt', receiptModel(received), received.reply.receivedAt ?? received.reply.updatedAt);
