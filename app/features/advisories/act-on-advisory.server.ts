/** The forms on the page of an advisory, each to its use case. */
import type { Actor } from '../../guard/actor';
import { keptOf } from '../changes/posted';
import { type SavedForm, saveForm } from '../save-form.server';
import { addMatch } from './add-match.server';
import { decideAdvisory } from './decide-advisory.server';
import { ADVISORY_INTENTS, AddMatchForm, DecideForm } from './decision-forms';

/** Parses and saves what was posted; throws a 404 response when the advisory is not there. */
export async function actOnAdvisory(actor: Actor, id: string, form: FormData): Promise<SavedForm> {
  const intent = ADVISORY_INTENTS.find((one) => one === form.get('intent'));
  if (!intent) return { ok: false, errors: { '': ['Choose what to do.'] }, kept: keptOf(form), conflict: null };
  if (intent === 'add') return saveForm(form, AddMatchForm, (input) => addMatch(actor, id, input));
  return saveForm(form, DecideForm, (input) => decideAdvisory(actor, id, intent, input));
}
