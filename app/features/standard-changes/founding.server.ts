/** Whether the decision on a change may stand for all changes like it, and on what that would rest. */
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { dateInWords } from '../../ui/time';
import { type ChangeRow, readChange } from '../changes/change-row.server';
import { STATUS_LABELS } from '../changes/change-status';
import { readSnapshot } from '../sign-off/build-snapshot.server';
import { approvedRound, type RoundRow } from '../sign-off/rounds.server';
import { today } from '../today';
import { basisOf, type FreshBasis } from './basis-of.server';

export interface Founding {
  change: ChangeRow;
  round: RoundRow;
  fresh: FreshBasis;
  /** Last day that a standard change on this decision may have. */
  latest: string;
}

export type Found = { ok: true; of: Founding } | { ok: false; change: ChangeRow; message: string };

/** Who makes standard changes: whoever answers for rules or for risk. */
export const mayMakeStandards = (actor: Pick<Actor, 'role'>): boolean =>
  can(actor, 'change:sign') && (actor.role === 'regulatory_affairs' || actor.role === 'risk_owner');

const STANDING = ['approved', 'in_implementation', 'verifying', 'closed'];

/** Null when the change is not here. */
export async function foundingOf(tx: Tx, actor: Actor, changeId: string): Promise<Found | null> {
  const change = await readChange(tx, actor.orgId, changeId);
  if (!change) return null;
  const no = (message: string): Found => ({ ok: false, change, message });
  if (!mayMakeStandards(actor)) return no('Regulatory affairs and risk owners make standard changes.');
  if (change.proposerId === actor.userId) return no('You proposed this change; somebody else has to make it standard.');
  if (!STANDING.includes(change.status)) {
    return no(`This change is ${STATUS_LABELS[change.status]}; a standard change rests on a decision that stands.`);
  }
  const round = await approvedRound(tx, actor.orgId, changeId);
  if (!round?.expiresOn || !round.decidedSnapshotId) return no('No decision stands on this change.');
  if (round.purpose === 'retrospective') return no('What was signed after the act is no pattern for others.');
  if (round.option !== 'as_proposed') return no('Something else than what was proposed was approved here.');
  if (round.expiresOn < today()) {
    return no(`Its approval was good until ${dateInWords(round.expiresOn)}; it has to be decided anew.`);
  }
  const fresh = await basisOf(tx, actor, change);
  const decided = await readSnapshot(tx, actor.orgId, round.decidedSnapshotId);
  // The register or the library has moved since the decision: what would be standard now is not what was decided.
  if (fresh.current === null || fresh.current.number !== decided.assessment) {
    return no('Device, facts or rule library have changed since the decision. It would not rest on what was decided.');
  }
  return { ok: true, of: { change, round, fresh, latest: round.expiresOn } };
}
