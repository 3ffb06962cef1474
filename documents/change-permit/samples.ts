/** One set of samples for golden tests and preview. Organisation, supplier and people are invented. */
import { ISSUED, LONG_WORD, longText } from '../parts/letter/sample';
import type { ChangePermit } from './model';

const ENDS_BEFORE = [
  'the device, its software version or the way it is connected changes',
  'the manufacturer withdraws or changes its permission',
  'an incident, a new hazard or a new vulnerability touches this change',
  'a signature falls, or the approval of the change ends',
];

const STATEMENT = [
  'A change permit allows a class of routine changes within stated limits, agreed beforehand, without a new risk analysis each time; other changes run as projects of their own. IEC 80001-1:2010 4.5.2.2 (from memory); the edition of 2021 has no clause of that name.',
  'On the device itself a permit of this organisation does not stand in for the permission of the manufacturer. IEC 80001-1:2010 4.4.4.3, as quoted in IMDRF N60 6.4.2 (seen in source).',
  'It is documented reasoning that people sign; it claims no conformity.',
];

const ordinary: ChangePermit = {
  mark: null,
  language: 'en-GB',
  reference: 'CM-2026-000123-P01',
  version: 'change version 3, assessment 2',
  date: '2026-11-23',
  organisation: {
    name: 'Northbridge University Hospitals',
    lines: ['Clinical Engineering', 'Harbour Road 12', 'Northbridge NB1 4QX'],
  },
  title: 'Monthly security patches of the operating system on telemetry receiver TR-96',
  what: [
    { label: 'Kind of change', value: 'Operating-system patch' },
    { label: 'Made by', value: 'Hospital, under the instructions of the manufacturer' },
    { label: 'Vulnerabilities', value: 'CVE-2017-0144' },
  ],
  where: [
    { label: 'Device', value: 'Halden Monitoring TR-96, software 4.2.0, Windows 7 SP1' },
    { label: 'Units', value: '12 units on Ward 3, Ward 7 and CCU' },
  ],
  allowed: [
    {
      question: 'Does it disturb the certificate?',
      headline: 'Record only.',
      text: 'MDCG 2020-3 Rev.1: not significant.',
    },
    {
      question: 'Who may make it here?',
      headline: 'The hospital, as the manufacturer says.',
      text: 'Bulletin KB5035888 of 2 November 2026 permits patches of this release.',
    },
    { question: 'Safe to do here, now?', headline: 'Yes, with 1 condition.', text: 'One unit first for seven days.' },
  ],
  why: ['Each month brings the same kind of patch, tested the same way. The manufacturer lists what it has tested.'],
  conditions: [
    'One unit first, watched for seven days.',
    'Clinical engineering stands by until the first full day is over.',
  ],
  limits: [
    { label: 'Type of change', value: 'Security patches of the installed release that the manufacturer has listed' },
    { label: 'Devices', value: 'TR-96 with software 4.2.0' },
    { label: 'Window', value: 'Tuesdays 06:00 to 08:00, unit off the patient' },
    { label: 'Test', value: 'Acceptance test AT-14: alarms, trend, network' },
    { label: 'Way back', value: 'Image of the day before, restored within 40 minutes' },
  ],
  monitoring: ['Event log of the receivers, daily for two weeks', 'Alarm delay at the central station, weekly'],
  risks: [
    { axis: 'Patient safety', before: '4 × 3 = 12, high', after: '4 × 1 = 4, moderate' },
    { axis: 'Security', before: '4 × 4 = 16, extreme', after: '4 × 2 = 8, high' },
    { axis: 'Regulatory', before: '2 × 2 = 4, moderate', after: '2 × 2 = 4, moderate' },
    { axis: 'Service continuity', before: '3 × 3 = 9, high', after: 'not rated' },
  ],
  hazards: [
    {
      number: 'H1',
      hazard: 'Alarms are delayed after the restart',
      controls: 'Acceptance test AT-14; one unit first',
      left: '2, acceptable where more reduction costs more than it gains',
      state: 'accepted',
    },
  ],
  validity: { begins: '2026-12-01', ends: '2027-11-30', endsBefore: ENDS_BEFORE },
  signatures: [
    {
      name: 'Ruth Adeyemi',
      role: 'Clinical safety officer',
      meaning: 'approve with conditions',
      signed: '20 November 2026, 09:12 UTC',
    },
    {
      name: 'Amara Osei',
      role: 'Regulatory affairs',
      meaning: 'approve',
      signed: '20 November 2026, 15:40 UTC',
      note: 'for Daniel Achterberg, under delegation 12, until 3 December 2026',
    },
    { name: 'Priya Nair', role: 'Risk owner', meaning: 'approve', signed: '23 November 2026, 08:05 UTC' },
  ],
  statement: STATEMENT,
};

const missing = (what: string) => ({ blank: what });

export const changePermitSamples: Record<string, { model: ChangePermit; issuedAt: string }> = {
  ordinary: { model: ordinary, issuedAt: ISSUED },
  bare: {
    model: {
      mark: 'DRAFT – not signed',
      language: 'en-GB',
      reference: missing('reference'),
      version: 'change version 1, assessment 1',
      date: '2026-11-23',
      organisation: { name: missing('organisation'), lines: [] },
      title: missing('title of the change'),
      what: [{ label: 'Kind of change', value: missing('kind of change') }],
      where: [{ label: 'Units', value: missing('units') }],
      allowed: [],
      why: [missing('why it is allowed')],
      conditions: [],
      limits: ['Type of change', 'Devices', 'Window', 'Test', 'Way back'].map((label) => ({
        label,
        value: missing('not stated'),
      })),
      monitoring: [missing('how it is watched afterwards')],
      risks: ['Patient safety', 'Security', 'Regulatory', 'Service continuity'].map((axis) => ({
        axis,
        before: 'not rated',
        after: 'not rated',
      })),
      hazards: [],
      validity: { begins: missing('first day'), ends: missing('last day'), endsBefore: ENDS_BEFORE },
      signatures: [],
      statement: STATEMENT,
    },
    issuedAt: ISSUED,
  },
  scripts: {
    model: {
      ...ordinary,
      title: '医疗器械安全补丁 · Оновлення безпеки · تحديث أمني',
      organisation: { name: 'Ødegård sykehus', lines: ['Łódź', 'Αθήνα'] },
      why: ['Дякуємо. 谢谢。 ありがとう。'],
      conditions: ['اختبار وحدة واحدة أولا', 'בדיקה אחת קודם'],
      signatures: [
        {
          name: '佐藤 花子',
          role: '医療機器安全管理責任者',
          meaning: 'approve',
          signed: '23 November 2026, 08:05 UTC',
        },
      ],
    },
    issuedAt: ISSUED,
  },
  longest: {
    model: {
      ...ordinary,
      title: longText(8),
      what: [...ordinary.what, { label: 'In detail', value: longText(60) }],
      where: [...ordinary.where, { label: 'Places', value: LONG_WORD }],
      why: [longText(40)],
      conditions: Array.from({ length: 40 }, (_, index) => longText(index % 9 === 0 ? 20 : 1)),
      monitoring: Array.from({ length: 20 }, () => longText(2)),
      hazards: Array.from({ length: 40 }, (_, index) => ({
        number: `H${index + 1}`,
        hazard: index === 3 ? LONG_WORD : longText(2),
        controls: longText(index % 7 === 0 ? 8 : 2),
        left: '3, undesirable: only if more reduction is impractical, accepted in writing',
        state: 'controlled',
      })),
      signatures: Array.from({ length: 12 }, () => ordinary.signatures).flat(),
    },
    issuedAt: ISSUED,
  },
};
