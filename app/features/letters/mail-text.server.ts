/** The e-mail that carries a letter, in the words of the template its letter was written from. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels, letterModels, organisations } from '../../../db/schema/index.server';
import type { AskingLetter, Due } from '../../../documents/parts/letter-model';
import { dateInWords } from '../../ui/time';
import { type LetterMail, letterMail } from './letter-mail';
import { type LetterRow, versionInWords } from './letter-row.server';
import type { LetterVersion } from './read-version.server';
import { type FieldName, fieldsOf, type TextName } from './templates/fields';
import { type FieldValues, fillTemplate, readTemplate } from './templates/fill';
import { templateNumber } from './templates/read-template.server';

interface Material {
  letter: LetterRow;
  version: LetterVersion;
  /** The letter whose questions the reply link leads to; null: none, so no link. */
  asked: LetterRow | null;
  recipientName: string;
}

/**
 * Subject and body; `{{reply_link}}` stays in the body. A template that names something this letter does not have is
 * passed over for plain words of our own: no e-mail leaves with a gap in it.
 */
export async function mailText(tx: Tx, material: Material): Promise<LetterMail> {
  const { letter, version, asked } = material;
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, letter.orgId));
  const values = valuesOf(material, organisation?.name ?? '', await devicesOf(tx, letter));
  const template = await templateNumber(tx, letter.orgId, letter.kind, version.templateNumber);
  const filled = (name: TextName) => whole(template?.texts[name] ?? '', fieldsOf(letter.kind, name), values);
  const subject = filled('email_subject');
  const body = filled('email_body');
  if (subject && body && (asked || !body.includes('{{reply_link}}'))) {
    return { subject: subject.replace(/\s+/g, ' ').trim().slice(0, 250), body };
  }
  return letterMail({
    kind: letter.kind,
    reference: letter.reference,
    version: versionInWords(version.number),
    subject: letter.subject,
    organisation: organisation?.name ?? '',
    recipientName: material.recipientName,
    senderName: values.sender ?? '',
    answerable: asked !== null,
    answerBy: values.answer_by ?? null,
  });
}

/** The text with every field filled; null when one has no value. */
function whole(text: string, allowed: readonly FieldName[], values: FieldValues): string | null {
  const read = readTemplate(text, allowed);
  if (!read.ok || text.trim() === '') return null;
  const missing = read.parts.some((part) => 'field' in part && !values[part.field as FieldName]?.trim());
  return missing ? null : fillTemplate(text, allowed, values);
}

function valuesOf({ letter, version, asked, recipientName }: Material, organisation: string, devices: string[]) {
  const model = version.model as Partial<AskingLetter> & { due?: Due[]; from?: string };
  const words = (slot: unknown): string => (typeof slot === 'string' ? slot : '');
  const day = (date: string | undefined): string => (date ? dateInWords(date) : '');
  const due = model.due?.toSorted((a, b) => b.workingDaysLate - a.workingDaysLate)[0];
  const values: FieldValues = {
    organisation,
    supplier: letter.supplierName,
    recipient: recipientName.trim() || 'Sir or Madam',
    reference: letter.reference,
    date: day(model.date),
    device: devices.join(', '),
    subject: letter.subject,
    sender: words(model.signatory?.name) || letter.authorName,
    contact_email: words(model.contact?.find(({ label }) => label === 'E-mail')?.value),
    contact_telephone: words(model.contact?.find(({ label }) => label === 'Telephone')?.value),
    vulnerabilities: model.annexes?.vulnerabilities.map(({ id }) => id).join(', ') ?? '',
    answer_by: day(model.answer?.date),
    answer_days: String(model.answer?.workingDays ?? ''),
    acknowledge_by: day(model.acknowledge?.date),
    acknowledge_days: String(model.acknowledge?.workingDays ?? ''),
    questions: String(letter.questionsAsked),
    due: day(due?.date),
    days_late: due ? String(due.workingDaysLate) : '',
    act_from: day(model.from),
    reply_link: '{{reply_link}}',
  };
  if (!asked || asked.id === letter.id) return values;
  return {
    ...values,
    followed_reference: asked.reference,
    followed_date: asked.sentAt ? dateInWords(asked.sentAt) : '',
    followed_subject: asked.subject,
    open_questions: String(asked.questionsOpen),
  };
}

const MOST_DEVICES = 10;

async function devicesOf(tx: Tx, { orgId, id }: LetterRow): Promise<string[]> {
  const rows = await tx
    .select({ name: deviceModels.name })
    .from(letterModels)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, letterModels.orgId), eq(deviceModels.id, letterModels.modelId)))
    .where(and(eq(letterModels.orgId, orgId), eq(letterModels.letterId, id)))
    .orderBy(deviceModels.name)
    .limit(MOST_DEVICES);
  return rows.map(({ name }) => name);
}
