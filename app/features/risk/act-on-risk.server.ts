/** The forms on the page of a change's risks: rate an axis, end an acceptance, decide on a report. */
import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import type { Actor } from '../../guard/actor';
import { errorsOf, type Kept, keptOf, postedText } from '../changes/posted';
import type { Conflict, FieldErrors, SaveResult } from '../save-result';
import { EndAcceptanceForm } from './acceptance-form.server';
import { decideTriage } from './decide-triage.server';
import { endAcceptance } from './end-acceptance.server';
import { RateForm } from './rate-form';
import { rateRisk } from './rate-risk.server';
import type { RiskIntent } from './risk-intents';
import { DecisionForm } from './triage-form';

export interface RiskRefused {
  ok: false;
  intent: string;
  /** Which of several forms it was: the axis, the acceptance, the triage. */
  key: string;
  errors: FieldErrors;
  kept: Kept;
  conflict: Conflict | null;
}

export type RiskActed = { ok: true; done: RiskIntent } | RiskRefused;

/** Null when the change, or what the form is about, is not there. */
export async function actOnRisk(actor: Actor, changeId: string, form: FormData): Promise<RiskActed | null> {
  const intent = postedText(form, 'intent');
  const kept = keptOf(form);
  const refused = (key: string, errors: FieldErrors, conflict: Conflict | null = null): RiskRefused => ({
    ok: false,
    intent,
    key,
    errors,
    kept,
    conflict,
  });
  const run = async <Schema extends z.ZodType>(
    done: RiskIntent,
    keyField: string,
    schema: Schema,
    act: (input: z.output<Schema>) => Promise<SaveResult | null>,
  ): Promise<RiskActed | null> => {
    const key = postedText(form, keyField);
    const submission = parseWithZod(form, { schema });
    if (submission.status !== 'success') return refused(key, errorsOf(submission));
    const result = await act(submission.value as z.output<Schema>);
    if (!result) return null;
    return result.ok ? { ok: true, done } : refused(key, result.errors, result.conflict);
  };
  switch (intent) {
    case 'rate':
      return run('rate', 'axis', RateForm, (input) => rateRisk(actor, changeId, input));
    case 'end-acceptance':
      return run('end-acceptance', 'acceptance', EndAcceptanceForm, (input) => endAcceptance(actor, changeId, input));
    case 'decide':
      return run('decide', 'triage', DecisionForm, (input) => decideTriage(actor, changeId, input));
    default:
      return refused('', { '': ['This form is not known here. Reload the page.'] });
  }
}
