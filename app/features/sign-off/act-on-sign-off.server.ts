/** The forms on the sign-off page: reads which one was sent and calls the use case behind it. */
import type { z } from 'zod';
import type { Actor } from '../../guard/actor';
import { notFoundUnless, requireOneOf } from '../../guard/guard.server';
import type { Permission } from '../../guard/permissions';
import { type FieldErrors, type Kept, keptOf, postedText, postedTexts } from '../changes/posted';
import { confirmDerived } from './derived-confirmations.server';
import { AnswerDissentForm, answerDissent, DissentForm, recordDissent } from './dissent.server';
import { openItem } from './looks.server';
import { PutForm, putToSignOff } from './put-to-sign-off.server';
import { signChange } from './sign-change.server';
import { SignForm } from './sign-form.server';
import { isStep, STEPS, StepForm, stepChange } from './step-change.server';

export type RefusedSignOff = { ok: false; intent: string; errors: FieldErrors; kept: Kept };
type Outcome = { ok: true } | { ok: false; errors: FieldErrors } | null;

/** Who may send which form; each use case asks for itself besides. */
const NEEDS: Record<string, readonly Permission[]> = {
  open: ['change:sign'],
  confirm: ['change:sign', 'change:answer'],
  put: ['change:propose'],
  sign: ['change:sign'],
  dissent: ['change:sign'],
  'answer-dissent': ['change:sign'],
};

/** @returns null when it was done, else the refusal with what was typed. Throws 404 and 403 responses. */
export async function actOnSignOff(actor: Actor, changeId: string, form: FormData): Promise<RefusedSignOff | null> {
  const intent = postedText(form, 'intent');
  const needs = isStep(intent) ? STEPS[intent].needs : NEEDS[intent];
  const refuse = (errors: FieldErrors): RefusedSignOff => ({ ok: false, intent, errors, kept: keptOf(form) });
  if (!needs) return refuse({ '': ['This form is not known here. Reload the page and send it again.'] });
  await requireOneOf(actor, needs, `/changes/${changeId}/sign-off`);
  const outcome = notFoundUnless(await carryOut(actor, changeId, intent, form));
  return outcome.ok ? null : refuse(outcome.errors);
}

async function carryOut(actor: Actor, changeId: string, intent: string, form: FormData): Promise<Outcome> {
  if (intent === 'open') {
    const opened = await openItem(actor, changeId, postedText(form, 'key'));
    return opened && !opened.ok ? { ok: false, errors: { '': [opened.message] } } : opened;
  }
  if (intent === 'confirm') return confirmDerived(actor, changeId, postedTexts(form, 'answer'));
  if (intent === 'put') return parsed(PutForm, form, (input) => putToSignOff(actor, changeId, input));
  if (intent === 'sign') return parsed(SignForm, form, (input) => signChange(actor, changeId, input));
  if (intent === 'dissent') return parsed(DissentForm, form, (input) => recordDissent(actor, changeId, input));
  if (intent === 'answer-dissent')
    return parsed(AnswerDissentForm, form, (input) => answerDissent(actor, changeId, input));
  return isStep(intent) ? parsed(StepForm, form, (input) => stepChange(actor, changeId, intent, input)) : null;
}

/** Fields that are lists: one field, one row. */
const LISTS = new Set(['condition', 'condition_before', 'condition_owner', 'condition_due']);

function parsed<S extends z.ZodType>(
  schema: S,
  form: FormData,
  use: (input: z.output<S>) => Promise<Outcome>,
): Promise<Outcome> {
  const names = new Set(form.keys());
  const posted = Object.fromEntries(
    [...names].map((name) => [name, LISTS.has(name) ? postedTexts(form, name) : postedText(form, name)]),
  );
  const result = schema.safeParse(posted);
  if (result.success) return use(result.data);
  const errors: FieldErrors = {};
  for (const { path, message } of result.error.issues) {
    const field = String(path[0] ?? '');
    errors[field] = [...(errors[field] ?? []), message];
  }
  return Promise.resolve({ ok: false, errors });
}
