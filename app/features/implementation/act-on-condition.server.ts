/** The forms on the page of conditions: reads which one was sent and calls the use case behind it. */
import type { Actor } from '../../guard/actor';
import { requireOneOf } from '../../guard/guard.server';
import { keptOf, postedText } from '../changes/posted';
import { saveForm } from '../save-form.server';
import { AcceptForm, ProveForm, SendBackForm } from './condition-form';
import { acceptProof, sendProofBack } from './judge-proof.server';
import { proveCondition } from './prove-condition.server';

/** Does what a form asks for; a refusal is a value with what was typed, and says which condition it is about. */
export async function actOnCondition(actor: Actor, changeId: string, form: FormData) {
  const about = { condition: postedText(form, 'condition'), intent: postedText(form, 'intent') };
  switch (about.intent) {
    case 'prove':
      return { ...about, ...(await saveForm(form, ProveForm, (input) => proveCondition(actor, changeId, input))) };
    case 'accept':
      await requireOneOf(actor, ['change:sign'], `/changes/${changeId}/conditions`);
      return { ...about, ...(await saveForm(form, AcceptForm, (input) => acceptProof(actor, changeId, input))) };
    case 'send-back':
      await requireOneOf(actor, ['change:sign'], `/changes/${changeId}/conditions`);
      return { ...about, ...(await saveForm(form, SendBackForm, (input) => sendProofBack(actor, changeId, input))) };
    default: {
      const errors = { '': ['This form is not known here. Reload the page and send it again.'] };
      return { ...about, ok: false as const, errors, kept: keptOf(form), conflict: null };
    }
  }
}
