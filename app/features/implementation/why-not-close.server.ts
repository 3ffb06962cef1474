/** What stands against closing a change, read inside the transaction that would close it. */
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import type { ChangeRow } from '../changes/change-row.server';
import { exceptionFor } from '../delegations/ways-to-sign.server';
import { dissentsOf, isUnanswered } from '../sign-off/dissent-rows.server';
import { liveSignatures } from '../sign-off/rounds.server';
import { today } from '../today';
import type { CloseInput } from './close-form';
import { closingRefusals } from './closing-gate';
import type { Comparison } from './comparison.server';
import { openConditions } from './conditions.server';
import type { Basis } from './decision-in-force.server';
import { hasImplemented, progressOf } from './unit-records.server';

/** Also which small-site exception it would rest on. */
export async function whyNotClose(
  tx: Tx,
  actor: Pick<Actor, 'orgId' | 'userId'>,
  of: { change: ChangeRow; basis: Basis; comparison: Comparison; input: Pick<CloseInput, 'outcome' | 'words'> },
): Promise<{ reasons: string[]; exception: { id: string; number: number } | null }> {
  const { change, basis, comparison, input } = of;
  const { orgId, userId } = actor;
  const isProposer = change.proposerId === userId;
  const live = basis.by === 'round' ? await liveSignatures(tx, orgId, [basis.round.id]) : [];
  const isAuthor = live.some(
    ({ slot, signerId, onBehalfOf }) => slot === 'author' && (signerId === userId || onBehalfOf === userId),
  );
  const exception =
    isProposer || isAuthor ? await exceptionFor(tx, orgId, userId, ['author', 'verifier'], today()) : null;
  const reasons = closingRefusals({
    ...{ outcome: input.outcome, words: input.words, isProposer, isAuthor, excepted: exception !== null },
    implemented: await hasImplemented(tx, orgId, change.id, userId),
    differences: comparison.differences.length,
    unrecorded: (await progressOf(tx, orgId, change.id)).unrecorded,
    conditions: (await openConditions(tx, orgId, change.id)).map(({ number }) => number),
    dissents: (await dissentsOf(tx, orgId, change.id)).filter(isUnanswered).map(({ number }) => number),
    emergencyRunning: basis.by === 'emergency',
  });
  return { reasons, exception };
}
