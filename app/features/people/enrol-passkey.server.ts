/** Adding a passkey: what the browser is asked to make, and keeping what it made. */
import { authDb, inOrganisationAsAuthority } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { setChallenge, takeChallenge } from '../../guard/challenges.server';
import { creationFor, keepPasskey, listPasskeys, MOST_PASSKEYS } from '../../guard/passkeys.server';
import { relyingParty } from '../../guard/relying-party.server';
import { confirmIdentity, type Proof } from '../../guard/step-up.server';
import { storableText } from '../text-input';
import { type Enrolled, type FactorRefusal, factorBinds, recordEnrolment } from './factor-acts.server';

export interface PasskeyToMake {
  ok: true;
  name: string;
  handle: string;
  /** What the browser makes it from, as JSON. */
  options: string;
}

const refused = (field: string, message: string): FactorRefusal => ({ ok: false, errors: { [field]: [message] } });

const named = (typed: string) => storableText(typed).trim().slice(0, 100);

/** Once the person has proved who they are: what the browser makes a passkey from. */
export async function startPasskey(actor: Actor, typed: string, proof: Proof): Promise<PasskeyToMake | FactorRefusal> {
  const party = relyingParty(actor.origin);
  if (!party) return refused('', 'Passkeys do not work at this address.');
  const name = named(typed);
  if (!name) return refused('name', 'Give it a name by which you tell it from others.');
  if ((await listPasskeys(actor.userId)).length >= MOST_PASSKEYS) {
    return refused('', `You have ${MOST_PASSKEYS} passkeys. Remove one that you do not use.`);
  }
  const confirmed = await confirmIdentity(actor, proof, factorBinds(actor, 'passkey'), 'factors');
  if (!confirmed.ok) return confirmed;
  const { userId, email, name: person } = actor;
  const { handle, challenge } = await authDb().transaction((tx) => setChallenge(tx, { userId, purpose: 'enrol' }));
  const options = await creationFor({ userId, email, name: person, challenge }, party);
  return { ok: true, name, handle, options: JSON.stringify(options) };
}

/** Keeps what the browser made, if it is an answer to what it was asked. */
export async function addPasskey(
  actor: Actor,
  request: Request,
  made: { name: string; handle: string; answer: string },
): Promise<Enrolled | FactorRefusal> {
  const { userId } = actor;
  const party = relyingParty(actor.origin);
  const name = named(made.name) || 'Passkey';
  const challenge = await takeChallenge(made.handle, { userId, purpose: 'enrol' });
  if (!party || !challenge) return refused('', 'This took too long, or was sent twice. Begin again.');
  return inOrganisationAsAuthority(actor, async (tx) => {
    const kept = await keepPasskey(tx, { userId, name, answer: made.answer, challenge }, party);
    if (!kept) return refused('', 'The passkey was not accepted: it must ask you (finger, face or PIN) each time.');
    return recordEnrolment(tx, actor, request, { factor: 'passkey', name });
  });
}
