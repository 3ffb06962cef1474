/**
 * Taking up an earlier rationale: recording that somebody read it for a change, what was different, and what they make
 * of it. Nothing is copied and nothing is answered by it; whoever decides, decides anew.
 */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { rationaleUses } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange, readChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { refused, type SaveResult, saved } from '../save-result';
import { buildSnapshot } from '../sign-off/build-snapshot.server';
import { requiredText } from '../text-input';
import { presentMoment } from '../today';
import { DECIDED } from './find-earlier.server';
import { readRationale } from './read-rationale.server';
import { MOST_DIFFERENCES, whatDiffers } from './what-differs';

export const TakeUpForm = z.object({
  from: z.uuid({ error: 'The form is damaged. Reload the page.' }),
  note: requiredText('Say in your own words what you take from it, and what is different here.'),
});

/** Null when the change, or the earlier one, is not here. */
export const takeUpRationale = (
  actor: Actor,
  changeId: string,
  { from, note }: z.output<typeof TakeUpForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, changeId);
    const earlier = await readChange(tx, actor.orgId, from);
    if (!change || !earlier) return null;
    if (earlier.id === change.id) return refused('', 'A change is no earlier decision for itself.');
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: nothing more is taken up for it.`);
    }
    const rationale = await readRationale(tx, actor.orgId, earlier.id);
    if (!rationale || !DECIDED.includes(earlier.status)) {
      return refused('', `${earlier.reference} is not decided, so there is no rationale to take up.`);
    }
    const differences = whatDiffers(rationale.snapshot, (await buildSnapshot(tx, actor, change)).content);
    const [row] = await tx
      .insert(rationaleUses)
      .values({
        ...{ orgId: actor.orgId, changeId, fromChangeId: earlier.id, note },
        differences: differences.slice(0, MOST_DIFFERENCES).map(({ what, was, now }) => ({ what, was, now })),
        ...{ usedBy: actor.userId, usedByName: actor.name, usedAt: presentMoment() },
      })
      .returning({ id: rationaleUses.id });
    if (!row) throw new Error('That it was read was not stored');
    await record(tx, auditActor(actor), {
      action: 'rationale.used',
      object: changeObject(change),
      detail: {
        ...{ use: row.id, from: earlier.reference, sameModel: earlier.modelId === change.modelId },
        differences: differences.length,
      },
      reason: note,
    });
    return saved(row.id);
  });
