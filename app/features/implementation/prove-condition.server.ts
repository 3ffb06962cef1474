/** Giving the proof of a condition: its owner says how it was met, or shows the file that does. */
import type { Actor } from '../../guard/actor';
import { attachmentChoices } from '../attachments/attachment-choices.server';
import type { SaveResult } from '../save-result';
import { presentMoment } from '../today';
import type { ProveForm } from './condition-form';
import { mayProve } from './condition-states';
import { moveCondition } from './move-condition.server';

/** Null when the change has no such condition here. */
export const proveCondition = (actor: Actor, changeId: string, form: ProveForm): Promise<SaveResult | null> =>
  moveCondition(actor, changeId, form, async (tx, condition) => {
    if (condition.status !== 'open') return { refuse: ['', 'This condition waits for no proof.'] };
    if (!mayProve(actor, condition)) return { refuse: ['', `Only ${condition.ownerName} gives the proof of it.`] };
    const files = form.attachment ? await attachmentChoices(tx, actor.orgId, changeId) : [];
    const file = files.find(({ id }) => id === form.attachment);
    if (form.attachment && !file) return { refuse: ['attachment', 'Choose a file that is attached to this change.'] };
    const proof = form.proof || `See the file “${file?.name ?? ''}”.`;
    return {
      set: {
        ...{ status: 'proved', proof, proofAttachmentId: file?.id ?? null },
        ...{ provedAt: presentMoment(), provedBy: actor.userId, provedByName: actor.name },
        ...{ sentBackReason: '', sentBackByName: '' },
      },
      action: 'condition.proved',
      detail: { proof, attachment: file?.id ?? null, sha256: file?.sha256 ?? null },
    };
  });
