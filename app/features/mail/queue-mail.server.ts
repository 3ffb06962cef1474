/** Putting an e-mail into the outbox, in the transaction that decides that it is to leave. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { mailMessages } from '../../../db/schema/index.server';
import type { AuditActor } from '../../audit/events';
import { enqueue } from '../jobs/enqueue.server';
import { mailSettings } from './mail-settings.server';
import { newMessageHeader } from './message-header.server';
import { oneLine } from './one-line';

type MessageRow = typeof mailMessages.$inferSelect;

export type MailWish = Pick<
  MessageRow,
  | 'orgId'
  | 'letterId'
  | 'purpose'
  | 'onceKey'
  | 'toAddress'
  | 'toName'
  | 'replyTo'
  | 'subject'
  | 'body'
  | 'versionNumber'
  | 'replyLinkId'
>;

/**
 * Queues a message that leaves once, however often it is asked for under the same `onceKey`.
 * @returns the id of the message: the one queued now (`isNew`), or the one that is there under this key
 */
export async function queueMail(tx: Tx, by: AuditActor, mail: MailWish): Promise<{ id: string; isNew: boolean }> {
  const [made] = await tx
    .insert(mailMessages)
    .values({
      ...mail,
      toAddress: oneLine(mail.toAddress),
      toName: oneLine(mail.toName),
      replyTo: oneLine(mail.replyTo),
      subject: oneLine(mail.subject),
      messageHeader: newMessageHeader(mailSettings()),
      createdBy: by.userId,
      createdByName: by.name,
    })
    .onConflictDoNothing({ target: [mailMessages.orgId, mailMessages.onceKey] })
    .returning({ id: mailMessages.id });
  if (made) {
    await enqueue(tx, 'mail.send', { orgId: mail.orgId, messageId: made.id });
    return { ...made, isNew: true };
  }
  const [there] = await tx
    .select({ id: mailMessages.id })
    .from(mailMessages)
    .where(and(eq(mailMessages.orgId, mail.orgId), eq(mailMessages.onceKey, mail.onceKey)));
  if (!there) throw new Error(`The message ${mail.onceKey} was neither queued nor found`);
  return { ...there, isNew: false };
}
