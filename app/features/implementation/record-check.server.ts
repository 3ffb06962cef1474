/** Recording a line of the checklist. A later record supersedes; nothing is edited. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { planChecks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { attachmentChoices } from '../attachments/attachment-choices.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { refused, type SaveResult, saved } from '../save-result';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { presentMoment, today } from '../today';
import { isSignedCheck } from './check-groups';
import { lineOf } from './check-lines';
import { CHECK_STATE_LABELS } from './check-states';
import type { CheckForm } from './plan-form';
import { currentChecks } from './plan-rows.server';

/** Null when the change is not there. */
export const recordCheck = (actor: Actor, changeId: string, form: CheckForm): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: its checklist stays as it is.`);
    }
    if (form.doneOn && form.doneOn > today()) return refused('doneOn', 'This day is still to come.');
    const before = (await currentChecks(tx, actor.orgId, changeId)).get(form.key);
    const attachmentId = form.attachment || null;
    const { state, because, doneOn } = form;
    const same =
      before?.state === state &&
      before.because === because &&
      before.doneOn === doneOn &&
      before.attachmentId === attachmentId;
    if (same) return saved(changeId);
    if ((before?.id ?? '') !== (form.seen ?? '')) {
      const theirs = before
        ? `${before.recordedByName} recorded “${CHECK_STATE_LABELS[before.state]}”`
        : 'It was changed';
      return refused('', `${theirs} meanwhile. What you typed is still below: record it again to let yours stand.`);
    }
    const files = attachmentId ? await attachmentChoices(tx, actor.orgId, changeId) : [];
    const file = files.find(({ id }) => id === attachmentId);
    if (attachmentId && !file) return refused('attachment', 'Choose a file that is attached to this change.');
    const recordedAt = presentMoment();
    if (before) {
      await tx
        .update(planChecks)
        .set({ supersededAt: recordedAt })
        .where(and(eq(planChecks.orgId, actor.orgId), eq(planChecks.id, before.id)));
    }
    await tx.insert(planChecks).values({
      ...{ orgId: actor.orgId, changeId, key: form.key, state, because, doneOn, attachmentId },
      ...{ recordedBy: actor.userId, recordedByName: actor.name, recordedAt },
    });
    const fallen = isSignedCheck(form.key) ? await reviewSignatures(tx, actor, changeId) : [];
    await record(
      tx,
      auditActor(actor),
      {
        action: 'plan.checked',
        object: changeObject(change),
        detail: {
          ...{ line: form.key, text: lineOf(form.key)?.text ?? '', state, before: before?.state ?? null, because },
          ...{ doneOn, attachment: attachmentId, sha256: file?.sha256 ?? null },
        },
      },
      ...fallen,
    );
    return saved(changeId);
  });
