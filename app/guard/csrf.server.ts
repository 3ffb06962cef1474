/**
 * Cross-site request forgery: every form carries a token derived from a secret that other sites cannot read, beside the
 * Origin check of the server and the SameSite cookie (OWASP CSRF Prevention Cheat Sheet, synchroniser token).
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readCookie, writeCookie } from './cookie.server';
import { sessionCookieOf } from './session.server';

/** Holds the secret before anybody has signed in. */
const BEFORE_SIGN_IN = 'changemark_form';

const tokenOf = (secret: string) => createHash('sha256').update(`csrf\0${secret}`).digest('base64url');

const secretOf = (request: Request) => sessionCookieOf(request) ?? readCookie(request, BEFORE_SIGN_IN);

/** The token for the forms of this response; sets a cookie with a new secret when the browser has none yet. */
export function csrfToken(request: Request, setCookie: (value: string) => void): string {
  const secret = secretOf(request);
  if (secret) return tokenOf(secret);
  const fresh = randomBytes(24).toString('base64url');
  setCookie(writeCookie(BEFORE_SIGN_IN, fresh));
  return tokenOf(fresh);
}

/** Whether a posted form carries the token of the browser that posts it. */
export function csrfTokenHolds(request: Request, form: FormData): boolean {
  const secret = secretOf(request);
  const given = form.get('csrf');
  if (!secret || typeof given !== 'string') return false;
  const expected = Buffer.from(tokenOf(secret));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
