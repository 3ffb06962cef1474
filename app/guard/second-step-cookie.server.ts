/** Marks a browser whose password was right and whose second step is awaited; see challenges.server.ts. */
import { readCookie, writeCookie } from './cookie.server';

const NAME = 'changemark_second';
const TEN_MINUTES = 10 * 60;

/** The handle in a request, or null. */
export const secondStepOf = (request: Request): string | null => readCookie(request, NAME);

/** The Set-Cookie value. */
export const secondStepCookie = (handle: string): string => writeCookie(NAME, handle, TEN_MINUTES);

/** The Set-Cookie value that takes it away. */
export const noSecondStepCookie = (): string => writeCookie(NAME, '', 0);
