/** Recovery codes: each opens the door once, on the day the telephone is lost. */
import { createHash, randomBytes } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import { authDb, type Db, type Tx } from '../../db/client.server';
import { recoveryCodes } from '../../db/schema/index.server';

const HOW_MANY = 10;
/** No letters or digits that are taken for each other. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789x';
/** Nearly 120 bits of chance: from 112 bits on a plain digest is enough to store (OWASP ASVS 5.0, 6.5.2). */
const LENGTH = 24;

const digestOf = (code: string) => createHash('sha256').update(code, 'utf8').digest('hex');

/** As it was made, whatever spaces and hyphens were typed. */
const plain = (typed: string) => typed.toLowerCase().replace(/[\s-]/g, '');

const invent = () => Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');

/** Ten new codes, in groups of six signs, to be shown once; those before are good no longer. */
export async function makeRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, invent);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeSha256: digestOf(code) })));
  return codes.map((code) => code.replace(/.{6}(?=.)/g, '$&-'));
}

/** The first codes, together with the first factor. Null when there are some. */
export const firstRecoveryCodes = async (tx: Tx, userId: string): Promise<string[] | null> =>
  (await recoveryCodesLeft(userId, tx)) > 0 ? null : makeRecoveryCodes(tx, userId);

/** Uses a code up; false when it is none, or was used. */
export async function takeRecoveryCode(userId: string, typed: string): Promise<boolean> {
  const code = plain(typed);
  if (code.length !== LENGTH) return false;
  const taken = await authDb()
    .update(recoveryCodes)
    .set({ usedAt: new Date() })
    .where(
      and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeSha256, digestOf(code)), isNull(recoveryCodes.usedAt)),
    )
    .returning({ userId: recoveryCodes.userId });
  return taken.length > 0;
}

/** How many codes are left to use. */
export async function recoveryCodesLeft(userId: string, db: Db | Tx = authDb()): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

/** Forgets all codes of a person. */
export const removeRecoveryCodes = (tx: Tx, userId: string) =>
  tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
