/**
 * From a dossier and its assessment to the letter that asks the supplier what only the supplier knows. Pure; the page
 * and the command line use it alike. What is not known is left as a marked blank, never guessed.
 */
import type { Blank, Slot } from '../../../documents/document';
import type { Logo } from '../../../documents/parts/letterhead';
import type { Question } from '../../../documents/parts/question';
import type { Annexes, Deadline, SupplierRequestLetter } from '../../../documents/supplier-request-letter/model';
import { chartOf } from '../../regulation/charts/index';
import type { Dossier } from '../../regulation/dossier';
import type { KindId } from '../../regulation/kinds/kind-ids';
import type { AssessmentResult } from '../../regulation/result';
import { dateInWords } from '../../ui/time';
import { interimControls } from './interim-controls';
import { blocksFor, type Circumstance } from './letter-blocks';
import { type OpenAsk, openAsks } from './letter-questions';
import { kindsOf, systemInWords, whatWePropose, whyParagraphs } from './letter-words';
import { addDays, addWorkingDays, workingDaysBetween } from './working-days';

/** One unit for annex A. Empty text: not known. */
export interface LetterUnit {
  serial: string;
  softwareVersion?: string;
  operatingSystem?: string;
  place?: string;
}

export interface LetterInput {
  dossier: Dossier;
  result: AssessmentResult;
  /** "CM-2026-000123-L01"; the dossier's id when absent. */
  reference?: string;
  yourReference?: string;
  version?: string;
  /** ISO day; the day whose rules were used when absent. */
  date?: string;
  /** Null once the letter is approved. */
  mark?: string | null;
  description?: string;
  /** ISO day by which the change is wanted. */
  neededBy?: string;
  sender?: { organisation?: string; lines?: string[]; logo?: Logo };
  /** Name of a person, else a role; organisation defaults to the manufacturer of the dossier. */
  recipient?: { name?: string; role?: string; organisation?: string; lines?: string[] };
  contact?: { name?: string; role?: string; telephone?: string; email?: string };
  signatory?: { name?: string; role?: string };
  /** How many units, when known, and which. */
  units?: { count?: number; list?: LetterUnit[] };
  /** Controls in place, as recorded; without it the usual ones, each with a blank for its state. */
  controls?: { control: string; effect: string; state: string }[];
  /** Address of the reply page, where there is one. */
  replyAt?: string;
  /** Working days to acknowledge, calendar days to a position. Defaults 10 and 30. */
  clocks?: { acknowledge?: number; answer?: number };
}

const blank = (what: string): Blank => ({ blank: what });
/** The text, or a blank that says what is missing. */
const orBlank = (text: string | undefined, what: string): Slot => (text?.trim() ? text.trim() : blank(what));

function circumstanceOf({ dossier, result }: LetterInput): Circumstance {
  const markets = new Set((dossier.device?.certifications ?? []).map((one) => one.market.trim().toUpperCase()));
  const nation = dossier.site?.nation?.trim().toLowerCase();
  const inBritain = dossier.site?.country?.trim().toUpperCase() === 'GB' || nation === 'england';
  return {
    vulnerabilities: (dossier.vulnerabilities ?? []).length > 0,
    great_britain: markets.has('GB') || inBritain,
    europe: markets.has('EU') || markets.has('NI'),
    america: markets.has('US'),
    england: nation === 'england',
    lawCounts: result.findings.some(({ instrument, edition }) => chartOf(instrument, edition)?.answers === 'law'),
    charts: result.hints.flatMap(({ instrument, edition }) => {
      const chart = chartOf(instrument, edition);
      return chart?.answers === 'law' ? [chart.name] : [];
    }),
  };
}

/** Neighbouring words as one text: the renderer breaks lines between texts as it does between words. */
function merged(parts: Slot[]): Slot[] {
  const all: Slot[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}

function subjectOf(input: LetterInput): Slot[] {
  const { device, change } = input.dossier;
  const name = [device?.name, device?.model === device?.name ? '' : device?.model].filter((part) => part?.trim());
  const version = device?.software?.version?.trim();
  const count = input.units?.count ?? input.units?.list?.length;
  const title = change?.title?.trim();
  return merged([
    title ? `${title}: ` : 'Proposed security change: ',
    name.length > 0 ? name.join(' ') : blank('device'),
    ' · software ',
    orBlank(version, 'version'),
    ' · ',
    count === undefined ? blank('number of units') : `${count} ${count === 1 ? 'unit' : 'units'}`,
  ]);
}

function deadline(from: string, date: string): Deadline {
  return { date, workingDays: workingDaysBetween(from, date) };
}

function devicesAnnex(input: LetterInput): Annexes['devices'] {
  const { device } = input.dossier;
  const certificates = (device?.certifications ?? []).map((one) =>
    [
      one.market,
      one.basis?.toUpperCase(),
      one.class && `class ${one.class}`,
      one.body && `body ${one.body}`,
      one.certificate ?? one.number,
      one.expires && `expires ${dateInWords(one.expires)}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
  const note = `Certificates on our record: ${certificates.length > 0 ? certificates.join('; ') : 'none'}.`;
  const system = systemInWords(input.dossier);
  const list = input.units?.list ?? [];
  if (list.length > 0) {
    return {
      heads: ['Serial number', 'Software', 'Operating system', 'Place'],
      rows: list.map((unit) => [
        orBlank(unit.serial, 'serial number'),
        orBlank(unit.softwareVersion ?? device?.software?.version, 'version'),
        orBlank(unit.operatingSystem ?? system, 'operating system'),
        orBlank(unit.place, 'place'),
      ]),
      note,
    };
  }
  return {
    heads: ['Model', 'UDI-DI', 'Software', 'Operating system', 'Serial numbers'],
    rows: [
      [
        orBlank(device?.model ?? device?.name, 'model'),
        orBlank(device?.udi_di, 'UDI-DI'),
        orBlank(device?.software?.version, 'version'),
        orBlank(system, 'operating system and build'),
        blank('serial numbers'),
      ],
    ],
    note,
  };
}

function annexesOf(input: LetterInput, kinds: KindId[], asked: (OpenAsk & { number: number })[]): Annexes {
  const clauses = new Map<string, Annexes['clauses'][number]>();
  for (const { number, clauses: places } of asked) {
    for (const place of places) {
      const key = JSON.stringify(place);
      const known = clauses.get(key);
      clauses.set(key, { ...place, questions: known ? `${known.questions}, ${number}` : `${number}` });
    }
  }
  return {
    devices: devicesAnnex(input),
    vulnerabilities: (input.dossier.vulnerabilities ?? []).map(({ cve, cvss }) => ({
      id: cve ?? 'not named',
      score: cvss ?? 'none given',
    })),
    controls: input.controls ?? interimControls(kinds).map((one) => ({ ...one, state: blank('in place? since') })),
    clauses: [...clauses.values()],
  };
}

const YOURS = { named: 'Yours sincerely', unnamed: 'Yours faithfully' };

/** The model of the letter. Nothing in it depends on the clock: the date is the one given. */
export function letterFromAssessment(input: LetterInput): SupplierRequestLetter {
  const { dossier, result } = input;
  const date = input.date ?? result.as_of;
  const kinds = kindsOf(dossier);
  const { deciding, brief } = openAsks(result);
  let next = 1;
  const number = <T extends Omit<Question, 'number'>>(question: T): T & { number: number } => ({
    number: next++,
    ...question,
  });
  const decidingQuestions = deciding.map((ask) => ({ ...ask, ...{ number: next, question: number(ask.question) } }));
  const briefQuestions = brief.map((ask) => ({ ...ask, ...{ number: next, question: number(ask.question) } }));
  const asked = new Set([...deciding, ...brief].flatMap((ask) => ask.facts));
  const blocks = blocksFor(kinds, circumstanceOf(input), asked).map((block) => ({
    letter: block.letter as string,
    title: block.title,
    questions: block.questions.map(({ text, choices, from }) => number({ text, choices, from })),
  }));
  const person = input.recipient?.name?.trim();
  const role = input.recipient?.role?.trim();
  const contact = input.contact ?? {};
  const signatory = input.signatory ?? {};
  const answerBy = addDays(date, input.clocks?.answer ?? 30);
  return {
    mark: input.mark === undefined ? 'DRAFT – not sent' : input.mark,
    language: 'en-GB',
    reference: orBlank(input.reference ?? dossier.id, 'our reference'),
    ...(input.yourReference && { yourReference: input.yourReference }),
    version: input.version ?? 'v1.0',
    date,
    sender: {
      organisation: orBlank(input.sender?.organisation, 'name of our organisation'),
      lines: input.sender?.lines ?? [blank('address')],
      ...(input.sender?.logo && { logo: input.sender.logo }),
    },
    recipient: {
      name: orBlank(person ? [person, role].filter(Boolean).join(', ') : role, 'name or role of the recipient'),
      lines: [
        orBlank(input.recipient?.organisation ?? dossier.device?.manufacturer, 'name of the supplier'),
        ...(input.recipient?.lines ?? [blank('address of the supplier')]),
      ],
    },
    salutation: person ? `Dear ${person}` : 'Dear Sir or Madam',
    subject: subjectOf(input),
    acknowledge: deadline(date, addWorkingDays(date, input.clocks?.acknowledge ?? 10)),
    answer: deadline(date, answerBy),
    why: whyParagraphs(dossier, result, deciding.length),
    proposal: whatWePropose(input),
    deciding: {
      intro: 'Please tick one answer each and add what we should read.',
      questions: decidingQuestions.map((ask) => ask.question),
    },
    further: {
      intro: 'These complete the file; a tick is enough where nothing else is to be said.',
      blocks: [
        ...(briefQuestions.length > 0
          ? [{ letter: '', title: 'Also open in the charts', questions: briefQuestions.map((ask) => ask.question) }]
          : []),
        ...blocks,
      ],
    },
    silence: [
      'We leave the device as it is and keep, or put in place, the controls of annex C.',
      'We record the questions as open. Silence counts neither as permission nor as refusal.',
      'Our risk owner then decides among the options that need no answer from you.',
    ],
    reply: [
      ...(input.replyAt ? [`Answer at ${input.replyAt}; no account is needed.`] : []),
      'Or tick, sign and return these pages to the contact above, quoting our reference.',
      'Attach documents as PDF, and VEX, CSAF or SBOM files as they are.',
      'Name the person who answers for this on your side, and whom we call if the date passes.',
    ].map((line, index) => (index === 0 ? line.replace(/^Or tick/, 'Tick') : line)),
    contact: [
      { label: 'Contact', value: orBlank([contact.name, contact.role].filter(Boolean).join(', '), 'named contact') },
      { label: 'Telephone', value: orBlank(contact.telephone, 'direct number') },
      { label: 'E-mail', value: orBlank(contact.email, 'e-mail address') },
    ],
    closing: person ? YOURS.named : YOURS.unnamed,
    signatory: {
      name: orBlank(signatory.name, 'name'),
      role: orBlank(signatory.role, 'role'),
      meaning:
        'Signed to say that these are our questions and our intention. The signature accepts no risk and claims no conformity.',
    },
    basis: [
      'Dates: working days are Monday to Friday, counted from the day after this letter; public holidays are not taken out.',
      `Rules: library ${result.library}, as of ${result.as_of}. Part of a documented assessment; it alleges no defect and is no legal advice.`,
    ],
    annexes: annexesOf(input, kinds, [...decidingQuestions, ...briefQuestions]),
  };
}
