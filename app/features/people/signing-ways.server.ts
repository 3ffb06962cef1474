/** How the signed-in person can prove, on the page that is about to be signed, to be who they are. */
import type { Actor } from '../../guard/actor';
import type { SigningWays } from './signing-ways';

/**
 * What a form that signs has to ask for. Call it in the loader of the page that shows the form.
 * @param binds SHA-256 (hex) of what is signed, the same that the action hands to `confirmIdentity`
 */
export async function signingWays(actor: Actor, binds: string): Promise<SigningWays> {
  void actor;
  void binds;
  return { password: true, code: false, passkey: null };
}
