import { ISSUED, LONG_WORD, longText } from '../parts/letter/sample';
import type { SupplierRecord } from './model';

const curve: SupplierRecord['statistics'][number]['curve'] = [
  { day: 3, share: 0.93, low: 0.79, high: 1, atRisk: 14 },
  { day: 6, share: 0.79, low: 0.6, high: 1, atRisk: 13 },
  { day: 9, share: 0.71, low: 0.51, high: 0.99, atRisk: 11 },
  { day: 14, share: 0.57, low: 0.36, high: 0.9, atRisk: 10 },
  { day: 22, share: 0.48, low: 0.27, high: 0.83, atRisk: 7 },
  { day: 41, share: 0.36, low: 0.17, high: 0.75, atRisk: 5 },
  { day: 66, share: 0.24, low: 0.08, high: 0.67, atRisk: 3 },
];

const ordinary: SupplierRecord = {
  language: 'en-GB',
  organisation: 'Northbridge University Hospitals',
  supplier: 'Halden Monitoring Ltd',
  date: '2026-11-23',
  period: { from: '2025-11-23', to: '2026-11-23' },
  method: [
    'Time runs from the day a letter was sent to the day the answer was recorded, in calendar days.',
    'Letters without an answer are counted as open until today, not left out (Kaplan-Meier estimate, intervals by Greenwood on the log scale).',
    'Below ten letters no median is said: there are too few.',
  ],
  summary: [
    { label: 'Letters', value: '17 sent, 11 answered, 6 open' },
    { label: 'Longest silence', value: '118 days (CM-2026-000061-L01)' },
    { label: 'Exposure', value: '9,204 units × days between asked and safe' },
  ],
  overdue: [
    {
      reference: 'CM-2026-000061-L01',
      subject: 'Anti-virus on central station CS-2',
      what: 'Position',
      due: '2026-08-27',
      days: 88,
    },
    {
      reference: 'CM-2026-000123-L01',
      subject: 'Security patch on telemetry receiver TR-96',
      what: 'Acknowledgement',
      due: '2026-10-26',
      days: 28,
    },
  ],
  statistics: [
    {
      stage: 'Acknowledgement',
      asked: 14,
      answered: 10,
      open: 4,
      median: '22 days',
      interval: '95 % interval 9 to 66 days',
      curve,
      note: '',
    },
    {
      stage: 'Validated fix or plan',
      asked: 6,
      answered: 1,
      open: 5,
      median: 'not said',
      interval: '',
      curve: [],
      note: 'Too few letters to say more: 6, and at least 10 are needed.',
    },
  ],
  exposure: [
    { cause: 'waiting for the manufacturer', unitDays: 7310, share: '79 %' },
    { cause: 'waiting for our own decision', unitDays: 1214, share: '13 %' },
    { cause: 'waiting for installation', unitDays: 680, share: '7 %' },
  ],
  letters: [
    {
      reference: 'CM-2026-000123-L01',
      subject: 'Security patch on telemetry receiver TR-96',
      sent: '2026-10-12',
      state: 'sent',
      days: '42, open',
    },
    {
      reference: 'CM-2026-000098-L01',
      subject: 'End of support of TR-96',
      sent: '2026-09-21',
      state: 'answered',
      days: '18',
    },
    {
      reference: 'CM-2026-000061-L01',
      subject: 'Anti-virus on central station CS-2',
      sent: '2026-07-28',
      state: 'acknowledged',
      days: '118, open',
    },
  ],
  contradictions: [
    {
      subject: 'patches on TR-96',
      one: 'MDS2 form of 3 March 2024: may be installed by the owner',
      other: 'answer of 9 October 2026: only what was released',
      state: 'asked',
    },
  ],
};

const [full] = ordinary.statistics;

export const supplierRecordSamples: Record<string, { model: SupplierRecord; issuedAt: string }> = {
  ordinary: { model: ordinary, issuedAt: ISSUED },
  bare: {
    model: {
      ...ordinary,
      method: [],
      summary: [],
      overdue: [],
      statistics: [],
      exposure: [],
      letters: [],
      contradictions: [],
    },
    issuedAt: ISSUED,
  },
  scripts: {
    model: {
      ...ordinary,
      supplier: 'Ødegård 医療機器 株式会社',
      method: ['Время считается в календарных днях.', 'الأيام التقويمية'],
    },
    issuedAt: ISSUED,
  },
  longest: {
    model: {
      ...ordinary,
      supplier: LONG_WORD.slice(0, 200),
      statistics: Array.from({ length: 4 }, (_, index) => ({
        stage: `Clock ${index + 1}`,
        asked: 412,
        answered: 300,
        open: 112,
        median: full?.median ?? '',
        interval: full?.interval ?? '',
        curve: Array.from({ length: 200 }, (_, step) => ({
          day: step * 3,
          share: 0.997 ** step,
          low: 0.995 ** step,
          high: 0.999 ** step,
          atRisk: 412 - step,
        })),
        note: longText(2),
      })),
      letters: Array.from({ length: 120 }, (_, index) => ({
        reference: `CM-2026-${String(100_000 + index)}-L01`,
        subject: index === 11 ? LONG_WORD.slice(0, 300) : longText(1),
        sent: '2026-09-21',
        state: 'answered',
        days: '18',
      })),
    },
    issuedAt: ISSUED,
  },
};
