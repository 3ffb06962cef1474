/** Submitting a proposal: it becomes a change under assessment, and its first assessment is kept. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { assessWithin } from '../assessments/assess-change.server';
import { changeObject, lockChange, moveChange } from './change-row.server';
import { missingForSubmission } from './missing-parts';
import type { FieldErrors } from './posted';
import { unitCount } from './unit-count.server';

export type SubmitChangeResult = { ok: true; reference: string } | { ok: false; errors: FieldErrors };

const refuse = (...messages: string[]): SubmitChangeResult => ({ ok: false, errors: { '': messages } });

/**
 * Draft or returned → submitted → assessing, with an assessment kept, all in one transaction. Null when the change
 * does not exist here. Refused when somebody edited it since the page was read, or when it lacks what an assessment
 * cannot do without; an unknown fact never stops a submission.
 */
export const submitChange = (actor: Actor, id: string, version: number): Promise<SubmitChangeResult | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, id);
    if (!change) return null;
    if (change.version !== version) {
      return refuse('Somebody has edited this proposal since you opened the page. Read it again, then submit it.');
    }
    const missing = missingForSubmission({ ...change, units: await unitCount(tx, actor.orgId, id) });
    if (missing.length > 0) return refuse(...missing.map(({ message }) => message));
    const submitted = await moveChange(tx, actor, change, 'submit');
    if (!submitted.ok) return refuse(submitted.message);
    const assessing = await moveChange(tx, actor, submitted.change, 'begin_assessment');
    if (!assessing.ok) throw new Error(`A submitted change could not be assessed: ${assessing.message}`);
    const { events } = await assessWithin(tx, actor, assessing.change);
    const submission = {
      action: 'change.submitted' as const,
      object: changeObject(change),
      detail: { version: change.version, from: change.status },
    };
    await record(tx, auditActor(actor), submission, ...events);
    return { ok: true, reference: change.reference };
  });
