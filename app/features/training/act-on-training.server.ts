/** The page of one person's training posts here: which act is meant, and what becomes of it. */
import type { Actor } from '../../guard/actor';
import { keptOf, postedText } from '../changes/posted';
import { type RefusedForm, type SavedForm, saveForm } from '../save-form.server';
import { recordTraining } from './record-training.server';
import { RecordTrainingForm, WithdrawTrainingForm } from './training-form';
import { withdrawTraining } from './withdraw-training.server';

export type TrainingAct = { ok: true; done: string } | ({ ok: false; intent: string } & RefusedForm);

/** What is not there (a person, a record) is thrown as a 404 response. */
export async function actOnTraining(actor: Actor, personId: string, form: FormData): Promise<TrainingAct> {
  const intent = postedText(form, 'intent');
  const answer = await actOn(actor, personId, form, intent);
  return answer.ok ? { ok: true, done: intent } : { ...answer, intent };
}

function actOn(actor: Actor, personId: string, form: FormData, intent: string): SavedForm | Promise<SavedForm> {
  switch (intent) {
    case 'record':
      return saveForm(form, RecordTrainingForm, (input) => recordTraining(actor, personId, input));
    case 'withdraw':
      return saveForm(form, WithdrawTrainingForm, (input) => withdrawTraining(actor, personId, input));
    default: {
      const errors = { '': ['The form did not say what to do. Use one of the buttons.'] };
      return { ok: false, errors, kept: keptOf(form), conflict: null };
    }
  }
}
