/** Ceilings on requests from one network address. Guessing passwords is slowed down per account by app/guard. */
import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { refuse } from './plain-page';
import type { Settings } from './settings';

/** Each attempt costs a password hash (tens of milliseconds of a core), whoever it is for. */
const SIGN_INS_PER_MINUTE = 120;
const SIGN_IN = /^\/+(sign-in|account\/password|reply)(\.data)?(\/|$)/i;

const LOOPBACK = /^(::1|(::ffff:)?127\.)/;

const limiter = (limit: number, skip: (request: Request) => boolean): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip,
    // A header that we do not trust is ignored, not an error worth a line on every start.
    validate: { xForwardedForHeader: false },
    handler: (_request, response) =>
      refuse(response, 429, 'Too many requests came from your network within a minute. Wait a minute and try again.'),
  });

/**
 * The general ceiling, which does not count this machine itself, and the lower one for sign-in, which does.
 * `RATE_LIMIT=0` switches both off (measurements).
 */
export function requestLimits({ requestsPerMinute }: Settings): RequestHandler[] {
  if (requestsPerMinute === 0) return [];
  return [
    limiter(requestsPerMinute, ({ ip }) => LOOPBACK.test(ip ?? '')),
    limiter(SIGN_INS_PER_MINUTE, ({ method, path }) => method !== 'POST' || !SIGN_IN.test(path)),
  ];
}
