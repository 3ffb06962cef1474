/** What one of the actor's passkeys is asked at the moment it is used. */
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { authDb } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { setChallenge } from '../../guard/challenges.server';
import { requestFor } from '../../guard/passkeys.server';
import { relyingParty } from '../../guard/relying-party.server';

/** Null when the actor has no passkey that works here, or `binds` is no digest. The answer is good for `binds` only. */
export async function askPasskey(
  actor: Actor,
  binds: string,
): Promise<{ handle: string; options: PublicKeyCredentialRequestOptionsJSON } | null> {
  const party = relyingParty(actor.origin);
  if (!party || !/^[0-9a-f]{64}$/.test(binds)) return null;
  const { userId } = actor;
  const { handle, challenge } = await authDb().transaction((tx) =>
    setChallenge(tx, { userId, purpose: 'sign', binds }),
  );
  const options = await requestFor({ userId, challenge }, party);
  return options && { handle, options };
}
