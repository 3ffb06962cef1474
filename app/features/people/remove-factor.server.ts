/** Taking one of one's own second factors away. */
import { inOrganisationAsAuthority } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { removePasskeys } from '../../guard/passkeys.server';
import { forgetCodesWithoutFactor, secondFactorsOf } from '../../guard/second-factors.server';
import { confirmIdentity, type Proof } from '../../guard/step-up.server';
import { removeTotp } from '../../guard/totp.server';
import { type FactorAct, type FactorRefusal, factorBinds, recordFactorChange } from './factor-acts.server';

export interface Removal {
  act: FactorAct;
  /** Id of the passkey; null: the app. */
  passkeyId: string | null;
  /** In words. */
  what: string;
  /** After it the password alone opens a session. */
  last: boolean;
}

/** What is meant by `passkey` (its id) or, when that is null, the app; null when the actor has no such thing. */
export async function removalOf(actor: Actor, passkeyId: string | null): Promise<Removal | null> {
  const { appSince, passkeys } = await secondFactorsOf(actor.userId);
  const last = passkeys.length + (appSince ? 1 : 0) === 1;
  if (passkeyId === null) return appSince && { act: 'remove-app', passkeyId, what: 'authenticator app', last };
  const found = passkeys.find(({ id }) => id === passkeyId);
  return found ? { act: `remove-passkey:${found.id}`, passkeyId, what: `passkey “${found.name}”`, last } : null;
}

/** Takes it away once the person has proved who they are. */
export async function removeFactor(
  actor: Actor,
  request: Request,
  { act, passkeyId, what }: Removal,
  proof: Proof,
): Promise<{ ok: true } | FactorRefusal> {
  const confirmed = await confirmIdentity(actor, proof, factorBinds(actor, act), 'factors');
  if (!confirmed.ok) return confirmed;
  return inOrganisationAsAuthority(actor, async (tx) => {
    const { userId } = actor;
    const gone =
      passkeyId === null ? await removeTotp(tx, userId) : (await removePasskeys(tx, userId, passkeyId)).length > 0;
    if (!gone) return { ok: true };
    const none = await forgetCodesWithoutFactor(tx, userId);
    await recordFactorChange(tx, actor, request, {
      action: 'factor.removed',
      detail: { factor: what, secondFactorLeft: !none },
    });
    return { ok: true };
  });
}
