/** One set of samples for golden tests and preview. Organisation, supplier and people are invented. */
import { formOf } from '../parts/letter/sample';
import type { SupplierRequestLetter } from './model';

const ordinary: SupplierRequestLetter = {
  mark: 'DRAFT – not sent',
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
  subject: [
    'Security patch on telemetry receiver TR-96, software 4.2.0, Windows 7 Embedded, 12 units: request for your position',
  ],
  acknowledge: { date: '2026-12-07', workingDays: 10 },
  answer: { date: '2026-12-23', workingDays: 22 },
  why: [
    'CVE-2017-0144 affects the operating system of these units. Our assessment of the published rules cannot be finished without you: which outcome applies, and who may make the change, depends on what only the manufacturer knows.',
  ],
  proposal: [
    { label: 'Change', value: 'Install the March security roll-up KB5035888 (operating-system patch, same release)' },
    { label: 'Device', value: 'Telemetry receiver TR-96, UDI-DI 04041948009990' },
    { label: 'Installed', value: 'software 4.2.0 on Windows 7 Embedded; 12 units (annex A)' },
    { label: 'Done by', value: 'our clinical engineering, one unit first' },
    { label: 'Needed by', value: '31 January 2027' },
  ],
  deciding: {
    intro: 'Each has fixed answers. Please tick one and add what we should read.',
    questions: [
      {
        number: 1,
        text: 'Does this patch make the balance of benefit and risk of the device worse?',
        help: 'Count changed alarms, timing, start-up and interfaces, not the risk of leaving the vulnerability open.',
        choices: [{ label: 'No' }, { label: 'Yes' }, { label: 'Not yet assessed', fill: 'answer by' }],
        line: 'Comment or document',
        settles: ['No leaves: not significant.', 'Yes leaves: significant.'],
        from: 'MDCG 2020-3 Rev.1, question C5',
      },
      {
        number: 2,
        text: 'May we make this change on the model and software version named above?',
        choices: [
          { label: 'Yes, as described' },
          { label: 'Yes, with conditions' },
          { label: 'No, because', fill: '' },
          { label: 'Not decided yet', fill: 'answer by' },
        ],
        line: 'Document, versions, tests',
        settles: [
          'Yes leaves: the hospital may make it with your permission on file.',
          'No leaves: ask, or your service.',
        ],
        from: 'UK MDR 2002, table UK-H, UK-H4; MDS2 CSUP-2.4',
      },
    ],
  },
  further: {
    intro: 'These complete the file. A tick is enough where nothing else is to be said.',
    blocks: [
      {
        letter: 'A',
        title: 'Identity',
        questions: [
          {
            number: 3,
            text: 'Are the entries of annex A right for these units?',
            choices: [{ label: 'All right' }, { label: 'Corrections', fill: '' }],
            from: 'MDS2 DOC-1 to DOC-7',
          },
        ],
      },
      {
        letter: 'C',
        title: 'Effect of the vulnerabilities',
        questions: [
          {
            number: 4,
            text: 'Which measures do you recommend until the change is made?',
            choices: [{ label: 'Those of annex C are enough' }, { label: 'Others', fill: '' }, { label: 'None' }],
            from: 'MDS2 SGUD-4; IMDRF N60 6.4.1',
          },
        ],
      },
    ],
  },
  silence: [
    'We keep the interim controls of annex C and leave the devices unchanged.',
    'We record that the questions are open. We take silence neither for permission nor for refusal.',
  ],
  reply: [
    'Tick, sign and return these pages to the contact below, quoting our reference.',
    'Attach documents as PDF; machine-readable VEX, CSAF or SBOM files are welcome.',
  ],
  contact: [
    { label: 'Contact', value: 'Jonas Lindqvist, clinical engineer' },
    { label: 'Telephone', value: '+44 1632 960123' },
    { label: 'E-mail', value: 'clinical.engineering@northbridge.example' },
  ],
  closing: 'Yours faithfully',
  signatory: {
    name: 'Amara Osei',
    role: 'Regulatory Affairs',
    meaning:
      'The signature means: this letter states our questions and our intention; it accepts no risk and claims no conformity.',
  },
  basis: [
    'Working days are Monday to Friday from the day after the date of this letter; public holidays are not taken out.',
    'This letter is part of a documented assessment. It is no allegation of a defect and no legal advice.',
  ],
  annexes: {
    devices: {
      heads: ['Serial number', 'Software', 'Operating system', 'Place'],
      rows: [
        ['TR96-10231', '4.2.0', 'Windows 7 Embedded', 'Ward C4'],
        ['TR96-10232', '4.2.0', 'Windows 7 Embedded', 'Ward C4'],
        ['TR96-10240', '4.2.0', 'Windows 7 Embedded', 'Intensive care'],
      ],
      note: 'Certificates: CE under Directive 93/42/EEC, class IIb, body 0123, certificate G1 07 05, expires 31 December 2028.',
    },
    vulnerabilities: [
      {
        id: 'CVE-2017-0144',
        score: 'CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H',
        what: 'file sharing service, remote code',
      },
    ],
    controls: [
      { control: 'Ward firewall', effect: 'only the ports the device needs', state: { blank: 'in place since' } },
      { control: 'Own network segment', effect: 'only the peers the device needs', state: { blank: 'in place since' } },
    ],
    clauses: [
      { questions: '1', document: 'MDCG 2020-3 Rev.1', place: '§4.3.2.3, Chart C, C5', confidence: 'seen in source' },
      {
        questions: '2',
        document: 'IEC 80001-1:2010',
        place: '4.4.4.3, as quoted in IMDRF N60 6.4.2',
        confidence: 'seen in source',
      },
    ],
  },
};

const bare: SupplierRequestLetter = {
  ...ordinary,
  mark: null,
  reference: { blank: 'reference' },
  sender: { organisation: { blank: 'name of the organisation' }, lines: [{ blank: 'address' }] },
  recipient: { name: { blank: 'name or role of the recipient' }, lines: [{ blank: 'name of the supplier' }] },
  salutation: { blank: 'salutation' },
  why: [],
  proposal: [],
  deciding: { intro: '', questions: [] },
  further: { intro: '', blocks: [] },
  silence: [],
  reply: [],
  contact: [{ label: 'Contact', value: { blank: 'named contact' } }],
  signatory: { name: { blank: 'name' }, role: { blank: 'role' }, meaning: '' },
  basis: [],
  annexes: { devices: { heads: ['Serial number'], rows: [] }, vulnerabilities: [], controls: [], clauses: [] },
};

const scripts: SupplierRequestLetter = {
  ...ordinary,
  sender: { ...ordinary.sender, organisation: 'Szpital Łódź – Große Straße ≤ 5 €' },
  recipient: {
    name: 'Kirsten Ødegård, Dräger Ελλάς',
    lines: [
      'الأجهزة الطبية',
      'מכשור רפואי',
      '医疗器械有限公司',
      '株式会社 医療機器',
      '의료기기 주식회사',
      'चिकित्सा उपकरण',
      'เครื่องมือแพทย์',
    ],
  },
  salutation: 'Уважаемые дамы и господа',
  subject: ['Патч безопасности → насос «Инфузия» ≥ 4.2 · 输液泵 · \u{1F489} 12 штук'],
  why: ['Mixed: العربية and 中文 and עברית in one sentence, ⚠ ☐ ☑ ✓ ⌀ ∞ ½ ²; an emoji \u{1F600} has no sign here.'],
};

const html: SupplierRequestLetter = {
  ...ordinary,
  subject: ['<b>Patch</b> & "quotes" <script>alert(1)</script> on <img src=x onerror=alert(2)>'],
  why: [
    'Line one<br/>line two &amp; &lt;three&gt;\nreal line break\ttab \u0000\u0007 control, \ud800 half a character.',
  ],
  recipient: { name: '{{7*7}} #{7*7} %s', lines: ['</Text></View>'] },
};

const longWord = 'Elektroenzephalographiegerätesteckdosenleiste'.repeat(30);
const longest: SupplierRequestLetter = {
  ...ordinary,
  why: [`Begin. ${'The pump stops when the network is busy and starts again after a while. '.repeat(1370)}End.`],
  subject: [longWord],
  deciding: {
    intro: ordinary.deciding.intro,
    questions: Array.from({ length: 12 }, (_, index) => ({
      number: index + 1,
      text: `Question ${index + 1}: ${'does the change alter something that matters to the people who use it, '.repeat(4)}or not?`,
      choices: [{ label: 'No' }, { label: 'Yes' }, { label: 'Not yet assessed', fill: 'answer by' }],
      line: 'Comment or document',
      settles: ['No leaves: not significant.', 'Yes leaves: significant, not significant or needs review.'],
      from: longWord.slice(0, 200),
    })),
  },
  annexes: {
    ...ordinary.annexes,
    devices: {
      heads: ['Serial number', 'Software', 'Operating system', 'Place'],
      rows: Array.from({ length: 180 }, (_, index) => [
        `TR96-${10_000 + index}`,
        '4.2.0',
        'Windows 7 Embedded',
        index % 40 === 7 ? longWord.slice(0, 160) : `Ward ${index % 9}`,
      ]),
    },
  },
};

export const letterSamples: Record<string, { model: SupplierRequestLetter; issuedAt: string }> = {
  ordinary: { model: { ...ordinary, form: formOf(ordinary) }, issuedAt: '2026-11-23T00:00:00Z' },
  bare: { model: bare, issuedAt: '2026-11-23T00:00:00Z' },
  scripts: { model: scripts, issuedAt: '2026-11-23T00:00:00Z' },
  corrected: {
    model: {
      ...ordinary,
      mark: null,
      version: 'v1.1',
      corrects: {
        version: 'v1.0',
        whatChanged: 'Annex A: TR96-10240 stands in intensive care, not on ward C4. Everything else is as before.',
      },
    },
    issuedAt: '2026-11-23T00:00:00Z',
  },
  html: { model: html, issuedAt: '2026-11-23T00:00:00Z' },
  longest: { model: longest, issuedAt: '2026-11-23T00:00:00Z' },
};
