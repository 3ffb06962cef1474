/** What the samples of all kinds share. Organisation, supplier and people are invented. */
import { ReplyForm } from '../../../app/features/letters/reply-form';
import type { DocumentDefinition } from '../../document';
import type { Annexes, AskingLetter, Due, Followed, LetterBase, NoticeLetter } from '../letter-model';
import type { Question } from '../question';

export const ISSUED = '2026-11-23T00:00:00Z';

export const LONG_WORD = 'Elektroenzephalographiegerätesteckdosenleiste'.repeat(30);
/** Text that nobody would write into a letter, so that every place for text is seen to hold it. */
export const longText = (sentences: number) =>
  `Begin. ${'The pump stops when the network is busy and starts again after a while. '.repeat(sentences)}End.`;

export const letter: LetterBase = {
  mark: null,
  language: 'en-GB',
  reference: 'CM-2026-000123-L01',
  version: 'v1.0',
  date: '2026-11-23',
  sender: {
    organisation: 'Northbridge University Hospitals',
    lines: ['Clinical Engineering', 'Harbour Road 12', 'Northbridge NB1 4QX'],
  },
  recipient: {
    name: 'Head of Product Security',
    lines: ['Halden Monitoring Ltd', '7 Quay Street', 'Portleigh PL2 9AA'],
  },
  salutation: 'Dear Head of Product Security',
  subject: ['Telemetry receiver TR-96, software 4.2.0, 12 units'],
  contact: [
    { label: 'Contact', value: 'Jonas Lindqvist, clinical engineer' },
    { label: 'Telephone', value: '+44 1632 960123' },
    { label: 'E-mail', value: 'clinical.engineering@northbridge.example' },
  ],
  closing: 'Yours faithfully',
  signatory: {
    name: 'Amara Osei',
    role: 'Regulatory Affairs',
    meaning: 'The signature means: this letter states our questions and our intention; it claims no conformity.',
  },
  basis: [
    'Working days: Monday to Friday without the bank holidays of England and Wales, from the day after the date above.',
    'This letter is part of a documented assessment. It is no allegation of a defect and no legal advice.',
  ],
};

export const devices: Annexes['devices'] = {
  heads: ['Serial number', 'Software', 'Operating system', 'Place'],
  rows: [
    ['TR96-10231', '4.2.0', 'Windows 7 Embedded', 'Ward C4'],
    ['TR96-10232', '4.2.0', 'Windows 7 Embedded', 'Ward C4'],
    ['TR96-10240', '4.2.0', 'Windows 7 Embedded', 'Intensive care'],
  ],
};

export const controls: Annexes['controls'] = [
  {
    control: 'Ward firewall',
    effect: 'lets through only the ports the device needs',
    state: 'in place since 2 November 2026',
  },
  {
    control: 'Own network segment',
    effect: 'only the central station can be reached',
    state: { blank: 'in place since' },
  },
];

export const noAnnexes: Annexes = { devices: { heads: [], rows: [] }, vulnerabilities: [], controls: [], clauses: [] };

export const asking: Omit<AskingLetter, keyof LetterBase> = {
  acknowledge: { date: '2026-12-07', workingDays: 10 },
  answer: { date: '2026-12-23', workingDays: 22 },
  why: [],
  proposal: [
    { label: 'Device', value: 'Telemetry receiver TR-96, UDI-DI 04041948009990' },
    { label: 'Installed', value: 'software 4.2.0 on Windows 7 Embedded; 12 units (annex A)' },
  ],
  deciding: { intro: 'Each has fixed answers. Please choose one and add what we should read.', questions: [] },
  further: { intro: 'These complete the file. A tick is enough where nothing else is to be said.', blocks: [] },
  silence: [
    'We keep the controls that stand and leave the devices unchanged.',
    'We record that the questions are open. We take silence neither for permission nor for refusal.',
  ],
  reply: [
    'Answer on the page whose link came with this letter; no account is needed.',
    'Or fill in the form attached to the message, or tick and return these pages by post to the address above.',
    'Attach documents as PDF; VEX, CSAF, CycloneDX and SPDX files are read as they are.',
  ],
  annexes: { ...noAnnexes, devices },
};

export const followed: Followed = {
  reference: 'CM-2026-000123-L01',
  date: '2026-10-12',
  version: 'v1.0',
  subject: 'Security patch on telemetry receiver TR-96: request for your position',
  sentTo: 'by e-mail to product.security@halden-monitoring.example',
};

export const due: Due[] = [
  { what: 'Acknowledgement', date: '2026-10-26', workingDaysLate: 20 },
  { what: 'Your position', date: '2026-11-23', workingDaysLate: 0 },
  { what: 'Validated fix or plan', date: '2027-01-12', workingDaysLate: -33 },
];

export const open = [
  { number: 1, text: 'Does this patch make the balance of benefit and risk of the device worse?' },
  { number: 2, text: 'May we make this change on the model and software version named above?' },
];

const idOf = (label: string, place: number) =>
  `${label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30)}-${place + 1}`;

/** The questions of a letter as the data that is embedded in it. */
export function formOf(model: AskingLetter): ReplyForm {
  const question = (one: Question, deciding: boolean, block?: string) => ({
    number: one.number,
    key: `sample:${one.number}`,
    text: one.text,
    ...(one.help ? { help: one.help } : {}),
    choices: one.choices.map((choice, place) => ({ id: idOf(choice.label, place), ...choice })),
    comment: one.line !== undefined,
    ...(one.from ? { from: one.from } : {}),
    ...(one.settles ? { why: one.settles.join(' ') } : {}),
    deciding,
    ...(block ? { block } : {}),
    facts: [],
    cves: [],
  });
  return ReplyForm.parse({
    changemark_reply: 1,
    reference: typeof model.reference === 'string' ? model.reference : 'without reference',
    version: model.version,
    organisation: 'Northbridge University Hospitals',
    supplier: 'Halden Monitoring Ltd',
    answer_by: model.answer.date,
    questions: [
      ...model.deciding.questions.map((one) => question(one, true)),
      ...model.further.blocks.flatMap((block) =>
        block.questions.map((one) => question(one, false, `${block.letter}  ${block.title}`)),
      ),
    ],
  });
}

const otherScripts = {
  sender: { organisation: 'Szpital Łódź – Große Straße ≤ 5 €', lines: letter.sender.lines },
  recipient: {
    name: 'Kirsten Ødegård, Dräger Ελλάς',
    lines: [
      'الأجهزة الطبية',
      'מכשור רפואי',
      '医疗器械有限公司',
      '株式会社 医療機器',
      '의료기기 주식회사',
      'चिकित्सा उपकरण',
    ],
  },
  salutation: 'Уважаемые дамы и господа',
  subject: ['Патч безопасности → насос «Инфузия» ≥ 4.2 · 输液泵 · \u{1F489} 12 штук'],
};
const mixed =
  'Mixed: العربية and 中文 and עברית in one sentence, ⚠ ☐ ☑ ✓ ⌀ ∞ ½ ²; an emoji \u{1F600} has no sign here.';

const nameless: Partial<LetterBase> = {
  reference: { blank: 'reference' },
  sender: { organisation: { blank: 'name of the organisation' }, lines: [{ blank: 'address' }] },
  recipient: { name: { blank: 'name or role of the recipient' }, lines: [{ blank: 'name of the supplier' }] },
  salutation: { blank: 'salutation' },
  contact: [{ label: 'Contact', value: { blank: 'named contact' } }],
  signatory: { name: { blank: 'name' }, role: { blank: 'role' }, meaning: '' },
  basis: [],
};

type Samples<M> = DocumentDefinition<M>['samples'];
const dated = <M>(models: Record<string, M>): Samples<M> =>
  Object.fromEntries(Object.entries(models).map(([name, model]) => [name, { model, issuedAt: ISSUED }]));

/**
 * The four samples of a kind of letter with questions.
 * @param ordinary a letter as it would be sent; it gets its form
 * @param own what only this kind has: empty, in other scripts, as long as it can be
 */
export function askingSamples<M extends AskingLetter>(
  ordinary: M,
  own: { bare: Partial<M>; longest: Partial<M>; scripts?: Partial<M> },
): Samples<M> {
  const many = Array.from({ length: 14 }, (_, index) => ({
    number: index + 1,
    text: `Question ${index + 1}: ${'does the change alter something that matters to the people who use it, '.repeat(4)}or not?`,
    choices: [{ label: 'No' }, { label: 'Yes' }, { label: 'Not yet assessed', fill: 'answer by' }],
    line: 'Comment or document',
    settles: ['No leaves: not significant.', 'Yes leaves: significant, or needs review.'],
    from: LONG_WORD.slice(0, 200),
  }));
  const longest = {
    ...ordinary,
    subject: [LONG_WORD],
    why: [longText(60)],
    corrects: { version: 'v1.0', whatChanged: longText(4) },
    version: 'v1.1',
    deciding: { ...ordinary.deciding, questions: many },
    annexes: {
      ...ordinary.annexes,
      devices: {
        heads: devices.heads,
        rows: Array.from({ length: 60 }, (_, index) => [
          `TR96-${10_000 + index}`,
          '4.2.0',
          'Windows 7 Embedded',
          index % 20 === 7 ? LONG_WORD.slice(0, 160) : `Ward ${index % 9}`,
        ]),
      },
    },
    ...own.longest,
  };
  const scripts = { ...ordinary, ...otherScripts, why: [mixed], ...own.scripts };
  return dated<M>({
    ordinary: { ...ordinary, form: formOf(ordinary) },
    bare: {
      ...ordinary,
      ...nameless,
      why: [],
      proposal: [],
      deciding: { intro: '', questions: [] },
      further: { intro: '', blocks: [] },
      silence: [],
      reply: [],
      annexes: noAnnexes,
      ...own.bare,
    },
    scripts: { ...scripts, form: formOf(scripts) },
    longest: { ...longest, form: formOf(longest) },
  });
}

/** The four samples of a kind of letter that tells and asks for one thing. */
export function noticeSamples<M extends NoticeLetter>(
  ordinary: M,
  own: { bare: Partial<M>; longest: Partial<M>; scripts?: Partial<M> },
): Samples<M> {
  return dated<M>({
    ordinary,
    bare: { ...ordinary, ...nameless, paragraphs: [], next: [], ...own.bare },
    scripts: { ...ordinary, ...otherScripts, paragraphs: [mixed], ...own.scripts },
    longest: {
      ...ordinary,
      subject: [LONG_WORD],
      corrects: { version: 'v1.0', whatChanged: longText(4) },
      version: 'v1.1',
      ask: longText(8),
      paragraphs: [longText(60)],
      next: Array.from({ length: 20 }, () => longText(2)),
      ...own.longest,
    },
  });
}
