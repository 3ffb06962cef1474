/** Passkeys (WebAuthn): a key that stays in the telephone, the computer or a security token, and asks its owner first. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { authDb, type Db, type Tx } from '../../db/client.server';
import { passkeys } from '../../db/schema/index.server';
import type { RelyingParty } from './relying-party.server';

/** Of one person. */
export const MOST_PASSKEYS = 20;

type Stored = typeof passkeys.$inferSelect;

/** A person's passkeys as they recognise them. */
export type PasskeyRow = Pick<Stored, 'id' | 'name' | 'backedUp' | 'createdAt' | 'lastUsedAt'>;

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

const ofPerson = (userId: string, db: Db | Tx = authDb()): Promise<Stored[]> =>
  db.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.createdAt));

/** Oldest first. */
export const listPasskeys = async (userId: string, db?: Db | Tx): Promise<PasskeyRow[]> =>
  (await ofPerson(userId, db)).map(({ id, name, backedUp, createdAt, lastUsedAt }) => ({
    ...{ id, name, backedUp, createdAt, lastUsedAt },
  }));

const known = (rows: Stored[]) => rows.map(({ id, transports }) => ({ id, transports }));

/** What the browser needs to ask one of the person's passkeys; null when there is none. */
export async function requestFor(
  { userId, challenge }: { userId: string; challenge: string },
  { id: rpID }: RelyingParty,
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const rows = await ofPerson(userId);
  if (rows.length === 0) return null;
  return generateAuthenticationOptions({
    rpID,
    challenge: bytes(challenge),
    allowCredentials: known(rows),
    userVerification: 'required',
  });
}

/** What the browser needs to make a new passkey; those the person has are named, so that none is made twice. */
export const creationFor = async (
  person: { userId: string; email: string; name: string; challenge: string },
  { id: rpID }: RelyingParty,
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: 'Changemark',
    rpID,
    userID: new Uint8Array(Buffer.from(person.userId.replaceAll('-', ''), 'hex')),
    userName: person.email,
    userDisplayName: person.name,
    challenge: bytes(person.challenge),
    attestationType: 'none',
    excludeCredentials: known(await ofPerson(person.userId)),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });

const Answer = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
});

/** The browser's answer, as far as its shape goes; the library looks at the rest and throws at what is wrong. */
function read<T>(answer: string): T | null {
  try {
    const parsed = Answer.safeParse(JSON.parse(answer));
    return parsed.success ? (parsed.data as T) : null;
  } catch {
    return null;
  }
}

/** What verifies, or null: the library throws for a wrong challenge, origin, counter or signature alike. */
const verified = async <T extends { verified: boolean }>(work: () => Promise<T>): Promise<T | null> => {
  const result = await work().catch(() => null);
  return result?.verified ? result : null;
};

/**
 * Whether a passkey of this person gave this answer to this challenge, at our own address, after asking its owner
 * (user verification). Its counter only ever goes up: a copy of the key shows itself by a lower one.
 */
export async function passkeyAnswers(
  userId: string,
  answer: string,
  challenge: string,
  { id: expectedRPID, origin: expectedOrigin }: RelyingParty,
): Promise<boolean> {
  const response = read<AuthenticationResponseJSON>(answer);
  const stored = response && (await ofPerson(userId)).find(({ id }) => id === response.id);
  if (!stored) return false;
  const { id, counter, publicKey } = stored;
  const result = await verified(() =>
    verifyAuthenticationResponse({
      ...{ response, expectedChallenge: challenge, expectedOrigin, expectedRPID, requireUserVerification: true },
      credential: { id, counter, publicKey: new Uint8Array(publicKey) },
    }),
  );
  if (!result) return false;
  const { newCounter } = result.authenticationInfo;
  const goesUp = newCounter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, newCounter);
  const used = await authDb()
    .update(passkeys)
    .set({ counter: newCounter, backedUp: result.authenticationInfo.credentialBackedUp, lastUsedAt: sql`now()` })
    .where(and(eq(passkeys.id, id), eq(passkeys.userId, userId), goesUp))
    .returning({ id: passkeys.id });
  return used.length > 0;
}

/** Checks the browser's answer to `creationFor`, which is the test of the new passkey, and keeps it. Null: refused. */
export async function keepPasskey(
  tx: Tx,
  { userId, name, answer, challenge }: { userId: string; name: string; answer: string; challenge: string },
  { id: expectedRPID, origin: expectedOrigin }: RelyingParty,
): Promise<{ id: string } | null> {
  const response = read<RegistrationResponseJSON>(answer);
  if (!response) return null;
  const result = await verified(() =>
    verifyRegistrationResponse({
      ...{ response, expectedChallenge: challenge, expectedOrigin, expectedRPID, requireUserVerification: true },
    }),
  );
  if (!result?.registrationInfo) return null;
  const { credential, credentialBackedUp: backedUp } = result.registrationInfo;
  const { id, counter, publicKey, transports = [] } = credential;
  const [row] = await tx
    .insert(passkeys)
    .values({ id, userId, name, counter, publicKey, transports: transports.slice(0, 10), backedUp })
    .onConflictDoNothing()
    .returning({ id: passkeys.id });
  return row ?? null;
}

/** Takes one away, or all when no `id` is given; returns their names. */
export async function removePasskeys(tx: Tx, userId: string, id?: string): Promise<string[]> {
  const which = and(eq(passkeys.userId, userId), id === undefined ? undefined : eq(passkeys.id, id));
  return (await tx.delete(passkeys).where(which).returning({ name: passkeys.name })).map(({ name }) => name);
}
