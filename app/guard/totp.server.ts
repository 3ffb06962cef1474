/** Codes of authenticator apps (TOTP, RFC 6238: SHA-1, six digits, 30 seconds, which is what every app speaks). */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { authDb, type Db, type Tx } from '../../db/client.server';
import { totpFactors } from '../../db/schema/index.server';
import { installationKey } from './secret.server';

const SECONDS = 30;
/** As long as the digest: RFC 4226, R6 recommends 160 bits. */
const SECRET_BYTES = 20;
/** Time to scan a picture and type a code. */
const ENROL_MINUTES = 30;

/** Locked to its person as well: a row copied to somebody else opens nothing. */
function lock(secret: Uint8Array, userId: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', installationKey('totp'), nonce).setAAD(Buffer.from(userId));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Null when the installation's secret is another one than it was: nobody's code is right then, and recovery codes are. */
function unlock(locked: Uint8Array, userId: string): Secret | null {
  const [nonce, tag, text] = [locked.subarray(0, 12), locked.subarray(12, 28), locked.subarray(28)];
  const decipher = createDecipheriv('aes-256-gcm', installationKey('totp'), nonce, { authTagLength: 16 })
    .setAAD(Buffer.from(userId))
    .setAuthTag(tag);
  try {
    const bytes = Buffer.concat([decipher.update(text), decipher.final()]);
    return new Secret({ buffer: new Uint8Array(bytes).buffer });
  } catch {
    return null;
  }
}

/**
 * The time step whose code this is: the present one, or one before or after it, for clocks that differ. Else null.
 * @param at milliseconds since 1970
 */
export function stepOf(secret: Secret, code: string, at: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const totp = new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: SECONDS });
  const away = totp.validate({ token: code, timestamp: at, window: 1 });
  return away === null ? null : Math.floor(at / 1000 / SECONDS) + away;
}

export interface NewSecret {
  /** Base32, for typing. */
  text: string;
  /** For the picture that the telephone scans. */
  uri: string;
}

const shown = (secret: Secret, label: string): NewSecret => ({
  text: secret.base32,
  uri: new TOTP({ secret, issuer: 'Changemark', label, algorithm: 'SHA1', digits: 6, period: SECONDS }).toString(),
});

/** Makes a secret that waits for its first right code; one that waited before is replaced. False: an app is in use. */
export async function startTotp(tx: Tx, userId: string): Promise<boolean> {
  const fresh = { locked: lock(randomBytes(SECRET_BYTES), userId), createdAt: new Date(), lastStep: 0 };
  const started = await tx
    .insert(totpFactors)
    .values({ userId, ...fresh })
    .onConflictDoUpdate({ target: totpFactors.userId, set: fresh, setWhere: isNull(totpFactors.confirmedAt) })
    .returning({ userId: totpFactors.userId });
  return started.length > 0;
}

const waits = (userId: string) =>
  and(
    eq(totpFactors.userId, userId),
    isNull(totpFactors.confirmedAt),
    gt(totpFactors.createdAt, new Date(Date.now() - ENROL_MINUTES * 60_000)),
  );

/** The secret that waits for its first code, or null. `label` is what the app calls it: the e-mail address. */
export async function waitingTotp(userId: string, label: string): Promise<NewSecret | null> {
  const [row] = await authDb().select().from(totpFactors).where(waits(userId));
  const secret = row && unlock(row.locked, userId);
  return secret ? shown(secret, label) : null;
}

/** Takes the app into use when the code is right. */
export async function confirmTotp(tx: Tx, userId: string, code: string): Promise<boolean> {
  const [row] = await tx.select().from(totpFactors).where(waits(userId)).for('update');
  const secret = row && unlock(row.locked, userId);
  const step = secret ? stepOf(secret, code, Date.now()) : null;
  if (step === null) return false;
  await tx.update(totpFactors).set({ confirmedAt: new Date(), lastStep: step }).where(eq(totpFactors.userId, userId));
  return true;
}

/** What became of a code: a right one is good once, and so is everything before it. */
export async function takeTotpCode(userId: string, code: string): Promise<'right' | 'used' | 'wrong'> {
  const own = and(eq(totpFactors.userId, userId), isNotNull(totpFactors.confirmedAt));
  const [row] = await authDb().select().from(totpFactors).where(own);
  const secret = row && unlock(row.locked, userId);
  const step = secret ? stepOf(secret, code, Date.now()) : null;
  if (step === null) return 'wrong';
  const taken = await authDb()
    .update(totpFactors)
    .set({ lastStep: step })
    .where(and(own, lt(totpFactors.lastStep, step)))
    .returning({ userId: totpFactors.userId });
  return taken.length > 0 ? 'right' : 'used';
}

/** Since when an app is in use; null: none is. */
export async function totpSince(userId: string, db: Db | Tx = authDb()): Promise<Date | null> {
  const [row] = await db
    .select({ at: totpFactors.confirmedAt })
    .from(totpFactors)
    .where(eq(totpFactors.userId, userId));
  return row?.at ?? null;
}

/** Takes the app away; false when none was in use. */
export async function removeTotp(tx: Tx, userId: string): Promise<boolean> {
  const gone = await tx
    .delete(totpFactors)
    .where(eq(totpFactors.userId, userId))
    .returning({ at: totpFactors.confirmedAt });
  return gone.some(({ at }) => at !== null);
}
