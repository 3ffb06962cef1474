/** A signature on a change whose round ended at once: for tests that only walk pages. */
import { inOrganisation } from '../../../db/client.server';
import { lockChange } from '../../features/changes/change-row.server';
import { buildSnapshot, keepSnapshot } from '../../features/sign-off/build-snapshot.server';
import { endRound, newRound } from '../../features/sign-off/rounds.server';
import { writeSignature } from '../../features/sign-off/write-signature.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { record } from '../append.server';

/** @returns its id */
export const signedOnce = (author: Actor, changeId: string): Promise<string> =>
  inOrganisation(author, async (tx) => {
    const change = await lockChange(tx, author.orgId, changeId);
    if (!change) throw new Error('no such change');
    const round = await newRound(tx, author, {
      ...{ changeId, purpose: 'decision', option: 'as_proposed', note: '', policyNumber: 0 },
    });
    const snapshot = await keepSnapshot(tx, author, changeId, await buildSnapshot(tx, author, change));
    const { row, event } = await writeSignature(tx, author, {
      ...{ change, round, snapshot, slot: 'author', meaning: 'author', exception: null, reason: 'The facts are mine' },
      ...{ conditions: [], method: 'password', way: { role: 'engineer', delegation: null } },
      shown: { opened: [], lastSeen: null, differences: [], confirmed: [] },
    });
    await endRound(tx, round, { status: 'withdrawn', reason: 'only a test' });
    await record(tx, auditActor(author), event);
    return row.id;
  });
