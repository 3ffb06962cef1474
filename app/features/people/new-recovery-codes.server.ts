/** New recovery codes, shown once. */
import { inOrganisationAsAuthority } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { makeRecoveryCodes } from '../../guard/recovery-codes.server';
import { hasSecondFactor, secondFactorsOf } from '../../guard/second-factors.server';
import { confirmIdentity, type Proof } from '../../guard/step-up.server';
import { type FactorRefusal, factorBinds } from './factor-acts.server';

/** Makes ten, once the person has proved who they are; those before are good no longer. */
export async function newRecoveryCodes(
  actor: Actor,
  proof: Proof,
): Promise<{ ok: true; codes: string[] } | FactorRefusal> {
  if (!hasSecondFactor(await secondFactorsOf(actor.userId))) {
    return { ok: false, errors: { '': ['Add an authenticator app or a passkey first: there is nothing to recover.'] } };
  }
  const confirmed = await confirmIdentity(actor, proof, factorBinds(actor, 'codes'), 'factors');
  if (!confirmed.ok) return confirmed;
  return inOrganisationAsAuthority(actor, async (tx) => {
    const codes = await makeRecoveryCodes(tx, actor.userId);
    await record(tx, auditActor(actor), {
      action: 'factor.recovery_codes',
      object: { type: 'person', id: actor.userId, ref: actor.email },
      detail: { made: codes.length },
    });
    return { ok: true, codes };
  });
}
