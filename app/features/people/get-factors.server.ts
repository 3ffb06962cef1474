/** The second factors of the signed-in person, for the account pages; and how many somebody else has. */

import type { Actor } from '../../guard/actor';
import { relyingParty } from '../../guard/relying-party.server';
import { type SecondFactors, secondFactorsOf } from '../../guard/second-factors.server';

export interface OwnFactors extends SecondFactors {
  /** Passkeys work at the address by which the person came. */
  passkeysWork: boolean;
}

/** The actor's own. */
export const getFactors = async (actor: Actor): Promise<OwnFactors> => ({
  ...(await secondFactorsOf(actor.userId)),
  passkeysWork: relyingParty(actor.origin) !== null,
});
