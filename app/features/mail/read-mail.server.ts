/** What a message needs to be made: its letter's locked bytes, and the form to fill in. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letters, letterVersions, type mailMessages, organisations } from '../../../db/schema/index.server';
import { renderDocument } from '../../../documents/render.server';
import { versionInWords } from '../letters/letter-row.server';
import { ReplyForm } from '../letters/reply-form';
import { replyAddress } from '../replies/reply-address.server';
import type { Attachment, Letterhead } from './compose.server';

export type MessageRow = typeof mailMessages.$inferSelect;

export interface Material {
  message: MessageRow;
  organisation: string;
  reference: string | null;
  file: { bytes: Uint8Array; sha256: string; issuedAt: Date; number: number; form: unknown } | null;
}

/** The stored file is not what was issued: it must not leave. */
export class DamagedFile extends Error {}

/** Reads everything about a message at once, so that no connection is held while it is made. */
export async function readMail(tx: Tx, message: MessageRow): Promise<Material> {
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, message.orgId));
  const [letter] = message.letterId
    ? await tx
        .select({ reference: letters.reference })
        .from(letters)
        .where(and(eq(letters.orgId, message.orgId), eq(letters.id, message.letterId)))
    : [];
  return {
    message,
    organisation: organisation?.name ?? '',
    reference: letter?.reference ?? null,
    file: await fileOf(tx, message),
  };
}

async function fileOf(tx: Tx, { orgId, letterId, versionNumber }: MessageRow): Promise<Material['file']> {
  if (!letterId || versionNumber === null) return null;
  const [row] = await tx
    .select()
    .from(letterVersions)
    .where(
      and(
        eq(letterVersions.orgId, orgId),
        eq(letterVersions.letterId, letterId),
        eq(letterVersions.number, versionNumber),
      ),
    );
  if (!row?.bytes || !row.sha256 || !row.issuedAt) throw new DamagedFile('The issued file of the letter is not there.');
  return {
    bytes: row.bytes,
    sha256: row.sha256,
    issuedAt: row.issuedAt,
    number: row.number,
    form: row.form,
  };
}

const fileName = (reference: string, rest: string) => `${reference.replace(/[^A-Za-z0-9-]+/g, '-')}-${rest}.pdf`;

/** The attachments. Throws `DamagedFile` when the stored bytes are not those that were issued. */
async function attachmentsOf({ file, reference }: Material): Promise<Attachment[]> {
  if (!file || !reference) return [];
  if (createHash('sha256').update(file.bytes).digest('hex') !== file.sha256) {
    throw new DamagedFile('The stored file of the letter no longer matches its recorded hash.');
  }
  const version = versionInWords(file.number);
  const letter = { fileName: fileName(reference, version.replace('.', '-')), bytes: file.bytes };
  const form = ReplyForm.safeParse(file.form);
  if (!form.success || form.data.questions.length === 0) return [letter];
  const printed = await renderDocument('answer-form', { ...form.data, reference, version }, file.issuedAt);
  return [letter, { fileName: fileName(reference, 'answer-form'), bytes: printed.bytes }];
}

/** Everything the e-mail is composed of; the reply link is filled in only here. */
export async function letterheadOf(material: Material): Promise<Letterhead> {
  const { message, organisation, reference } = material;
  const link = message.replyLinkId ? replyAddress(message.orgId, message.replyLinkId) : '';
  return {
    ...{ organisation, reference },
    messageHeader: message.messageHeader,
    toAddress: message.toAddress,
    toName: message.toName,
    replyTo: message.replyTo,
    subject: message.subject,
    body: message.body.replaceAll('{{reply_link}}', link),
    automatic: ['reminder', 'receipt', 'digest'].includes(message.purpose),
    attachments: await attachmentsOf(material),
  };
}
