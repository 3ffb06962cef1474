/** A standard change that stands on a change, without everybody signing first: for tests that only walk its pages. */
import { inOrganisation } from '../../../db/client.server';
import { standardChanges } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { lockChange } from '../changes/change-row.server';
import { endRound, newRound } from '../sign-off/rounds.server';
import { basisOf } from './basis-of.server';

/** Its round was withdrawn, so it is suspended. @returns its id */
export const standardOn = (actor: Actor, changeId: string): Promise<string> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) throw new Error('no such change');
    const round = await newRound(tx, actor, {
      ...{ changeId, purpose: 'decision', option: 'as_proposed', note: '', policyNumber: 0 },
    });
    await endRound(tx, round, { status: 'withdrawn', reason: 'only a test' });
    const { text, sha256 } = await basisOf(tx, actor, change);
    const [row] = await tx
      .insert(standardChanges)
      .values({
        ...{ orgId: actor.orgId, number: 1, title: 'Monthly roll-ups', modelId: change.modelId, kinds: change.kinds },
        ...{ actor: change.actor, changeId, roundId: round.id, basis: text, basisSha256: sha256 },
        ...{ validUntil: '2099-01-01', createdBy: actor.userId, createdByName: actor.name },
      })
      .returning({ id: standardChanges.id });
    if (!row) throw new Error('the standard change was not stored');
    return row.id;
  });
