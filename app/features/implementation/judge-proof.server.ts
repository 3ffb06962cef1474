/** Somebody who may sign, and did not give the proof, takes it or sends it back. */
import type { Actor } from '../../guard/actor';
import { attachmentNames } from '../attachments/attachment-choices.server';
import type { SaveResult } from '../save-result';
import { presentMoment } from '../today';
import type { AcceptForm, SendBackForm } from './condition-form';
import type { ConditionRow } from './condition-row.server';
import { mayJudge } from './condition-states';
import { moveCondition, type Step } from './move-condition.server';

function whyNot(actor: Actor, condition: ConditionRow): Step | null {
  if (condition.status !== 'proved') return { refuse: ['', 'There is no proof to look at.'] };
  if (condition.provedBy === actor.userId) {
    return { refuse: ['', 'You gave this proof: somebody else has to look at it.'] };
  }
  return mayJudge(actor, condition) ? null : { refuse: ['', 'Only people who may sign changes look at proof.'] };
}

/** The condition is met, for good. Null when the change has no such condition here. */
export const acceptProof = (actor: Actor, changeId: string, form: AcceptForm): Promise<SaveResult | null> =>
  moveCondition(actor, changeId, form, async (tx, condition) => {
    const no = whyNot(actor, condition);
    if (no) return no;
    const file = condition.proofAttachmentId
      ? (await attachmentNames(tx, actor.orgId, changeId)).get(condition.proofAttachmentId)
      : undefined;
    if (file?.takenBack) return { refuse: ['', `The file “${file.name}” was taken back: there is no proof any more.`] };
    return {
      set: { status: 'met', metAt: presentMoment(), metBy: actor.userId, metByName: actor.name },
      action: 'condition.met',
      detail: { proof: condition.proof, provedBy: condition.provedByName },
    };
  });

/** The proof is not enough: its owner is asked again. Null when the change has no such condition here. */
export const sendProofBack = (actor: Actor, changeId: string, form: SendBackForm): Promise<SaveResult | null> =>
  moveCondition(actor, changeId, form, async (_, condition) => {
    const no = whyNot(actor, condition);
    if (no) return no;
    return {
      set: { status: 'open', sentBackReason: form.reason, sentBackByName: actor.name },
      action: 'condition.sent_back',
      detail: { proof: condition.proof, provedBy: condition.provedByName },
      reason: form.reason,
    };
  });
