/** The forms on the page of carrying out: reads which one was sent and calls the use case behind it. */
import type { Actor } from '../../guard/actor';
import { notFoundUnless, requireOneOf } from '../../guard/guard.server';
import { keptOf, postedText } from '../changes/posted';
import { proofOf } from '../posted-proof';
import { saveForm } from '../save-form.server';
import type { SaveResult } from '../save-result';
import { beginImplementation } from './begin-implementation.server';
import { closeChange } from './close-change.server';
import { CloseForm } from './close-form';
import { putToVerification } from './put-to-verification.server';
import { RecordForm } from './record-form';
import { recordUnits } from './record-units.server';

const moved = (form: FormData, result: SaveResult | null) => {
  const answer = notFoundUnless(result);
  return answer.ok ? answer : { ...answer, kept: keptOf(form) };
};

/** Does what a form asks for; a refusal is a value with what was typed, and says which form it was. */
export async function actOnCarryOut(actor: Actor, changeId: string, form: FormData) {
  const intent = postedText(form, 'intent');
  const here = `/changes/${changeId}/carry-out`;
  switch (intent) {
    case 'begin':
      await requireOneOf(actor, ['change:implement'], here);
      return { intent, ...moved(form, await beginImplementation(actor, changeId)) };
    case 'record':
      await requireOneOf(actor, ['change:implement'], here);
      return { intent, ...(await saveForm(form, RecordForm, (input) => recordUnits(actor, changeId, input))) };
    case 'verify':
      await requireOneOf(actor, ['change:implement'], here);
      return { intent, ...moved(form, await putToVerification(actor, changeId)) };
    case 'close':
      await requireOneOf(actor, ['change:sign'], here);
      return {
        intent,
        ...(await saveForm(form, CloseForm, (input) => closeChange(actor, changeId, input, proofOf(form)))),
      };
    default: {
      const errors = { '': ['This form is not known here. Reload the page and send it again.'] };
      return { intent, ok: false as const, errors, kept: keptOf(form), conflict: null };
    }
  }
}
