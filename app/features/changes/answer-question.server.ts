/** A person's own answer to one question of one chart. It wins over every fact, and says who gave it. */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { chartOf } from '../../regulation/charts/index';
import { splitQuestion } from './dossier-of';
import { type StateResult, stateWithin } from './state-within.server';
import { type Seen, statementFields, statementSource } from './statement-form';

export const REASON_WANTED = 'Say why: an auditor reads the reason beside the answer.';

export const AnswerQuestionForm = z
  .object({
    key: z.string({ error: 'Say which question is answered.' }),
    value: z.enum(['yes', 'no', 'unknown'], { error: 'Choose yes, no or not known.' }),
    ...statementFields,
  })
  .refine((form) => form.value === 'unknown' || form.because !== '', {
    path: ['because'],
    message: REASON_WANTED,
  });

/** Records the answer and assesses again, in one transaction. Null when the change does not exist here. */
export function answerQuestion(
  actor: Actor,
  changeId: string,
  input: z.output<typeof AnswerQuestionForm> & Seen,
): Promise<StateResult | null> {
  const { instrument, question } = splitQuestion(input.key);
  const nodes = chartOf(instrument)?.nodes ?? {};
  const node = Object.hasOwn(nodes, question) ? nodes[question] : undefined;
  if (!node) {
    const message = `No chart of the library has the question “${input.key.slice(0, 100)}”.`;
    return Promise.resolve({ ok: false, errors: { '': [message] }, conflicts: [] });
  }
  return inOrganisation(actor, (tx) =>
    stateWithin(tx, actor, changeId, {
      statements: [
        {
          type: 'answer',
          key: input.key,
          value: input.value,
          because: input.because,
          source: statementSource(input),
          label: `${question}: ${node.asks}`,
          inWords: input.value,
          seen: input.seen,
        },
      ],
      action: 'change.question_answered',
    }),
  );
}
