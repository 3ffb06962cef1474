/** Steps beside the way to a decision: out of sign-off, back to the proposer, on hold, revoked, taken up anew. */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Action } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can, type Permission } from '../../guard/permissions';
import { changeObject, lockChange, moveChange } from '../changes/change-row.server';
import type { Move } from '../changes/change-status';
import type { FieldErrors } from '../changes/posted';
import { requiredText } from '../text-input';
import { approvedRound, type EndedStatus, endRound, openRound } from './rounds.server';

interface Step {
  move: Move;
  action: Action;
  /** Any of these. */
  needs: readonly Permission[];
  /** What becomes of a round that waits, and of a decision in force. */
  endsOpen?: EndedStatus;
  endsApproved?: EndedStatus;
}

/** Steps by the value of the form's field "intent". */
export const STEPS = {
  leave: { move: 'leave_sign_off', action: 'change.left_sign_off', needs: ['change:propose'], endsOpen: 'withdrawn' },
  'send-back': { move: 'send_back', action: 'change.sent_back', needs: ['change:sign'], endsOpen: 'returned' },
  hold: { move: 'hold', action: 'change.held', needs: ['change:propose', 'change:sign'], endsOpen: 'withdrawn' },
  resume: { move: 'resume', action: 'change.resumed', needs: ['change:propose', 'change:sign'] },
  revoke: {
    move: 'revoke',
    action: 'change.revoked',
    needs: ['risk:accept', 'letter:approve'],
    endsOpen: 'withdrawn',
    endsApproved: 'revoked',
  },
  'take-up': { move: 'take_up_again', action: 'change.taken_up_anew', needs: ['change:propose'] },
} as const satisfies Record<string, Step>;

export type StepId = keyof typeof STEPS;
export const isStep = (value: string): value is StepId => Object.hasOwn(STEPS, value);

export const StepForm = z.object({ reason: requiredText('Say why: it stands in the record.') });

export type StepResult = { ok: true } | { ok: false; errors: FieldErrors };

/** Takes one step, with its reason. Null when the change is not here; refused where state or role does not allow it. */
export const stepChange = (
  actor: Actor,
  changeId: string,
  id: StepId,
  { reason }: z.output<typeof StepForm>,
): Promise<StepResult | null> =>
  inOrganisation(actor, async (tx): Promise<StepResult | null> => {
    const step: Step = STEPS[id];
    const refuse = (message: string): StepResult => ({ ok: false, errors: { '': [message] } });
    if (!step.needs.some((permission) => can(actor, permission))) return refuse('Your role does not take this step.');
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const [open, approved] = [
      await openRound(tx, actor.orgId, changeId),
      await approvedRound(tx, actor.orgId, changeId),
    ];
    const moved = await moveChange(tx, actor, change, step.move);
    if (!moved.ok) return refuse(moved.message);
    if (open && step.endsOpen) await endRound(tx, open, { status: step.endsOpen, reason });
    if (approved && step.endsApproved) await endRound(tx, approved, { status: step.endsApproved, reason });
    await record(tx, auditActor(actor), {
      action: step.action,
      object: changeObject(change),
      detail: {
        from: change.status,
        to: moved.change.status,
        ...(open && step.endsOpen ? { round: open.number } : {}),
      },
      reason,
    });
    return { ok: true };
  });
