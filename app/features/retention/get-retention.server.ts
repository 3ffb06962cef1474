/** Everything on the page of retention. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { disposalsOf } from './disposals.server';
import { type DueFile, dueFiles } from './due-files.server';
import { holdsOf } from './holds.server';

export interface HoldView {
  id: string;
  changeId: string;
  reference: string;
  reason: string;
  placedAt: string;
  placedByName: string;
  lifted: { at: string; byName: string; reason: string } | null;
}

export interface DisposalView {
  id: string;
  number: number;
  objectRef: string;
  because: string;
  proposedByName: string;
  proposedAt: string;
  state: 'waiting' | 'approved' | 'refused';
  /** Who approved it, or why it was refused. */
  words: string;
  mayApprove: boolean;
}

export interface RetentionPage {
  holds: HoldView[];
  due: DueFile[];
  disposals: DisposalView[];
}

export const getRetention = (actor: Actor): Promise<RetentionPage> =>
  inOrganisation(actor, async (tx) => {
    const proposed = await disposalsOf(tx, actor.orgId);
    const waiting = new Set(
      proposed.filter((one) => !one.approvedAt && !one.refusedAt).map(({ objectId }) => objectId),
    );
    const due = (await dueFiles(tx, actor.orgId)).filter(({ id }) => !waiting.has(id));
    const holds = (await holdsOf(tx, actor.orgId)).map((row) => ({
      ...{ id: row.id, changeId: row.objectId, reference: row.objectRef, reason: row.reason },
      ...{ placedAt: row.placedAt.toISOString(), placedByName: row.placedByName },
      lifted: row.liftedAt && { at: row.liftedAt.toISOString(), byName: row.liftedByName, reason: row.liftReason },
    }));
    const disposals = proposed.map((row): DisposalView => {
      const state = row.approvedAt ? 'approved' : row.refusedAt ? 'refused' : 'waiting';
      return {
        ...{ id: row.id, number: row.number, objectRef: row.objectRef, because: row.because, state },
        ...{ proposedByName: row.proposedByName, proposedAt: row.proposedAt.toISOString() },
        words: row.approvedAt ? `approved by ${row.approvedByName}` : row.refuseReason,
        mayApprove: state === 'waiting' && row.proposedBy !== actor.userId,
      };
    });
    return { holds, due, disposals };
  });
