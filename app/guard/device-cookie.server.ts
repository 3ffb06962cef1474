/** Marks a browser that has signed in before; see throttle.server.ts for what that is good for. */
import { readCookie, writeCookie } from './cookie.server';

const NAME = 'changemark_device';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Value of the cookie in a request, or null. */
export const deviceOf = (request: Request): string | null => readCookie(request, NAME);

/** The Set-Cookie value. */
export const deviceCookie = (value: string): string => writeCookie(NAME, value, YEAR_SECONDS);
