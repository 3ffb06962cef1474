/** Headers that tell browsers what our pages may do, and the refusal of posts from other sites. */
import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { log } from './log';
import { refuse } from './plain-page';
import type { Settings } from './settings';

/** A fresh nonce for the response's content security policy, in `response.locals.cspNonce`; and no devices for pages. */
export const withNonce: RequestHandler = (_request, response, next) => {
  response.locals.cspNonce = randomBytes(16).toString('base64');
  response.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  next();
};

const nonce = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.cspNonce}'`;

/**
 * Security headers. While developing, Vite adds styles and talks over a web socket, so both are let through there.
 */
export function securityHeaders({ origin }: Settings, dev: boolean): RequestHandler {
  const secure = origin?.protocol === 'https:';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", ...(dev ? ["'unsafe-inline'"] : [nonce])],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(dev ? ['ws:'] : [])],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Only where people come by https: on plain http a browser would lock itself out.
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  });
}

const OF_A_REPLY = /^\/+reply(\.data)?(\/|$)/i;

/** Pages of a reply are for one reader: their address is passed on to nobody, and no search engine keeps them. */
export const unlisted: RequestHandler = (request, response, next) => {
  if (OF_A_REPLY.test(request.path)) {
    response.set({ 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow, noarchive' });
  }
  next();
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether browser headers show that a request was made by a page of another site. Silent clients pass: they hold no cookie of ours by accident. */
export function isCrossSite(headers: { site?: string; origin?: string; hosts: (string | undefined)[] }): boolean {
  const { site, origin, hosts } = headers;
  if (site === 'same-origin' || site === 'none') return false;
  if (origin) return !URL.canParse(origin) || !hosts.includes(new URL(origin).host);
  return site !== undefined;
}

/** Refuses whatever changes something and comes from a page of another site. */
export function sameSiteOnly({ origin }: Settings): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method)) return next();
    const hosts = [origin?.host, request.get('host'), request.get('X-Forwarded-Host')];
    const site = request.get('Sec-Fetch-Site');
    const from = request.get('Origin');
    // Pages of a reply send no referrer, and browsers then write "null" for the origin of their forms; those too old to
    // say where a request comes from are told apart by the token in the form alone.
    const nameless = OF_A_REPLY.test(request.path) && from === 'null';
    if ((nameless && site === undefined) || !isCrossSite({ site, origin: from, hosts })) {
      // Remix would take "null" for the name of another site.
      if (nameless) delete request.headers.origin;
      return next();
    }
    log.warn({ requestId: response.locals.requestId, origin: request.get('Origin') }, 'cross-site request refused');
    refuse(
      response,
      403,
      'This was sent from a page of another site, so nothing was done. Open Changemark and try again there.',
    );
  };
}
