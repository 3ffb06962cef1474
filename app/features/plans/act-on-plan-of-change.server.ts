/** The two forms of the page: saving the plan of a change, and taking it away. */
import { z } from 'zod';
import type { Actor } from '../../guard/actor';
import { postedText } from '../changes/posted';
import { versionField } from '../devices/model-form';
import { type SavedForm, saveForm } from '../save-form.server';
import { PlanForm, planInput } from './plan-form';
import { removePlanOfChange, savePlanOfChange } from './save-plan.server';

const RemoveForm = z.object({ version: versionField });

/** A change or plan that is not here is thrown as a 404. */
export const actOnPlanOfChange = (actor: Actor, changeId: string, form: FormData): Promise<SavedForm> =>
  postedText(form, 'act') === 'remove'
    ? saveForm(form, RemoveForm, ({ version }) => removePlanOfChange(actor, changeId, version))
    : saveForm(form, PlanForm, (input) => savePlanOfChange(actor, changeId, planInput(input)));
