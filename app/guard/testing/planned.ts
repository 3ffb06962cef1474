/** A plan of options over time, sketched for a model. */
import { PlanForm, planInput } from '../../features/plans/plan-form';
import { saveSketch } from '../../features/plans/save-plan.server';
import type { Actor } from '../actor';

export async function planned(engineer: Actor, modelId: string): Promise<string> {
  const form = PlanForm.parse({ version: '0', title: 'Isolate now', option_1: 'isolation', from_1: '2026-12' });
  const made = await saveSketch(engineer, modelId, null, planInput(form));
  if (!made?.ok) throw new Error('the plan was refused');
  return made.id;
}
