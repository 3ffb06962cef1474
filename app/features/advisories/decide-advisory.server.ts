/** What becomes of an advisory: decided with a reason, set aside, or taken up again. Every move is recorded. */
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { advisories } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment } from '../today';
import { type AdvisoryRow, lockAdvisory } from './advisory-row.server';
import { ADVISORY_STATES } from './advisory-states';
import type { DecideForm } from './decision-forms';
import { advisoryObject } from './receive-advisory.server';
import { recount } from './recount.server';

export type AdvisoryMove = 'decide' | 'set_aside' | 'reopen';

const isOver = ({ state }: AdvisoryRow) => state === 'decided' || state === 'set_aside';

function whyNot(row: AdvisoryRow, move: AdvisoryMove, version: number): string | null {
  if (row.version !== version) {
    const by = row.decidedByName ? ` by ${row.decidedByName}` : '';
    return `It is “${ADVISORY_STATES[row.state].label}”${by} since you opened it. Look at it again.`;
  }
  if (move === 'reopen') return isOver(row) ? null : 'It is open already.';
  if (isOver(row)) return 'Take it up again before you decide otherwise.';
  if (move === 'decide' && row.matchesWaiting > 0) {
    return 'Some matches still wait for a person. Confirm or reject them first, so that the decision is about the right devices.';
  }
  return null;
}

const ACTIONS = {
  decide: 'advisory.decided',
  set_aside: 'advisory.set_aside',
  reopen: 'advisory.reopened',
} as const;

/** Null when the organisation has no such advisory. */
export const decideAdvisory = (
  actor: Actor,
  id: string,
  move: AdvisoryMove,
  { version, reason }: z.output<typeof DecideForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockAdvisory(tx, actor.orgId, id);
    if (!row) return null;
    const refusal = whyNot(row, move, version);
    if (refusal) return refused('', refusal);
    const moment = presentMoment();
    const over = move !== 'reopen';
    await tx
      .update(advisories)
      .set({
        state: move === 'decide' ? 'decided' : move === 'set_aside' ? 'set_aside' : 'new',
        ...{ decidedAt: over ? moment : null, decidedByName: over ? actor.name : '', decision: over ? reason : '' },
        ...{ version: row.version + 1, updatedAt: moment, updatedBy: actor.userId },
      })
      .where(and(eq(advisories.orgId, actor.orgId), eq(advisories.id, id)));
    // Taken up again, it is what its matches make it.
    if (!over) await recount(tx, actor.orgId, [id]);
    await record(tx, auditActor(actor), {
      action: ACTIONS[move],
      object: advisoryObject(row),
      detail: { was: row.state, unitsHit: row.unitsHit, unitsUnclear: row.unitsUnclear, models: row.modelsMatched },
      reason,
    });
    return saved(id);
  });
