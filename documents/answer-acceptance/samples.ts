import { followed, letter, longText, noticeSamples, open } from '../parts/letter/sample';
import type { AnswerAcceptance } from './model';

const ordinary: AnswerAcceptance = {
  ...letter,
  reference: 'CM-2026-000123-L03',
  subject: ['Thank you for your answer of 18 November 2026 on telemetry receiver TR-96'],
  ask: 'Please check what we understood. If something is wrong, tell us by 7 December 2026.',
  paragraphs: [
    'Thank you for your answer. It settles what we had to know for question 2, and we have taken it into our record with your name, the document and the date.',
  ],
  accepted: [
    {
      number: 2,
      question: 'May we make this change on the model and software version named above?',
      answer: 'Yes, with conditions',
      quotation: 'KB5035888 may be installed on 4.2.0 when the receiver is out of use and restarted afterwards.',
    },
    {
      number: null,
      question: 'Not asked: end of support',
      answer: 'Support ends on 31 December 2028',
      quotation: 'TR-96 will be supported until the end of 2028.',
    },
  ],
  stillOpen: open.slice(0, 1),
  about: followed,
  next: [
    'You need do nothing if our table is right, except answer what is still open.',
    'We tell you when the change is made.',
  ],
};

export const answerAcceptanceSamples = noticeSamples(ordinary, {
  bare: { accepted: [], stillOpen: [] },
  longest: {
    accepted: Array.from({ length: 60 }, (_, index) => ({
      number: index + 1,
      question: longText(1),
      answer: index === 7 ? longText(3) : 'Yes, with conditions',
      quotation: longText(index % 9 === 0 ? 4 : 1),
    })),
  },
  scripts: { accepted: [{ number: 2, question: '可以安装吗？', answer: 'Да', quotation: 'מותר להתקין' }] },
});
