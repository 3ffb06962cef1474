/** Marks a browser that has signed in before; see throttle.server.ts for what that is good for. */

const NAME = 'changemark_device';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Value of the cookie in a request, or null. */
export const deviceOf = (request: Request): string | null =>
  new RegExp(`(?:^|;\\s*)${NAME}=([A-Za-z0-9_-]{20,100})`).exec(request.headers.get('Cookie') ?? '')?.[1] ?? null;

/** The Set-Cookie value. */
export const deviceCookie = (value: string): string => {
  const secure = (process.env.ORIGIN ?? '').startsWith('https:') ? '; Secure' : '';
  return `${NAME}=${value}; Path=/sign-in; HttpOnly; SameSite=Lax; Max-Age=${YEAR_SECONDS}${secure}`;
};
