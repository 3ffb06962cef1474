/** A person's judgement on one clinical-safety prompt of a change. It never enters the dossier. */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type StateResult, stateWithin } from '../changes/state-within.server';
import { type Seen, statementFields, statementSource } from '../changes/statement-form';
import { optionalText } from '../text-input';
import { safetyPrompt } from './prompts';
import { type SafetyJudgement, VERDICT_LABELS, VERDICTS } from './verdict';

export const AnswerSafetyForm = z
  .object({
    key: z.string({ error: 'Say which prompt is judged.' }),
    verdict: z.enum(VERDICTS, { error: 'Choose a judgement.' }),
    condition: optionalText(),
    ...statementFields,
  })
  .refine((form) => form.verdict !== 'fine_with_condition' || form.condition !== '', {
    path: ['condition'],
    message: 'Say what must hold for it to be fine.',
  })
  .refine((form) => form.verdict !== 'not_safe' || form.because !== '', {
    path: ['because'],
    message: 'Say why it is not safe.',
  });

/** Null when the change does not exist in the actor's organisation. */
export function answerSafety(
  actor: Actor,
  changeId: string,
  input: z.output<typeof AnswerSafetyForm> & Seen,
): Promise<StateResult | null> {
  const prompt = safetyPrompt(input.key);
  if (!prompt) {
    const message = `There is no clinical-safety prompt “${input.key.slice(0, 100)}”.`;
    return Promise.resolve({ ok: false, errors: { '': [message] }, conflicts: [] });
  }
  // A condition typed before another verdict was chosen is no condition.
  const condition = input.verdict === 'fine_with_condition' ? input.condition : '';
  const value: SafetyJudgement = { verdict: input.verdict, condition };
  return inOrganisation(actor, (tx) =>
    stateWithin(tx, actor, changeId, {
      statements: [
        {
          type: 'safety',
          key: input.key,
          value,
          because: input.because,
          source: statementSource(input),
          label: `${prompt.title}. ${prompt.asks}`,
          inWords: condition ? `${VERDICT_LABELS[input.verdict]}: ${condition}` : VERDICT_LABELS[input.verdict],
          seen: input.seen,
        },
      ],
      action: 'change.safety_answered',
    }),
  );
}
