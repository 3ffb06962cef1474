import { due, followed, letter, longText, noticeSamples, open } from '../parts/letter/sample';
import type { Escalation } from './model';

const ordinary: Escalation = {
  ...letter,
  reference: 'CM-2026-000123-L04',
  recipient: {
    name: 'Managing Director',
    lines: ['Halden Monitoring Ltd', '7 Quay Street', 'Portleigh PL2 9AA'],
  },
  salutation: 'Dear Managing Director',
  subject: ['No answer since 12 October 2026: security patch on telemetry receiver TR-96, 12 units'],
  ask: 'Please name, by 30 November 2026, the person who will answer our letter CM-2026-000123-L01 and the day of the answer.',
  paragraphs: [
    'We have written three times to your Head of Product Security and had no answer. We turn to you because only the manufacturer can answer, and because the time without an answer is time in which the devices stay exposed.',
  ],
  about: followed,
  due,
  history: [
    { date: '2026-10-12', what: 'Letter sent by e-mail to product.security@halden-monitoring.example' },
    { date: '2026-10-26', what: 'Acknowledgement was due; none came' },
    { date: '2026-10-27', what: 'First reminder sent (CM-2026-000123-L02)' },
    { date: '2026-11-10', what: 'Second reminder sent (CM-2026-000123-L03)' },
  ],
  open,
  stakes: [
    { label: 'Units', value: '12 telemetry receivers on 3 wards' },
    { label: 'Since', value: '12 October 2026: 42 days, 504 unit-days' },
    { label: 'Vulnerability', value: 'CVE-2017-0144, known to be exploited' },
    { label: 'Meanwhile', value: 'firewall and own segment; remote service limited' },
  ],
  next: [
    'Name the person and the day: by answering this message or by telephone to the contact above.',
    'Without an answer by that day we decide on our own responsibility and tell you before we act.',
  ],
};

export const escalationSamples = noticeSamples(ordinary, {
  bare: { due: [], history: [], open: [], stakes: [] },
  longest: {
    history: Array.from({ length: 80 }, (_, index) => ({
      date: '2026-10-12',
      what: longText(index % 12 === 0 ? 8 : 1),
    })),
  },
  scripts: { history: [{ date: '2026-10-12', what: 'Письмо отправлено · 已发送 · נשלח' }] },
});
