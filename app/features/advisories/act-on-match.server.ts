/** The forms on the page of a match, each to its use case. */
import type { Actor } from '../../guard/actor';
import { keptOf } from '../changes/posted';
import { type SavedForm, saveForm } from '../save-form.server';
import { correctMatch } from './add-match.server';
import { decideMatch } from './decide-match.server';
import { ConfirmForm, CorrectForm, MATCH_INTENTS, ReadForm, RejectForm } from './decision-forms';
import { readVersionText } from './read-versions.server';

/** Parses and saves what was posted; throws a 404 response when the match is not there. */
export async function actOnMatch(actor: Actor, id: string, form: FormData): Promise<SavedForm> {
  const intent = MATCH_INTENTS.find((one) => one === form.get('intent'));
  switch (intent) {
    case 'confirm':
      return saveForm(form, ConfirmForm, (input) => decideMatch(actor, id, { ...input, same: true }));
    case 'reject':
      return saveForm(form, RejectForm, (input) => decideMatch(actor, id, { ...input, same: false }));
    case 'correct':
      return saveForm(form, CorrectForm, (input) => correctMatch(actor, id, input));
    case 'read':
      return saveForm(form, ReadForm, (input) => readVersionText(actor, id, input));
    default:
      return { ok: false, errors: { '': ['Choose what to do.'] }, kept: keptOf(form), conflict: null };
  }
}
