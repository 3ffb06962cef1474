/** Putting an issued letter into the post office: reply link, e-mail, and the record that it was handed over. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letterDeliveries, mailMessages, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import { queueMail } from '../mail/queue-mail.server';
import { createReplyLink } from '../replies/create-reply-link.server';
import { answeredBy } from './answered-by.server';
import type { LetterKind } from './letter-kinds';
import { type LetterRow, letterObject, versionInWords } from './letter-row.server';
import { mailText } from './mail-text.server';
import { type LetterVersion, readVersion } from './read-version.server';

export interface SendWish {
  /** Makes it leave once, whoever asks how often. */
  onceKey: string;
  /** Absent: as the letter is addressed. */
  toAddress?: string;
  toName?: string;
}

const PURPOSE: Partial<Record<LetterKind, 'reminder' | 'escalation'>> = {
  reminder: 'reminder',
  escalation: 'escalation',
};

/**
 * Queues the e-mail of an issued letter, whose row is locked. It moves to "sent" when the mail server has taken it
 * (`recordMailOutcome`).
 * @returns the id of the message, also when it was queued before under the same key; null without an address
 */
export async function sendIssued(
  tx: Tx,
  by: AuditActor,
  letter: LetterRow,
  { onceKey, toAddress = letter.recipientEmail, toName = letter.recipientName }: SendWish,
): Promise<{ id: string } | null> {
  if (!toAddress) return null;
  const version = await readVersion(tx, letter.orgId, letter.id, letter.currentNumber);
  if (version?.status !== 'issued') throw new Error(`${letter.reference} is not issued`);
  const [there] = await tx
    .select({ id: mailMessages.id })
    .from(mailMessages)
    .where(and(eq(mailMessages.orgId, letter.orgId), eq(mailMessages.onceKey, onceKey)));
  if (there) return there;
  const asked = await answeredBy(tx, letter);
  const text = await mailText(tx, { letter, version, asked, recipientName: toName });
  const link = asked ? await createReplyLink(tx, by, asked, { sentTo: toAddress }) : null;
  const message = await queueMail(tx, by, {
    orgId: letter.orgId,
    letterId: letter.id,
    purpose: PURPOSE[letter.kind] ?? 'letter',
    onceKey,
    toAddress,
    toName,
    replyTo: await writerAddress(tx, letter, version),
    ...text,
    versionNumber: version.number,
    replyLinkId: link?.id ?? null,
  });
  await tx.insert(letterDeliveries).values({
    orgId: letter.orgId,
    letterId: letter.id,
    versionNumber: version.number,
    channel: 'email',
    recipient: toAddress,
    messageId: message.id,
    createdBy: by.userId,
    createdByName: by.name,
  });
  await record(tx, by, {
    action: 'letter.queued',
    object: letterObject(letter),
    detail: { to: toAddress, version: versionInWords(version.number), message: message.id },
  });
  return message;
}

/** Where an answer by e-mail goes: to who drafted the letter, else to who approved it. */
async function writerAddress(tx: Tx, letter: LetterRow, version: LetterVersion): Promise<string> {
  const id = letter.createdBy ?? version.approvedBy;
  if (!id) return '';
  const [row] = await tx
    .select({ email: users.email })
    .from(users)
    .where(and(eq(users.orgId, letter.orgId), eq(users.id, id)));
  return row?.email ?? '';
}
