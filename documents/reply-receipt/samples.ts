import { ISSUED, LONG_WORD, longText } from '../parts/letter/sample';
import type { ReplyReceipt } from './model';

const digest = '9c1f7a52d0b84e36a7f0c2e15d93b86411fe27c05ab9d3847e60f1a2c4d8b35e';

const ordinary: ReplyReceipt = {
  language: 'en-GB',
  organisation: 'Northbridge University Hospitals',
  letter: {
    reference: 'CM-2026-000123-L01',
    version: 'v1.0',
    subject: 'Security patch on telemetry receiver TR-96: request for your position',
  },
  received: '23 November 2026, 14:05 UTC',
  channel: 'the reply page of the letter',
  responder: { name: 'Kirsten Vale', role: 'Product Security Officer', email: 'k.vale@halden-monitoring.example' },
  theirReference: 'HM-PSIRT-2211',
  answers: [
    {
      number: 1,
      question: 'Does this patch make the balance of benefit and risk of the device worse?',
      answer: 'No',
      comment: 'Tested on two receivers with alarms running.',
    },
    {
      number: 2,
      question: 'May we make this change on the model and software version named above?',
      answer: 'Yes, with conditions',
      comment: 'Receiver out of use; restart afterwards; see the attached bulletin.',
    },
  ],
  files: [{ name: 'bulletin-KB5035888.pdf', size: '184 KB', sha256: digest, note: '' }],
  message: 'The bulletin will be on our website from 1 December.',
  contentSha256: digest.split('').reverse().join(''),
};

const { theirReference: _theirs, ...noReference } = ordinary;

export const replyReceiptSamples: Record<string, { model: ReplyReceipt; issuedAt: string }> = {
  ordinary: { model: ordinary, issuedAt: ISSUED },
  bare: {
    model: {
      ...noReference,
      responder: { name: { blank: 'not said' }, role: { blank: 'not said' } },
      channel: 'telephone',
      enteredBy: 'Jonas Lindqvist, on 23 November 2026, from notes of a telephone call',
      answers: [],
      files: [],
      message: '',
    },
    issuedAt: ISSUED,
  },
  scripts: {
    model: {
      ...ordinary,
      responder: { name: 'Ødegård Łucja', role: '产品安全' },
      message: 'Дякуємо. شكرا. תודה. ありがとう。',
    },
    issuedAt: ISSUED,
  },
  longest: {
    model: {
      ...ordinary,
      answers: Array.from({ length: 80 }, (_, index) => ({
        number: index + 1,
        question: longText(1),
        answer: 'Yes, with conditions',
        comment: longText(index % 8 === 0 ? 8 : 1),
      })),
      files: Array.from({ length: 20 }, (_, index) => ({
        name: index === 2 ? `${LONG_WORD.slice(0, 240)}.pdf` : `test-report-${index + 1}.pdf`,
        size: '12.4 MB',
        sha256: digest,
        note: 'PDF with a program inside; not opened',
      })),
      message: longText(60),
    },
    issuedAt: ISSUED,
  },
};
