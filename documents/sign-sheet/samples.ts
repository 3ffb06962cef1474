import { ISSUED, LONG_WORD, longText } from '../parts/letter/sample';
import type { SignSheet } from './model';

const approving = ['approval', 'approval with conditions', 'rejection'];

const ordinary: SignSheet = {
  language: 'en-GB',
  organisation: 'Northbridge University Hospitals',
  change: { reference: 'CM-2026-000123', title: 'Install the March security roll-up on the telemetry receivers' },
  round: 1,
  putForward: [
    { label: 'Option', value: 'The change as proposed' },
    { label: 'Kind of change', value: 'Operating-system security patch' },
    { label: 'Device', value: 'Halden Monitoring telemetry receiver TR-96, 12 units' },
    { label: 'Tier', value: 'record … notify' },
    { label: 'Proposed by', value: 'Jonas Lindqvist' },
  ],
  note: 'Two Sundays in March, 02:00 to 05:00.',
  snapshotSha256: '9c1f7a52d0b84e36a7f0c2e15d93b86411fe27c05ab9d3847e60f1a2c4d8b35e',
  printed: '23 November 2026, 14:05 UTC',
  zone: 'Europe/London',
  places: [
    {
      label: 'author (clinical engineering)',
      decides: false,
      meanings: ['authorship: I stand for what is stated here'],
      because: ['Somebody stands for the facts of every change.'],
    },
    {
      label: 'clinical safety officer',
      decides: false,
      meanings: ['review: I have read it and have no objection', ...approving],
      because: ['A change to a health IT system is judged by a clinical safety officer (DCB0160).'],
    },
    {
      label: 'risk owner',
      decides: true,
      meanings: approving,
      because: ['The device is of a high class, or nobody knows its class.'],
    },
  ],
  address: '/changes/019abf2e-5c1d-7b3a-9a51-5f0c6d1e2a3b/files',
};

export const signSheetSamples: Record<string, { model: SignSheet; issuedAt: string }> = {
  ordinary: { model: ordinary, issuedAt: ISSUED },
  bare: {
    model: { ...ordinary, round: null, putForward: [], note: '', places: [] },
    issuedAt: ISSUED,
  },
  scripts: {
    model: {
      ...ordinary,
      change: { ...ordinary.change, title: 'Встановити оновлення · تثبيت التحديث · 安装更新' },
      note: 'Дякуємо. شكرا. תודה. ありがとう。',
    },
    issuedAt: ISSUED,
  },
  longest: {
    model: {
      ...ordinary,
      change: { reference: 'CM-2026-000123', title: `${LONG_WORD.slice(0, 280)} ${longText(1)}` },
      putForward: Array.from({ length: 12 }, (_, n) => ({ label: `Point ${n + 1}`, value: longText(n % 3 ? 2 : 30) })),
      note: longText(60),
      places: Array.from({ length: 14 }, (_, n) => ({
        label: `place ${n + 1}`,
        decides: n === 13,
        meanings: ['review: I have read it and have no objection', ...approving],
        because: [longText(1), longText(n % 2 ? 4 : 1)],
      })),
    },
    issuedAt: ISSUED,
  },
};
