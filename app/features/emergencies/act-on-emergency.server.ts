/** The forms of an emergency: reads which one was sent and calls the use case behind it. */
import type { Actor } from '../../guard/actor';
import { requireOneOf } from '../../guard/guard.server';
import { keptOf, postedText } from '../changes/posted';
import { proofOf } from '../posted-proof';
import { saveForm } from '../save-form.server';
import { confirmEmergency } from './confirm-emergency.server';
import { declareEmergency, withdrawEmergency } from './declare-emergency.server';
import { ConfirmForm, DeclareForm, WithdrawEmergencyForm } from './emergency-form';

export async function actOnEmergency(actor: Actor, changeId: string, form: FormData) {
  const intent = postedText(form, 'intent');
  const here = `/changes/${changeId}/emergency`;
  switch (intent) {
    case 'declare':
      await requireOneOf(actor, ['change:propose', 'change:sign'], here);
      return {
        intent,
        ...(await saveForm(form, DeclareForm, ({ reason }) => declareEmergency(actor, changeId, reason))),
      };
    case 'withdraw':
      await requireOneOf(actor, ['change:propose', 'change:sign'], here);
      return {
        intent,
        ...(await saveForm(form, WithdrawEmergencyForm, ({ reason }) => withdrawEmergency(actor, changeId, reason))),
      };
    case 'confirm':
      await requireOneOf(actor, ['change:sign'], here);
      return {
        intent,
        ...(await saveForm(form, ConfirmForm, ({ emergency }) =>
          confirmEmergency(actor, changeId, emergency, proofOf(form)),
        )),
      };
    default: {
      const errors = { '': ['This form is not known here. Reload the page and send it again.'] };
      return { intent, ok: false as const, errors, kept: keptOf(form), conflict: null };
    }
  }
}
