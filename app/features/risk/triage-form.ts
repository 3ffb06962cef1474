/** The form of the triage, and the one with which the named person decides. */
import { z } from 'zod';
import { optionalDate, optionalText, requiredText } from '../text-input';
import { REGIMES, TRIAGE_KEYS, TRIAGE_VALUES, type TriageAnswers } from './triage-answers';

const answer = () => z.enum(TRIAGE_VALUES).optional();

const answers = Object.fromEntries(TRIAGE_KEYS.map((key) => [key, answer()])) as Record<
  (typeof TRIAGE_KEYS)[number],
  ReturnType<typeof answer>
>;

export const TriageForm = z
  .object({
    ...answers,
    aware_on: optionalDate(),
    action_on: optionalDate(),
    regimes: z.array(z.enum(REGIMES)).min(1, { error: 'Say where the device is supplied or used.' }),
    decider: z.uuid({ error: 'Say who decides.' }),
    note: optionalText(),
  })
  .refine((form) => form.aware_on !== null, {
    path: ['aware_on'],
    message: 'Say on which day somebody here became aware: the clocks run from it.',
  });

export type TriageInput = z.output<typeof TriageForm>;

/** The answers; what was left open is not known, and never counts as no. */
export const answersOf = (form: TriageInput): TriageAnswers =>
  Object.fromEntries(TRIAGE_KEYS.map((key) => [key, form[key] ?? 'unknown'])) as TriageAnswers;

export const DECISIONS = ['report', 'no_report'] as const;

export const DECISION_LABELS: Record<(typeof DECISIONS)[number], string> = {
  report: 'it is reported',
  no_report: 'it is not reported',
};

export const DecisionForm = z.object({
  triage: z.uuid({ error: 'Say what is decided.' }),
  decision: z.enum(DECISIONS, { error: 'Choose a decision.' }),
  decision_reason: requiredText('Say why.'),
  report_reference: optionalText(),
});

export type DecisionInput = z.output<typeof DecisionForm>;
