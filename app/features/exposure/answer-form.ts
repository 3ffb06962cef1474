/** The form in which a question about exposure is answered. */
import { z } from 'zod';
import { optionalText, requiredText } from '../text-input';
import { exposureQuestion } from './questions';

const CVE = /^CVE-\d{4}-\d{4,}$/;

export const AnswerForm = z
  .object({
    question: z.string({ error: 'Choose a question.' }),
    answer: z.string({ error: 'Choose an answer.' }),
    reason: requiredText('Say why: an answer without a reason changes no score.'),
    cve: optionalText(),
    about: z.enum(['unit', 'model'], { error: 'Say what it is about.' }).default('model'),
    /** The answer that was in force when the form was opened; empty: none. */
    seen: z.union([z.uuid(), z.literal('')]).optional(),
  })
  .superRefine(({ question, answer, cve }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const asked = exposureQuestion(question);
    if (!asked) refuse('question', 'This is none of the questions.');
    else if (!asked.choices.includes(answer)) refuse('answer', 'Choose one of the answers.');
    if (cve !== '' && !CVE.test(cve.toUpperCase()))
      refuse('cve', 'Give a CVE id, for example CVE-2017-0144, or nothing.');
  });

export type AnswerInput = z.output<typeof AnswerForm>;
