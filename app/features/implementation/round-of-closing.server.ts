/** Every signature stands in a round. A standard change was decided elsewhere, so its closing opens one of its own. */
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import type { ChangeRow } from '../changes/change-row.server';
import { numberedPolicy } from '../sign-off/current-policy.server';
import { endRound, newRound, openRound, type RoundRow } from '../sign-off/rounds.server';
import type { Basis } from './decision-in-force.server';

/** `end`: to be called once the signature is written. */
export async function roundOfClosing(
  tx: Tx,
  actor: Actor,
  change: ChangeRow,
  basis: Basis,
): Promise<{ round: RoundRow; end: () => Promise<void> }> {
  if (basis.by === 'round') return { round: basis.round, end: () => Promise.resolve() };
  if (basis.by === 'emergency') throw new Error('An emergency that nobody has signed was about to be closed');
  const note = `Closed under standard change ${basis.standard.row.number}; decided once for all alike.`;
  const open = await openRound(tx, actor.orgId, change.id);
  if (open) throw new Error('A standard change under way had a round open');
  const { number: policyNumber } = await numberedPolicy(tx, actor.orgId);
  const wish = { changeId: change.id, purpose: 'decision', option: 'as_proposed', note, policyNumber } as const;
  const round = await newRound(tx, actor, wish);
  return { round, end: () => endRound(tx, round, { status: 'withdrawn', reason: note }) };
}
