/** Password hashing (argon2id, OWASP minimum parameters) and the rules a new password must meet. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { once } from '../../db/once';

/** 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** Encoded argon2id hash of a password; runs off the main thread. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), PARAMETERS);

/**
 * Whether the password matches. Without a stored hash the same work is done against a throw-away one, so that the
 * time taken does not tell whether an account exists.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const decoy = once('guard.decoy', () => hashPassword(randomBytes(16).toString('hex')));
  // Never cut to length: the beginning of a longer text is another password.
  const possible = stored !== null && password.length <= PASSWORD_MAX;
  const matches = await verify(possible ? stored : await decoy, password.slice(0, PASSWORD_MAX).normalize('NFKC'));
  return possible && matches;
}

/** A first password for somebody else, easy to read aloud: 20 characters in groups, 100 bits of chance. */
export function inventPassword(): string {
  // No letters or digits that are taken for each other.
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789x';
  const chosen = Array.from(randomBytes(20), (byte) => letters[byte % 32]).join('');
  return chosen.replace(/.{5}(?=.)/g, '$&-');
}

/** Why a new password is refused, in words, or null. Length over composition rules (NIST SP 800-63B, 3.1.1). */
export function passwordProblem(password: string, about: { email: string; name: string }): string | null {
  if (password.length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters.`;
  if (password.length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`;
  if (new Set(password).size < 5) return 'Use more different characters.';
  const lower = password.toLowerCase();
  const own = [about.email.split('@')[0] ?? '', ...about.name.split(/\s+/)].filter((part) => part.length > 3);
  if (own.some((part) => lower.includes(part.toLowerCase()))) return 'Leave your own name out of it.';
  if (/changemark|password|123456|qwerty/.test(lower)) return 'That is among the first guesses; choose another.';
  return null;
}
