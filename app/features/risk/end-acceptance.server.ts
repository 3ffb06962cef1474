/** Ending an acceptance of residual risk: the change is gone, the risk is gone, or somebody no longer accepts it. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { lockChange } from '../changes/change-row.server';
import { refused, type SaveResult, saved } from '../save-result';
import { endRow, readAcceptance } from './accept-risk.server';

/** Null when the change or the acceptance is not there. */
export const endAcceptance = (
  actor: Actor,
  changeId: string,
  input: { acceptance: string; reason: string },
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, changeId);
    const row = change ? await readAcceptance(tx, actor.orgId, changeId, input.acceptance) : null;
    if (!change || !row) return null;
    if (!can(actor, 'risk:accept')) return refused('', 'Whoever may accept residual risk ends an acceptance.');
    if (row.endedAt) return refused('', `Acceptance ${row.number} has ended already.`);
    await record(tx, auditActor(actor), await endRow(tx, actor, change, row, input.reason));
    return saved(row.id);
  });
