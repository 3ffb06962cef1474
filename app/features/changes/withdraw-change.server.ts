/** Withdrawing a change: it stays on record, with the reason, and nothing leads out of that state. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { endRound, openRound } from '../sign-off/rounds.server';
import { changeObject, lockChange, moveChange } from './change-row.server';
import type { FieldErrors } from './posted';

export type WithdrawChangeResult = { ok: true; reference: string } | { ok: false; errors: FieldErrors };

/** Null when the change does not exist here; refused without a reason, after a decision, or on a stale page. */
export const withdrawChange = (
  actor: Actor,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<WithdrawChangeResult | null> =>
  inOrganisation(actor, async (tx): Promise<WithdrawChangeResult | null> => {
    const change = await lockChange(tx, actor.orgId, id);
    if (!change) return null;
    if (!reason) return { ok: false, errors: { reason: ['Say why it is withdrawn; the record keeps the reason.'] } };
    if (change.version !== version) {
      return {
        ok: false,
        errors: { '': ['Somebody has edited this change since you opened the page. Read it again.'] },
      };
    }
    const moved = await moveChange(tx, actor, change, 'withdraw');
    if (!moved.ok) return { ok: false, errors: { '': [moved.message] } };
    const round = await openRound(tx, actor.orgId, id);
    if (round) await endRound(tx, round, { status: 'withdrawn', reason });
    await record(tx, auditActor(actor), {
      action: 'change.withdrawn',
      object: changeObject(change),
      detail: { version: change.version, from: change.status },
      reason,
    });
    return { ok: true, reference: change.reference };
  });
