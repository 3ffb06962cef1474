/** Ceilings on requests from one network address. Guessing passwords is slowed down per account by app/guard. */
import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { refuse } from './plain-page';
import type { Settings } from './settings';

/** Each attempt costs a password hash (tens of milliseconds of a core), whoever it is for. */
const SIGN_INS_PER_MINUTE = 120;
const SIGN_IN = /^\/+(sign-in|account\/password)(\.data)?(\/|$)/i;

/**
 * Tokens of reply links that open nothing, a minute: from one network, and from all of them together. A token has 256
 * bits, so this is not what keeps anybody from guessing one; it keeps guessing from costing us anything. Those that open
 * do not count: ten people behind one hospital's proxy, or a scanner that looks at every link, are no attack.
 */
const WRONG_TOKENS_PER_NETWORK = 30;
const WRONG_TOKENS = 600;
/** Addresses of the form /reply/TOKEN; the pages behind it have names of their own. */
const TOKEN = /^\/+reply\/(?!(files|review|receipt|acknowledge)(\.data)?(\/|$))[^/.]+(\.data)?\/*$/i;

const LOOPBACK = /^(::1|(::ffff:)?127\.)/;

const limiter = (
  limit: number,
  skip: (request: Request) => boolean,
  more: { skipSuccessfulRequests?: boolean; keyGenerator?: () => string } = {},
): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit,
    ...more,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip,
    // A header that we do not trust is ignored, not an error worth a line on every start.
    validate: { xForwardedForHeader: false },
    handler: (_request, response) =>
      refuse(response, 429, 'Too many requests came from your network within a minute. Wait a minute and try again.'),
  });

/**
 * The general ceiling, which does not count this machine itself, and the lower ones for sign-in and for reply links,
 * which do. `RATE_LIMIT=0` switches all off (measurements).
 */
export function requestLimits({ requestsPerMinute }: Settings): RequestHandler[] {
  if (requestsPerMinute === 0) return [];
  return [
    limiter(requestsPerMinute, ({ ip }) => LOOPBACK.test(ip ?? '')),
    limiter(SIGN_INS_PER_MINUTE, ({ method, path }) => method !== 'POST' || !SIGN_IN.test(path)),
    limiter(WRONG_TOKENS_PER_NETWORK, ({ path }) => !TOKEN.test(path), { skipSuccessfulRequests: true }),
    limiter(WRONG_TOKENS, ({ path }) => !TOKEN.test(path), {
      skipSuccessfulRequests: true,
      keyGenerator: () => 'everybody',
    }),
  ];
}
