/** The form of a change permit: from what is typed to a kept document. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type ChangeBrief, changeBrief } from '../changes/change-brief.server';
import { type SavedForm, saveForm } from '../save-form.server';
import { draftPermit } from './draft-permit.server';
import { PermitForm } from './permit-form';

/** The change a permit is made of; null when it is not there. */
export const getChangeBrief = (actor: Actor, changeId: string): Promise<ChangeBrief | null> =>
  inOrganisation(actor, (tx) => changeBrief(tx, actor.orgId, changeId));

/** A change that is not there is thrown as a 404 response. */
export const makePermit = (actor: Actor, changeId: string, form: FormData): Promise<SavedForm> =>
  saveForm(form, PermitForm, async (said) => {
    const made = await draftPermit(actor, changeId, said);
    if (!made) return null;
    return made.ok ? { ok: true, id: made.id } : { ok: false, errors: made.errors, conflict: null };
  });
