/** People with second factors, for tests. */
import { sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { authDb } from '../../../db/client.server';
import type { Actor } from '../actor';
import { setChallenge } from '../challenges.server';
import { creationFor, keepPasskey } from '../passkeys.server';
import { confirmTotp, startTotp, waitingTotp } from '../totp.server';
import { type Conduct, SoftAuthenticator } from './authenticator';

export const ORIGIN = 'http://localhost:3000';
export const PARTY = { id: 'localhost', origin: ORIGIN };

/** A moment that is near to now, and not so near to the end of a time step that a code changes within a test. */
export const earlyInStep = (): Date => new Date(Math.floor(Date.now() / 30_000) * 30_000 + 1000);

/** An app in use, enrolled with the code of the step before now, so that the present one is still good. */
export interface TestApp {
  /** The code `steps` away from now. */
  code(steps?: number): string;
}

/** The app into which this secret was typed. */
export function appWith(secret: string): TestApp {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) });
  return { code: (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 }) };
}

/** Gives the person an authenticator app. */
export async function givenApp({ userId, email }: Actor): Promise<TestApp> {
  await authDb().transaction((tx) => startTotp(tx, userId));
  const app = appWith((await waitingTotp(userId, email))?.text ?? '');
  const confirmed = await authDb().transaction((tx) => confirmTotp(tx, userId, app.code(-1)));
  if (!confirmed) throw new Error('the first code was refused');
  return app;
}

/** Makes every wait that has begun a long one, so that a slow machine does not sit it out. */
export const stretchWaits = () =>
  authDb().execute(sql`update sign_in_throttle set blocked_until = now() + interval '1 minute'
    where blocked_until > now() - interval '1 minute'`);

/** Gives the person a passkey. */
export async function givenPasskey(person: Actor, name = 'Telephone', conduct?: Conduct): Promise<SoftAuthenticator> {
  const authenticator = new SoftAuthenticator(conduct);
  const { userId, email, name: displayed } = person;
  const { challenge } = await authDb().transaction((tx) => setChallenge(tx, { userId, purpose: 'enrol' }));
  const options = await creationFor({ userId, email, name: displayed, challenge }, PARTY);
  const answer = JSON.stringify(authenticator.make(options));
  const kept = await authDb().transaction((tx) => keepPasskey(tx, { userId, name, answer, challenge }, PARTY));
  if (!kept) throw new Error('the passkey was refused');
  return authenticator;
}
