/** For a person who lost telephone and recovery codes: an administrator takes the second factors away. */
import { inOrganisationAsAuthority } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { removeAllFactors, secondFactorsOf } from '../../guard/second-factors.server';
import { closeAllSessions } from '../../guard/session.server';
import { getPerson } from './get-person.server';
import { lockPerson } from './lock-person.server';
import { type Refusal, refusal } from './person-form';

/** What an administrator sees of a person's second factors. */
export interface FactorsOfPerson {
  app: boolean;
  passkeys: number;
}

/** Null when the organisation has no such person. */
export async function factorsOfPerson(actor: Actor, userId: string): Promise<FactorsOfPerson | null> {
  if (!(await getPerson(actor, userId))) return null;
  const { appSince, passkeys } = await secondFactorsOf(userId);
  return { app: appSince !== null, passkeys: passkeys.length };
}

/** Takes all of them away and ends the person's sessions. Null when the organisation has no such person. */
export const resetFactors = (actor: Actor, userId: string): Promise<{ ok: true } | Refusal | null> =>
  inOrganisationAsAuthority(actor, async (tx) => {
    const locked = await lockPerson(tx, actor, userId);
    if (!locked) return null;
    if (userId === actor.userId) return refusal('factors', 'Change your own second factors on your account page.');
    const taken = await removeAllFactors(tx, userId);
    if (taken.length === 0) return { ok: true };
    const sessionsEnded = await closeAllSessions(tx, userId);
    await record(tx, auditActor(actor), {
      action: 'factor.reset',
      object: { type: 'person', id: userId, ref: locked.person.email },
      detail: { taken, sessionsEnded },
    });
    return { ok: true };
  });
