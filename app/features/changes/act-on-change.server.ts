/** The forms on the page of one change: reads which one was sent and calls the use case behind it. */
import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import type { Actor } from '../../guard/actor';
import { notFoundUnless, requireOneOf } from '../../guard/guard.server';
import type { Permission } from '../../guard/permissions';
import { chartOf } from '../../regulation/charts/index';
import { fact } from '../../regulation/facts/dictionary';
import { assessChange } from '../assessments/assess-change.server';
import { draftReport } from '../assessments/draft-report.server';
import { DraftLetterForm, draftLetter } from '../letters/draft-letter.server';
import { AnswerSafetyForm, answerSafety } from '../safety/answer-safety.server';
import { type ActOnChangeResult, CHANGE_INTENTS, type ChangeIntent, type Conflict } from './act-on-change';
import { AnswerQuestionForm, answerQuestion, REASON_WANTED } from './answer-question.server';
import { splitQuestion } from './dossier-of';
import { factField } from './fact-field-names';
import { errorsOf, type FieldErrors, keptOf, postedText, postedTexts } from './posted';
import { stateFacts } from './state-facts.server';
import { StatementForm, seenOf, statementSource } from './statement-form';
import { submitChange } from './submit-change.server';
import { VersionForm, WithdrawForm } from './version-form';
import { withdrawChange } from './withdraw-change.server';

interface Request {
  actor: Actor;
  changeId: string;
  form: FormData;
}

/** What a use case says: null means that the change does not exist here. */
type Outcome = { ok: true; redirect?: string } | { ok: false; errors: FieldErrors; conflicts?: Conflict[] };

/** Who may send which form; checked here because one page carries them all. */
const NEEDS: Record<ChangeIntent, readonly Permission[]> = {
  'answer-question': ['change:answer'],
  'state-fact': ['change:answer'],
  'answer-safety': ['change:judge_safety', 'change:answer'],
  'draft-letter': ['document:draft'],
  'draft-report': ['document:draft'],
  'assess-again': ['change:answer'],
  submit: ['change:propose'],
  withdraw: ['change:propose'],
};

const isIntent = (value: string): value is ChangeIntent => CHANGE_INTENTS.some((intent) => intent === value);

/**
 * Does what a form on a change's page asks for. Throws a 404 response when the change does not exist in the actor's
 * organisation and a 403 response when the role may not do it; every other refusal is a value with what was typed.
 */
export async function actOnChange({ actor, changeId, form }: Request): Promise<ActOnChangeResult> {
  const intent = postedText(form, 'intent');
  const refuse = (errors: FieldErrors, conflict: Conflict | null = null): ActOnChangeResult => ({
    ok: false,
    intent,
    key: postedText(form, 'key'),
    errors,
    kept: keptOf(form),
    conflict,
  });
  if (!isIntent(intent)) return refuse({ '': ['This form is not known here. Reload the page and send it again.'] });
  await requireOneOf(actor, NEEDS[intent], `/changes/${changeId}`);
  const outcome = notFoundUnless(await HANDLERS[intent]({ actor, changeId, form }));
  if (!outcome.ok) return refuse(outcome.errors, outcome.conflicts?.[0] ?? null);
  return { ok: true, redirect: outcome.redirect ?? `/changes/${changeId}`, message: '' };
}

/** Parses a form, then calls the use case; a form that does not parse is refused with its own words. */
const parsed =
  <S extends z.ZodType>(schema: S, use: (request: Request, input: z.output<S>) => Promise<Outcome | null>) =>
  (request: Request): Promise<Outcome | null> => {
    const submission = parseWithZod(request.form, { schema });
    if (submission.status !== 'success') return Promise.resolve({ ok: false, errors: errorsOf(submission) });
    return use(request, submission.value);
  };

/** Where one fact alone is asked for, the answer is that fact; a reason is wanted as for every answer on the spot. */
function answerOrFact(request: Request): Promise<Outcome | null> {
  const { instrument, question } = splitQuestion(postedText(request.form, 'key'));
  const nodes = chartOf(instrument)?.nodes ?? {};
  const known = Object.hasOwn(nodes, question) ? undefined : fact(question);
  if (!known) return answer(request);
  const values = postedTexts(request.form, 'value');
  const says = values.some((value) => value !== '' && value !== 'unknown');
  if (says && postedText(request.form, 'because').trim() === '') {
    return Promise.resolve({ ok: false, errors: { because: [REASON_WANTED] } });
  }
  return stateFact(request, known.key, values);
}

const answer = parsed(AnswerQuestionForm, ({ actor, changeId, form }, input) =>
  answerQuestion(actor, changeId, { ...input, ...seenOf(form) }),
);

async function stateFact(request: Request, key: string, values: string[]): Promise<Outcome | null> {
  const submission = parseWithZod(request.form, { schema: StatementForm });
  if (submission.status !== 'success') return { ok: false, errors: errorsOf(submission) };
  const { because } = submission.value;
  const source = statementSource(submission.value);
  const wish = { key, values, because, source, ...seenOf(request.form), defaultsToUnknown: false };
  if (values.every((value) => value === '')) return { ok: false, errors: { value: ['Choose yes, no or not known.'] } };
  const outcome = await stateFacts(request.actor, request.changeId, [wish]);
  if (!outcome || outcome.ok) return outcome;
  const { [factField(key)]: ofValue, ...errors } = outcome.errors;
  return { ...outcome, errors: ofValue ? { ...errors, value: ofValue } : errors };
}

const HANDLERS: Record<ChangeIntent, (request: Request) => Promise<Outcome | null>> = {
  'answer-question': answerOrFact,
  'state-fact': (request) => stateFact(request, postedText(request.form, 'key'), postedTexts(request.form, 'value')),
  'answer-safety': parsed(AnswerSafetyForm, ({ actor, changeId, form }, input) =>
    answerSafety(actor, changeId, { ...input, ...seenOf(form) }),
  ),
  'draft-letter': parsed(DraftLetterForm, async ({ actor, changeId }, input) => {
    const drafted = await draftLetter(actor, changeId, input);
    return drafted?.ok ? { ok: true, redirect: `/letters/${drafted.id}` } : drafted;
  }),
  'draft-report': async ({ actor, changeId }) => {
    const drafted = await draftReport(actor, changeId);
    return drafted?.ok ? { ok: true, redirect: `/changes/${changeId}#documents` } : drafted;
  },
  'assess-again': async ({ actor, changeId }) => ((await assessChange(actor, changeId)) ? { ok: true } : null),
  submit: parsed(VersionForm, ({ actor, changeId }, { version }) => submitChange(actor, changeId, version)),
  withdraw: parsed(WithdrawForm, ({ actor, changeId }, input) => withdrawChange(actor, changeId, input)),
};
