/** The forms on the page of a plan: the plan itself, and one for each line of its checklist. */
import type { Actor } from '../../guard/actor';
import { postedText } from '../changes/posted';
import { saveForm } from '../save-form.server';
import { CheckForm, PlanForm } from './plan-form';
import { recordCheck } from './record-check.server';
import { savePlan } from './save-plan.server';

/** Does what a form asks for. A refusal says which line it is about; empty: the plan. */
export async function actOnPlan(actor: Actor, changeId: string, form: FormData) {
  const line = postedText(form, 'key');
  const answer = line
    ? await saveForm(form, CheckForm, (input) => recordCheck(actor, changeId, input))
    : await saveForm(form, PlanForm, (input) => savePlan(actor, changeId, input));
  return { ...answer, line };
}
