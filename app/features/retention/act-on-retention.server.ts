/** The forms on the page of retention: reads which one was sent and calls the use case behind it. */
import type { Actor } from '../../guard/actor';
import { keptOf, postedText } from '../changes/posted';
import { saveForm } from '../save-form.server';
import { approveDisposal, proposeDisposal, refuseDisposal } from './disposals.server';
import { liftHold, placeHold } from './holds.server';
import { DecideForm, HoldForm, LiftForm, ProposeForm, RefuseForm } from './retention-form';

/** Does what a form asks for; a refusal is a value with what was typed, and says which row it is about. */
export async function actOnRetention(actor: Actor, form: FormData) {
  const intent = postedText(form, 'intent');
  const about = { intent, row: postedText(form, 'holdId') || postedText(form, 'disposalId') };
  switch (intent) {
    case 'hold':
      return { ...about, ...(await saveForm(form, HoldForm, (input) => placeHold(actor, input))) };
    case 'lift':
      return { ...about, ...(await saveForm(form, LiftForm, (input) => liftHold(actor, input))) };
    case 'propose':
      return {
        ...about,
        ...(await saveForm(form, ProposeForm, (input) => proposeDisposal(actor, input.attachmentId))),
      };
    case 'approve':
      return { ...about, ...(await saveForm(form, DecideForm, (input) => approveDisposal(actor, input.disposalId))) };
    case 'refuse':
      return {
        ...about,
        ...(await saveForm(form, RefuseForm, (input) => refuseDisposal(actor, input.disposalId, input.reason))),
      };
    default: {
      const errors = { '': ['This form is not known here. Reload the page and send it again.'] };
      return { ...about, ok: false as const, errors, kept: keptOf(form), conflict: null };
    }
  }
}
