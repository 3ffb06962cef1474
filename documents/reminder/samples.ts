import { due, followed, letter, longText, noticeSamples, open } from '../parts/letter/sample';
import type { Reminder } from './model';

const ordinary: Reminder = {
  ...letter,
  reference: 'CM-2026-000123-L02',
  subject: ['Reminder: security patch on telemetry receiver TR-96, our letter of October'],
  ask: 'Please answer questions 1 and 2 of our letter by 7 December 2026 (10 working days).',
  paragraphs: [
    'We have not heard from you since our letter of 12 October 2026. The questions below are still open, and the devices stay unchanged until they are answered.',
    'If the letter went to the wrong place, please tell us to whom we should write.',
  ],
  about: followed,
  due,
  open,
  next: [
    'Answer on the page whose link came with this message; the questions stand there.',
    'If you need more time, tell us the day on which we may expect an answer.',
  ],
};

export const reminderSamples = noticeSamples(ordinary, {
  bare: { due: [], open: [] },
  longest: {
    open: Array.from({ length: 90 }, (_, index) => ({ number: index + 1, text: longText(index % 10 === 0 ? 6 : 1) })),
  },
  scripts: { open: [{ number: 1, text: 'Можно ли установить обновление? 可以安装更新吗？' }] },
});
