/** The two forms on the page of the seal. */

import type { Actor } from '../../guard/actor';
import { postedText } from '../changes/posted';
import { requiredText } from '../text-input';
import { type Acted, refuse } from './acted';
import { installSeal, LARGEST_P12 } from './seal-install.server';
import { removeSeal } from './seal-remove.server';

const Reason = requiredText('Say why; it stands in the record.');

export async function actOnSeal(actor: Actor, form: FormData): Promise<Acted> {
  if (postedText(form, 'intent') === 'remove') {
    const reason = Reason.safeParse(postedText(form, 'reason'));
    return reason.success
      ? removeSeal(actor, reason.data)
      : refuse(reason.error.issues[0]?.message ?? 'Say why.', 'reason');
  }
  if (postedText(form, 'intent') !== 'install') return refuse('This form is not known here. Reload the page.');
  const file = form.get('file');
  if (!(file instanceof Blob)) return refuse('Choose the .p12 or .pfx file.', 'file');
  if (file.size > LARGEST_P12) return refuse('This file is too large for a certificate with its key.', 'file');
  return installSeal(actor, new Uint8Array(await file.arrayBuffer()), postedText(form, 'passphrase'));
}
