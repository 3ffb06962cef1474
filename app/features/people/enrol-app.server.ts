/** Taking an authenticator app into use: a secret that waits, and the first right code, which is its test. */
import { authDb, inOrganisationAsAuthority } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { confirmIdentity, type Proof } from '../../guard/step-up.server';
import { returnAttempt, secondStepFuse, takeAttempt } from '../../guard/throttle.server';
import { confirmTotp, startTotp, waitingTotp } from '../../guard/totp.server';
import { type Enrolled, type FactorRefusal, factorBinds, recordEnrolment } from './factor-acts.server';
import { qrPath } from './qr-path.server';

export interface WaitingApp {
  /** Base32 in groups of four, for typing. */
  secret: string;
  /** The same as a picture: its size in modules, and the dark ones as an SVG path. */
  qr: { size: number; path: string };
}

/** Makes the secret, once the person has proved who they are. */
export async function startApp(actor: Actor, proof: Proof): Promise<{ ok: true } | FactorRefusal> {
  const confirmed = await confirmIdentity(actor, proof, factorBinds(actor, 'app'), 'factors');
  if (!confirmed.ok) return confirmed;
  const started = await authDb().transaction((tx) => startTotp(tx, actor.userId));
  if (started) return { ok: true };
  return { ok: false, errors: { '': ['An authenticator app is in use already. Remove it first.'] } };
}

/** The secret that waits for its first code, or null. */
export async function waitingApp(actor: Actor): Promise<WaitingApp | null> {
  const waiting = await waitingTotp(actor.userId, actor.email);
  return waiting && { secret: waiting.text.replace(/.{4}(?=.)/g, '$& '), qr: qrPath(waiting.uri) };
}

/** Takes the app into use when its code is right. */
export async function confirmApp(actor: Actor, request: Request, code: string): Promise<Enrolled | FactorRefusal> {
  const fuse = secondStepFuse(actor.userId, 'enrolment');
  const { wait } = await authDb().transaction((tx) => takeAttempt(tx, fuse));
  if (wait > 0) return { ok: false, errors: { code: [`Too many attempts. Try again in ${wait} seconds.`] } };
  return inOrganisationAsAuthority(actor, async (tx) => {
    if (!(await confirmTotp(tx, actor.userId, code.replace(/[\s-]/g, '')))) {
      const message = 'This code is not right. Use the one the app shows now, and check the clock of the telephone.';
      return { ok: false, errors: { code: [message] } };
    }
    await returnAttempt(tx, fuse);
    return recordEnrolment(tx, actor, request, { factor: 'authenticator app' });
  });
}
