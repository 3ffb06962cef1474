/** Browsers that people have signed in from before. */
import { createHash, randomBytes } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import { authDb, type Tx } from '../../db/client.server';
import { knownDevices } from '../../db/schema/index.server';

/** A browser is known to each person by an id of its own, so a shared ward computer keeps all who use it. */
const idOf = (value: string, userId: string) => createHash('sha256').update(`${value}\0${userId}`).digest('hex');

/** Whether this person has signed in from the browser with this cookie value. */
export async function isKnownDevice(value: string, userId: string): Promise<boolean> {
  const rows = await authDb()
    .select({ userId: knownDevices.userId })
    .from(knownDevices)
    .where(eq(knownDevices.id, idOf(value, userId)));
  return rows.length > 0;
}

/** Remembers the browser for this person; returns its cookie value, a new one when it has none. */
export async function rememberDevice(tx: Tx, value: string | null, userId: string): Promise<string> {
  const kept = value ?? randomBytes(24).toString('base64url');
  await tx
    .insert(knownDevices)
    .values({ id: idOf(kept, userId), userId })
    .onConflictDoUpdate({ target: knownDevices.id, set: { seenAt: sql`now()` } });
  return kept;
}

/** After a password change no browser is trusted until it signs in with the new one. */
export const forgetDevices = (tx: Tx, userId: string) => tx.delete(knownDevices).where(eq(knownDevices.userId, userId));

/** Forgets browsers whose cookie has run out. */
export const forgetOldDevices = (tx: Tx) =>
  tx.delete(knownDevices).where(lt(knownDevices.seenAt, sql`now() - interval '1 year'`));
