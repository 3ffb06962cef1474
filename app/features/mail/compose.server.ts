/** Makes the e-mail of a queued message: headers that no text can break out of, the text, the letter and its form. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailSettings } from './mail-settings.server';
import { oneLine } from './one-line';

export interface Attachment {
  fileName: string;
  bytes: Uint8Array;
}

export interface Letterhead {
  messageHeader: string;
  toAddress: string;
  toName: string;
  replyTo: string;
  subject: string;
  body: string;
  /** Reference of the letter; null for what belongs to none. */
  reference: string | null;
  /** Written by Changemark itself: other machines are asked not to answer. */
  automatic: boolean;
  organisation: string;
  attachments: Attachment[];
}

/** The message as bytes, ready for DATA. */
export function compose(settings: MailSettings, mail: Letterhead): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: settings.from.name || oneLine(mail.organisation), address: settings.from.address },
    to: { name: oneLine(mail.toName), address: mail.toAddress },
    ...(mail.replyTo ? { replyTo: { name: '', address: oneLine(mail.replyTo) } } : {}),
    subject: oneLine(mail.subject),
    text: mail.body,
    messageId: mail.messageHeader,
    headers: {
      ...(mail.automatic ? { 'Auto-Submitted': 'auto-generated' } : {}),
      ...(mail.reference ? { 'X-Changemark-Reference': oneLine(mail.reference) } : {}),
    },
    attachments: mail.attachments.map(({ fileName, bytes }) => ({
      filename: fileName,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      contentType: 'application/pdf',
    })),
    // Nothing in a message is ever fetched or read from a disk.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
