/** How the signed-in person can prove, on the page that is about to be signed, to be who they are. */
import type { Actor } from '../../guard/actor';
import { relyingParty } from '../../guard/relying-party.server';
import { secondFactorsOf } from '../../guard/second-factors.server';
import type { SigningWays } from './signing-ways';

/**
 * What a form that signs has to ask for; `ProofFields` shows it. Call it in the loader of the page with the form.
 * @param binds SHA-256 (hex) of what is signed, worked out by the caller; the action hands the same to
 *   `confirmIdentity`, worked out anew from what is then stored: an answer given to a page that has become old fails
 */
export async function signingWays(actor: Actor, binds: string): Promise<SigningWays> {
  const { appSince, passkeys } = await secondFactorsOf(actor.userId);
  const usable = passkeys.length > 0 && relyingParty(actor.origin) !== null;
  return { password: true, code: appSince !== null, passkey: usable ? { binds } : null };
}
