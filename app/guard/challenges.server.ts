/** Challenges: what a passkey has to answer, and the half-way mark of a sign-in. Each is good once and not for long. */
import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, lt, notInArray, sql } from 'drizzle-orm';
import { authDb, type Tx } from '../../db/client.server';
import { authChallenges } from '../../db/schema/index.server';

type Purpose = typeof authChallenges.$inferSelect.purpose;

/** A sign-in may mean looking for the telephone; a passkey is asked and answered at once. */
const MINUTES: Record<Purpose, number> = { enrol: 10, sign_in: 10, sign: 5 };

/** Of one person and purpose at a time; beyond it the oldest ends. */
const MOST = 20;

const idOf = (handle: string) => createHash('sha256').update(handle, 'utf8').digest('hex');

interface Asked {
  userId: string;
  purpose: Purpose;
  /** What the answer is good for; empty when that is the purpose itself. */
  binds?: string;
}

/** Sets a challenge. `handle` is for the browser alone: the table keeps its digest. */
export async function setChallenge(
  tx: Tx,
  { userId, purpose, binds = '' }: Asked,
): Promise<{ handle: string; challenge: string }> {
  const handle = randomBytes(24).toString('base64url');
  const challenge = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + MINUTES[purpose] * 60_000);
  await tx.insert(authChallenges).values({ id: idOf(handle), userId, purpose, challenge, binds, expiresAt });
  const ofPerson = and(eq(authChallenges.userId, userId), eq(authChallenges.purpose, purpose));
  const newest = tx
    .select({ id: authChallenges.id })
    .from(authChallenges)
    .where(ofPerson)
    .orderBy(desc(authChallenges.expiresAt))
    .limit(MOST);
  await tx.delete(authChallenges).where(and(ofPerson, notInArray(authChallenges.id, newest)));
  return { handle, challenge };
}

/**
 * The challenge, which is then used up, whether or not it was meant for this: an answer is tried once. Null when there
 * is none of this person, it has run out, or it is for something else. Of two at once, one gets it.
 */
export async function takeChallenge(handle: string, { userId, purpose, binds = '' }: Asked): Promise<string | null> {
  const [row] = await authDb()
    .delete(authChallenges)
    .where(and(eq(authChallenges.id, idOf(handle)), eq(authChallenges.userId, userId)))
    .returning();
  const meant = row && row.purpose === purpose && row.binds === binds && row.expiresAt > new Date();
  return meant ? row.challenge : null;
}

/** A sign-in that waits for its second step: whose it is, and what a passkey is asked. Stays as it is. */
export async function halfSignedIn(handle: string): Promise<{ userId: string; challenge: string } | null> {
  const [row] = await authDb()
    .select({ userId: authChallenges.userId, challenge: authChallenges.challenge })
    .from(authChallenges)
    .where(
      and(
        eq(authChallenges.id, idOf(handle)),
        eq(authChallenges.purpose, 'sign_in'),
        gt(authChallenges.expiresAt, new Date()),
      ),
    );
  return row ?? null;
}

/** Ends everything that waits for an answer of this person. */
export const forgetChallenges = (tx: Tx, userId: string) =>
  tx.delete(authChallenges).where(eq(authChallenges.userId, userId));

/** Forgets what has run out. */
export const forgetOldChallenges = (tx: Tx) =>
  tx.delete(authChallenges).where(lt(authChallenges.expiresAt, sql`now()`));
