/** The cookies we set: how they are named, read and written. Values are ours: base64url or base32, never free text. */

/** Whether people come by https; then cookies are Secure and their names bind them to this host alone. */
const secure = (): boolean => (process.env.ORIGIN ?? '').trim().startsWith('https:');

/**
 * The name a cookie has here. The `__Host-` prefix makes browsers refuse one planted by a neighbouring subdomain, which
 * could otherwise choose the secret that our forms are checked against.
 */
export const cookieName = (name: string): string => (secure() ? `__Host-${name}` : name);

/** What every cookie of ours has in common. Lax: a link from an e-mail to a record must open it signed in. */
export const cookieAttributes = () => ({ secure: secure(), sameSite: 'lax', path: '/', httpOnly: true }) as const;

/** A cookie's value, or null when it is missing or does not look like one of ours. */
export function readCookie(request: Request, name: string): string | null {
  const wanted = cookieName(name);
  for (const pair of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2);
    if (key === wanted && /^[A-Za-z0-9_-]{10,100}$/.test(value)) return value;
  }
  return null;
}

/** The Set-Cookie value; without `maxAgeSeconds` the cookie ends with the browser. */
export const writeCookie = (name: string, value: string, maxAgeSeconds?: number): string =>
  [
    `${cookieName(name)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`]),
    ...(secure() ? ['Secure'] : []),
  ].join('; ');
