/** What a person has besides the password, seen together. */
import type { Tx } from '../../db/client.server';
import { listPasskeys, type PasskeyRow, removePasskeys } from './passkeys.server';
import { recoveryCodesLeft, removeRecoveryCodes, takeRecoveryCode } from './recovery-codes.server';
import { removeTotp, takeTotpCode, totpSince } from './totp.server';

export interface SecondFactors {
  /** Since when an authenticator app is in use. */
  appSince: Date | null;
  passkeys: PasskeyRow[];
  /** They stand in for a factor; alone they are none. */
  recoveryCodesLeft: number;
}

/** The second factors of a person. */
export async function secondFactorsOf(userId: string): Promise<SecondFactors> {
  const [appSince, passkeys, left] = await Promise.all([
    totpSince(userId),
    listPasskeys(userId),
    recoveryCodesLeft(userId),
  ]);
  return { appSince, passkeys, recoveryCodesLeft: left };
}

/** Whether the password alone does not open a session. */
export const hasSecondFactor = ({ appSince, passkeys }: SecondFactors): boolean =>
  appSince !== null || passkeys.length > 0;

/** What a typed code turned out to be. Six digits are the app's, anything else is a recovery code. */
export type CodeTaken = 'app' | 'recovery' | 'used' | 'wrong';

/** Uses a code up, if it is one. */
export async function takeCode(userId: string, typed: string): Promise<CodeTaken> {
  const digits = typed.replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(digits)) {
    const became = await takeTotpCode(userId, digits);
    return became === 'right' ? 'app' : became;
  }
  return (await takeRecoveryCode(userId, typed)) ? 'recovery' : 'wrong';
}

/** Takes everything away. Returns what there was, in words. */
export async function removeAllFactors(tx: Tx, userId: string): Promise<string[]> {
  const app = await removeTotp(tx, userId);
  const names = await removePasskeys(tx, userId);
  await removeRecoveryCodes(tx, userId);
  return [...(app ? ['authenticator app'] : []), ...names.map((name) => `passkey "${name}"`)];
}

/** Without a factor there is nothing to recover: then the codes end too. Whether that was so. */
export async function forgetCodesWithoutFactor(tx: Tx, userId: string): Promise<boolean> {
  const left = (await totpSince(userId, tx)) !== null || (await listPasskeys(userId, tx)).length > 0;
  if (!left) await removeRecoveryCodes(tx, userId);
  return !left;
}
