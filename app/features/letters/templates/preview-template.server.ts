/** What a template makes of a letter: on an ordinary sample, and on the longest one that is printed. */
import { answerAcceptanceSamples } from '../../../../documents/answer-acceptance/samples';
import type { DocumentModels } from '../../../../documents/catalogue.server';
import { clarificationSamples } from '../../../../documents/clarification-request/samples';
import { escalationSamples } from '../../../../documents/escalation/samples';
import { interimControlsSamples } from '../../../../documents/interim-controls-notice/samples';
import { lifecycleSamples } from '../../../../documents/lifecycle-request/samples';
import { malwareProtectionSamples } from '../../../../documents/malware-protection-request/samples';
import { networkSamples } from '../../../../documents/network-compatibility-request/samples';
import { noticeOfIntentSamples } from '../../../../documents/notice-of-intent/samples';
import type { AskingLetter, LetterBase, NoticeLetter } from '../../../../documents/parts/letter-model';
import { reminderSamples } from '../../../../documents/reminder/samples';
import { DocumentTooLong, RenderingBusy, renderDocument } from '../../../../documents/render.server';
import { securityDocumentsSamples } from '../../../../documents/security-documents-request/samples';
import { letterSamples } from '../../../../documents/supplier-request-letter/samples';
import { vulnerabilityPositionSamples } from '../../../../documents/vulnerability-position-request/samples';
import type { LetterFile } from '../download-letter.server';
import { longDate } from '../drafting/long-date';
import { slotText } from '../drafting/slot-text';
import { LETTER_KIND_WORDS, type LetterKind } from '../letter-kinds';
import { occasionInWords, vulnerabilitiesInWords, whyWeAsk } from '../letter-words';
import { FIELDS, type TemplateTexts, type TextName } from './fields';
import { type FieldValues, fillTexts, linesOf, paragraphsOf } from './fill';

type Samples = Record<string, { model: LetterBase; issuedAt: string }>;

const SAMPLES: Record<LetterKind, Samples> = {
  'supplier-request-letter': letterSamples,
  'malware-protection-request': malwareProtectionSamples,
  'network-compatibility-request': networkSamples,
  'security-documents-request': securityDocumentsSamples,
  'lifecycle-request': lifecycleSamples,
  'vulnerability-position-request': vulnerabilityPositionSamples,
  'interim-controls-notice': interimControlsSamples,
  reminder: reminderSamples,
  escalation: escalationSamples,
  'notice-of-intent': noticeOfIntentSamples,
  'clarification-request': clarificationSamples,
  'answer-acceptance': answerAcceptanceSamples,
};

export type SampleName = 'ordinary' | 'longest';

export const isSampleName = (value: unknown): value is SampleName => value === 'ordinary' || value === 'longest';

const sampleOf = (kind: LetterKind, name: SampleName) => {
  const { [name]: wanted } = SAMPLES[kind];
  const sample = wanted ?? Object.values(SAMPLES[kind])[0];
  if (!sample) throw new Error(`There is no sample of ${kind}`);
  return sample;
};

/** The longest a field can be: a long name in one word, so that a template is seen to hold it. */
const LONG = 'Universitätsklinikum für Kardiologie und Elektroenzephalographiegerätesteckdosenleisten Nordbrücken';

function valuesOf(model: LetterBase, name: SampleName): FieldValues {
  if (name === 'longest') {
    return Object.fromEntries(Object.keys(FIELDS).map((field) => [field, `${LONG} (${field})`]));
  }
  const { answer, acknowledge, annexes, deciding } = model as Partial<AskingLetter>;
  const ids = (annexes?.vulnerabilities ?? []).map(({ id }) => id);
  return {
    organisation: slotText(model.sender.organisation),
    supplier: slotText(model.recipient.lines[0] ?? ''),
    recipient: slotText(model.recipient.name),
    reference: slotText(model.reference),
    date: longDate(model.date),
    device: 'Telemetry receiver TR-96',
    units: '12 units',
    subject: model.subject.map(slotText).join(''),
    sender: slotText(model.contact[0]?.value ?? ''),
    contact_email: 'clinical.engineering@northbridge.example',
    contact_telephone: '+44 1632 960123',
    vulnerabilities: vulnerabilitiesInWords(ids) || 'CVE-2017-0144 (annex B)',
    change: 'Install the March security roll-up',
    occasion: occasionInWords(ids),
    why_we_ask: whyWeAsk(deciding?.questions.length ?? 1),
    answer_by: answer ? longDate(answer.date) : '',
    answer_days: `${answer?.workingDays ?? ''}`,
    acknowledge_by: acknowledge ? longDate(acknowledge.date) : '',
    acknowledge_days: `${acknowledge?.workingDays ?? ''}`,
    questions: '14',
    followed_reference: 'CM-2026-000123-L01',
    followed_date: '12 October 2026',
    followed_subject: 'Install the March security roll-up: Telemetry receiver TR-96',
    due: '11 November 2026',
    days_late: '8',
    open_questions: '5',
    act_from: '7 December 2026',
  };
}

export interface TemplatePreview {
  model: LetterBase;
  mail: { subject: string; body: string };
}

/** The letter and its e-mail on a sample. @param texts that `refusalsOf` has nothing against */
export function previewTemplate(kind: LetterKind, texts: TemplateTexts, name: SampleName): TemplatePreview {
  const { model } = sampleOf(kind, name);
  const filled = fillTexts(kind, texts, valuesOf(model, name));
  const named = typeof model.recipient.name === 'string';
  const base: LetterBase = {
    ...model,
    mark: 'SAMPLE – not a letter',
    salutation: named ? filled.salutation : filled.salutation_unnamed,
    closing: named ? filled.closing : filled.closing_unnamed,
    signatory: { ...model.signatory, meaning: filled.signature },
  };
  return {
    model: LETTER_KIND_WORDS[kind].asks ? asking(base as AskingLetter, filled) : notice(base as NoticeLetter, filled),
    mail: { subject: filled.email_subject, body: filled.email_body },
  };
}

const asking = (base: AskingLetter, texts: Record<TextName, string>): AskingLetter => ({
  ...base,
  why: paragraphsOf(texts.opening),
  silence: linesOf(texts.silence),
  reply: linesOf(texts.reply),
});

const notice = (base: NoticeLetter, texts: Record<TextName, string>): NoticeLetter => ({
  ...base,
  ask: texts.ask,
  paragraphs: paragraphsOf(texts.opening),
  next: linesOf(texts.next_steps),
});

/** The same as a PDF, as the letter would be printed; a refusal in words when it cannot be printed now. */
export async function printTemplate(kind: LetterKind, texts: TemplateTexts, name: SampleName): Promise<LetterFile> {
  const { model } = previewTemplate(kind, texts, name);
  try {
    const issuedAt = new Date(sampleOf(kind, name).issuedAt);
    const { bytes, sha256 } = await renderDocument(kind, model as DocumentModels[typeof kind], issuedAt);
    return { ok: true, bytes, sha256, fileName: `SAMPLE-${kind}.pdf` };
  } catch (error) {
    if (error instanceof RenderingBusy) return { ok: false, status: 503, message: error.message };
    if (error instanceof DocumentTooLong) return { ok: false, status: 413, message: error.message };
    throw error;
  }
}
