/** What stands around every letter: sender, recipient, dates, signature; and the values of the template's fields. Pure. */
import type { Slot } from '../../../../documents/document';
import type { LetterBase } from '../../../../documents/parts/letter-model';
import { LETTER_KIND_WORDS } from '../letter-kinds';
import { occasionInWords, vulnerabilitiesInWords, whyWeAsk } from '../letter-words';
import type { TextName } from '../templates/fields';
import { type FieldValues, fillTexts } from '../templates/fill';
import { blank, devicesInWords, orBlank, unitsInWords, unitsOf, vulnerabilityIds } from './devices';
import { longDate } from './long-date';
import type { LetterMaterial } from './material';
import { slotText } from './slot-text';

/** Neighbouring words as one text: the renderer breaks lines between texts as it does between words. */
function joined(parts: Slot[]): Slot[] {
  const all: Slot[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}

const TITLES: Partial<Record<LetterMaterial['kind'], string>> = {
  'malware-protection-request': 'Protection against malware',
  'network-compatibility-request': 'Network controls around the device',
  'security-documents-request': 'MDS2 form and list of components',
  'lifecycle-request': 'End of support and what comes after',
  'vulnerability-position-request': 'Your position on',
  'interim-controls-notice': 'Interim controls around the device',
  'clarification-request': 'Two statements that contradict each other',
};

/** What the letter is about, for which device, version and number of units, in parts. */
export function subjectOf(material: LetterMaterial): Slot[] {
  const { kind, matters } = material;
  const [first] = matters;
  const version = matters.length === 1 ? first?.dossier.device?.software?.version?.trim() : undefined;
  const count = unitsOf(material);
  const ids = vulnerabilityIds(material);
  const named = ids.length > 3 ? `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more` : ids.join(', ');
  const change = first?.dossier.change?.title?.trim();
  const more = matters.length > 1 ? ` and ${matters.length - 1} more` : '';
  const title =
    kind === 'supplier-request-letter'
      ? `${change ? change + more : 'Proposed security change'}: `
      : `${TITLES[kind] ?? LETTER_KIND_WORDS[kind].label}${kind === 'vulnerability-position-request' ? ` ${named || 'known vulnerabilities'}` : ''}: `;
  const devices = devicesInWords(material);
  return joined([
    title,
    devices ? devices : blank('device'),
    ...(matters.length === 1 ? [' · software ', orBlank(version, 'version')] : []),
    ' · ',
    count === null ? blank('number of units') : unitsInWords(count),
  ]);
}

/** A subject in parts as one line. */
export const subjectInWords = (subject: Slot[]): string => subject.map(slotText).join('');

const optional = (name: string, value: string | undefined | null) => (value ? { [name]: value } : {});

/** Values of the fields that a template may name. @param asks how many questions, and how many of them decide */
export function fieldValues(material: LetterMaterial, asks: { all: number; deciding: number }): FieldValues {
  const { matters, contact, recipient, sender } = material;
  const ids = vulnerabilityIds(material);
  const count = unitsOf(material);
  const supplier = recipient?.organisation ?? matters[0]?.dossier.device?.manufacturer;
  return {
    ...optional('organisation', sender?.organisation),
    ...optional('supplier', supplier),
    recipient: recipient?.name?.trim() || recipient?.role?.trim() || 'Sir or Madam',
    ...optional('reference', material.reference),
    date: longDate(material.date),
    device: devicesInWords(material) || 'the device',
    units: count === null ? '' : unitsInWords(count),
    subject: subjectInWords(subjectOf(material)),
    ...optional('sender', contact?.name),
    ...optional('contact_email', contact?.email),
    ...optional('contact_telephone', contact?.telephone),
    vulnerabilities: vulnerabilitiesInWords(ids) || 'known vulnerabilities',
    change: matters
      .map(({ dossier }) => dossier.change?.title?.trim())
      .filter(Boolean)
      .join('; '),
    occasion: occasionInWords(ids),
    why_we_ask: whyWeAsk(asks.deciding),
    answer_by: longDate(material.answer.date),
    answer_days: `${material.answer.workingDays}`,
    acknowledge_by: longDate(material.acknowledge.date),
    acknowledge_days: `${material.acknowledge.workingDays}`,
    questions: `${asks.all}`,
  };
}

export interface Framed {
  base: LetterBase;
  texts: Record<TextName, string>;
  /** True where the letter goes to somebody by name. */
  named: boolean;
}

/** The frame of a letter, with the template's texts filled. */
export function framed(material: LetterMaterial, values: FieldValues): Framed {
  const { contact = {}, signatory = {}, recipient = {}, matters } = material;
  const texts = fillTexts(material.kind, material.texts, values);
  const person = recipient.name?.trim();
  const role = recipient.role?.trim();
  const libraries = [...new Set(matters.map(({ result }) => `library ${result.library}, as of ${result.as_of}`))];
  const base: LetterBase = {
    ...(material.theme && material.theme !== 'standard' ? { theme: material.theme } : {}),
    mark: material.mark === undefined ? 'DRAFT – not sent' : material.mark,
    language: 'en-GB',
    reference: orBlank(material.reference, 'our reference'),
    ...(material.yourReference && { yourReference: material.yourReference }),
    version: material.version ?? 'v1.0',
    date: material.date,
    sender: {
      organisation: orBlank(material.sender?.organisation, 'name of our organisation'),
      lines: material.sender?.lines ?? [blank('address')],
      ...(material.sender?.logo && { logo: material.sender.logo }),
    },
    recipient: {
      name: orBlank(person ? [person, role].filter(Boolean).join(', ') : role, 'name or role of the recipient'),
      lines: [
        orBlank(recipient.organisation ?? matters[0]?.dossier.device?.manufacturer, 'name of the supplier'),
        ...(recipient.lines ?? [blank('address of the supplier')]),
      ],
    },
    salutation: person ? texts.salutation : texts.salutation_unnamed,
    subject: subjectOf(material),
    contact: [
      { label: 'Contact', value: orBlank([contact.name, contact.role].filter(Boolean).join(', '), 'named contact') },
      { label: 'Telephone', value: orBlank(contact.telephone, 'direct number') },
      { label: 'E-mail', value: orBlank(contact.email, 'e-mail address') },
    ],
    closing: person ? texts.closing : texts.closing_unnamed,
    signatory: {
      name: orBlank(signatory.name, 'name'),
      role: orBlank(signatory.role, 'role'),
      meaning: texts.signature,
    },
    basis: [
      material.counted,
      `${libraries.length > 0 ? `Rules: ${libraries.join('; ')}. ` : ''}Part of a documented assessment; it alleges no defect and is no legal advice.`,
    ],
  };
  return { base, texts, named: Boolean(person) };
}
