/** One set of samples for golden tests and preview. Organisation, supplier and people are invented. */
import type { AssessmentReport, Instrument } from './model';

const legacy: Instrument = {
  id: 'EU-MDCG-2020-3-R1',
  name: 'MDCG 2020-3 Rev.1',
  title: 'Significant changes to devices with a certificate under the old directives',
  jurisdiction: 'EU',
  edition: 'Rev.1, May 2023',
  answers: 'law: does it disturb the certificate?',
  counted: true,
  applies: 'legacy device under Directive 93/42/EEC, class IIb',
  outcomes: [
    { label: 'not significant', meaning: 'the certificate stays valid; keep the reasoning on file', from: 'record' },
    {
      label: 'significant',
      meaning: 'the transition ends for this device; a new certificate is needed',
      from: 'recertify',
    },
  ],
  from: 'record',
  to: 'recertify',
  path: ['MC-0:no', 'MC-A:no', 'MC-B:no', 'MC-C:yes', 'C1:no'],
  steps: [
    {
      question: 'C1',
      asks: 'Is there a new or major change of the operating system or of a component?',
      answer: 'no',
      because: 'os_change = patch (stated)',
      rule: 'C1-a',
      citation: { text: 'MDCG 2020-3 Rev.1 §4.3.2.3', confidence: 'seen in source' },
    },
  ],
  beyond: [],
  open: [
    {
      question: 'C5',
      asks: 'Does the change make the balance of benefit and risk worse?',
      who: 'the maker',
      ifYes: 'significant',
      ifNo: 'not significant',
    },
  ],
  obligations: [
    {
      who: 'manufacturer',
      must: 'document the reasoning and keep it for the notified body',
      due: 'before the changed device is marketed',
      citation: 'MDCG 2020-3 Rev.1 §4.1',
    },
  ],
  evidence: ['the filled-in chart with reasons', 'risk analysis of the patch'],
  notes: ['interpretation, not the authority’s words: a roll-up is judged by its strictest part.'],
  drawings: [
    {
      title: 'Chart C, the path taken',
      caption: 'Walked: C1:no. Open: C5. Possible: not significant, significant.',
      drawing: {
        width: 400,
        height: 150,
        boxes: [
          {
            x: 8,
            y: 8,
            width: 152,
            height: 62,
            heading: 'C1 · no',
            lines: ['new or major OS', 'or component?'],
            remark: null,
            state: 'no',
          },
          {
            x: 190,
            y: 8,
            width: 152,
            height: 62,
            heading: 'C5 · unknown',
            lines: ['benefit/risk worse?'],
            remark: 'the maker must say',
            state: 'open',
          },
        ],
        pills: [
          { x: 16, y: 100, width: 136, height: 30, lines: ['significant'], tone: 'bad', passage: 'off' },
          { x: 190, y: 100, width: 72, height: 30, lines: ['significant'], tone: 'bad', passage: 'possible' },
          { x: 270, y: 100, width: 72, height: 30, lines: ['not', 'significant'], tone: 'good', passage: 'possible' },
        ],
        arrows: [
          {
            points: [
              [160, 39],
              [190, 39],
            ],
            label: 'no',
            labelAt: [166, 34],
            passage: 'taken',
          },
          {
            points: [
              [84, 70],
              [84, 100],
            ],
            label: 'yes',
            labelAt: [89, 89],
            passage: 'off',
          },
          {
            points: [
              [226, 70],
              [226, 100],
            ],
            label: 'yes',
            labelAt: [231, 89],
            passage: 'possible',
          },
          {
            points: [
              [306, 70],
              [306, 100],
            ],
            label: 'no',
            labelAt: [311, 89],
            passage: 'possible',
          },
        ],
      },
    },
  ],
};

const hospital: Instrument = {
  id: 'UK-MDR-H',
  name: 'UK MDR 2002, hospital change',
  title: 'Hospital-side change on an installed device (table UK-H)',
  jurisdiction: 'GB',
  edition: '2026.11',
  answers: 'who may make it?',
  counted: true,
  applies: 'installed unit in England',
  outcomes: [
    { label: 'ask the supplier', meaning: 'stop; ask, and keep controls around the device meanwhile', from: 'hold' },
  ],
  from: 'hold',
  to: 'hold',
  path: ['UK-H1:yes', 'UK-H2:yes', 'UK-H3:no', 'UK-H4:no'],
  steps: [
    {
      question: 'UK-H4',
      asks: 'Is there written permission of the manufacturer that names this change, this version and this model?',
      answer: 'no',
      because: 'answered by J. Lindqvist: no letter on file',
      citation: { text: 'IEC 80001-1:2010 4.4.4.3, as quoted in IMDRF N60 6.4.2', confidence: 'seen in source' },
    },
  ],
  beyond: [],
  open: [],
  obligations: [],
  evidence: ['request letter with date', 'interim controls'],
  notes: [],
  drawings: [],
};

const ordinary: AssessmentReport = {
  mark: 'DRAFT – not signed',
  language: 'en-GB',
  reference: 'CM-2026-000123',
  version: 'version 3, assessment 2',
  date: '2026-11-23',
  asOf: '2026-11-23',
  library: '2026.11.1',
  organisation: { name: 'Northbridge University Hospitals', lines: ['Clinical Engineering'] },
  title: 'Install the March security roll-up on the telemetry receiver',
  subject: [
    { label: 'Device', value: 'Telemetry receiver TR-96, software 4.2.0, Windows 7 Embedded' },
    { label: 'Manufacturer', value: 'Halden Monitoring Ltd' },
    { label: 'Units', value: '12 units in 3 wards' },
    { label: 'Kind of change', value: 'operating-system patch, made by the hospital' },
  ],
  answers: [
    {
      question: 'Law: does it disturb the certificate?',
      mark: 'open',
      word: 'record … recertify',
      headline: 'Record only … new certification.',
      text: '1 of 2 charts settled; 1 question open, for the maker.',
    },
    {
      question: 'Who may make it here?',
      mark: 'hold',
      word: 'hold',
      headline: 'Nobody yet.',
      text: 'The supplier has to be asked; no permission is on file.',
    },
    {
      question: 'Safe to do here, now?',
      mark: 'settled',
      word: 'yes, with 2 conditions',
      headline: 'Yes, as people judged it.',
      text: 'Conditions: one unit first for 7 days; alarm-path test after reboot.',
    },
  ],
  reasons: ['EU-MDCG-2020-3-R1: C5 is open, so not significant and significant are both possible.'],
  ranked: [
    {
      text: 'Does this patch make the balance of benefit and risk of the device worse?',
      who: 'the maker',
      settles: 'MDCG 2020-3 Rev.1: C5',
      narrows: '50 % of what is open',
    },
  ],
  instruments: [legacy, hospital],
  hints: [],
  safety: [
    {
      prompt: 'Downtime: can each unit be spared?',
      verdict: 'fine',
      condition: '20 min per unit',
      by: 'A. Osei, 20 Nov 2026',
    },
  ],
  notApplicable: [{ instrument: 'EU-MDR-CERT', because: 'no certificate under the MDR is recorded' }],
  conflicts: ['security_update: stated true, derived unknown; the stated value was used.'],
  ignored: [],
  facts: [
    {
      fact: 'How much the operating system changes (os_change)',
      value: 'patch',
      source: 'derived from the kind of change: os_patch',
    },
    { fact: 'Benefit and risk get worse (benefit_risk_worse)', value: 'unknown', source: 'stated; nobody has said' },
  ],
  statement: [
    'This is a documented assessment that people read and sign. It applies published rules to recorded facts and claims no compliance and no approval.',
  ],
  signatories: [
    { name: { blank: 'name' }, role: 'Regulatory affairs', meaning: 'I have checked the walk through each chart.' },
    { name: { blank: 'name' }, role: 'Clinical safety officer', meaning: 'I have judged clinical safety.' },
  ],
  sources: ['MDCG 2020-3 Rev.1, Guidance on significant changes, Rev.1, May 2023'],
};

const bare: AssessmentReport = {
  ...ordinary,
  mark: null,
  reference: { blank: 'reference' },
  organisation: { name: { blank: 'name of the organisation' }, lines: [] },
  title: { blank: 'title of the change' },
  subject: [],
  reasons: [],
  ranked: [],
  instruments: [],
  safety: [],
  notApplicable: [],
  conflicts: [],
  facts: [],
  signatories: [],
  sources: [],
};

const scripts: AssessmentReport = {
  ...ordinary,
  organisation: { name: 'Szpital Łódź – Große Straße', lines: ['病院 · 병원 · मरम्मत'] },
  title: 'Обновление ≤ 4.2 → 补丁 · تحديث · Dräger Ø 5 € \u{1F600}',
  ignored: ['ключ', '鍵'],
};

const html: AssessmentReport = {
  ...ordinary,
  title: '<script>alert(1)</script> & <b>bold</b> "quoted"',
  conflicts: ['<img src=x onerror=alert(1)>: &amp; is printed as it was typed'],
  facts: [{ fact: '</View></Text>', value: '#{1+1} {{1+1}}', source: 'typed \u0000 by hand' }],
};

const word = 'Überwachungssystemschnittstellenbeschreibung'.repeat(20);
const longest: AssessmentReport = {
  ...ordinary,
  title: word,
  instruments: Array.from({ length: 9 }, (_, index) => ({
    ...legacy,
    id: `${legacy.id}-${index}`,
    steps: Array.from({ length: 14 }, (_, step) => ({
      question: `C${step + 1}`,
      asks: 'Is there a change that could matter for the way in which the device is used, or for what it shows? '.repeat(
        2,
      ),
      answer: step % 2 === 0 ? 'no' : 'yes',
      because: step === 3 ? word : 'answered by a person after reading the release note of the supplier',
      citation: { text: 'MDCG 2020-3 Rev.1 §4.3.2.3', confidence: 'seen in source' },
    })),
  })),
  facts: [
    ...Array.from({ length: 120 }, (_, index) => ({
      fact: `Fact number ${index + 1} of the dictionary`,
      value: index % 3 === 0 ? 'unknown' : 'no',
      source: 'stated by a person, release note page 4, 20 November 2026',
    })),
    { fact: 'Free text', value: 'The pump stops when the network is busy. '.repeat(2440), source: word },
  ],
};

export const reportSamples: Record<string, { model: AssessmentReport; issuedAt: string }> = {
  ordinary: { model: ordinary, issuedAt: '2026-11-23T00:00:00Z' },
  bare: { model: bare, issuedAt: '2026-11-23T00:00:00Z' },
  scripts: { model: scripts, issuedAt: '2026-11-23T00:00:00Z' },
  html: { model: html, issuedAt: '2026-11-23T00:00:00Z' },
  longest: { model: longest, issuedAt: '2026-11-23T00:00:00Z' },
};
