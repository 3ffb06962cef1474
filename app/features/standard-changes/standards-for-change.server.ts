/** Which standard changes there are for the device of a change, and why each fits or does not. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { ChangeBrief } from '../changes/change-brief.server';
import { readChange } from '../changes/change-row.server';
import { STATUS_LABELS, transition } from '../changes/change-status';
import { basisOf } from './basis-of.server';
import { standardsOfModel, standardUsedBy } from './standard-rows.server';
import { whyNot } from './why-not.server';

export interface FittingStandard {
  id: string;
  number: string;
  title: string;
  validUntil: string;
  changeReference: string;
  /** Why it does not fit; empty: it does. */
  reasons: string[];
}

export interface StandardsForChange {
  change: ChangeBrief;
  standards: FittingStandard[];
  /** The one it was made under. */
  used: { id: string; number: number; title: string } | null;
  mayUse: boolean;
  /** Why none can be used now, whatever fits. */
  notNow: string;
}

/** Null when the change is not here. */
export const standardsForChange = (actor: Actor, changeId: string): Promise<StandardsForChange | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const allowed = transition(change.status, 'approve_as_standard');
    const used = await standardUsedBy(tx, actor.orgId, changeId);
    const found = await standardsOfModel(tx, actor.orgId, change.modelId);
    const fresh = found.length > 0 ? await basisOf(tx, actor, change) : null;
    const standards: FittingStandard[] = [];
    for (const standard of found) {
      const { id, number, title, validUntil } = standard.row;
      const reasons = fresh ? await whyNot(tx, actor, { standard, change, fresh }) : [];
      standards.push({
        id,
        number: String(number),
        title,
        validUntil,
        changeReference: standard.changeReference,
        reasons,
      });
    }
    const { id, reference, title, status } = change;
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      standards,
      used: used && { id: used.row.id, number: used.row.number, title: used.row.title },
      mayUse: allowed.ok && used === null && can(actor, 'change:propose'),
      notNow: allowed.ok ? '' : allowed.message,
    };
  });
