/**
 * The cookie that a reply link is exchanged for. It names the link and ends soon; it says nothing about whether the link
 * still holds, which is asked of the database on every request.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { installationKey } from '../../guard/secret.server';

/** How long a browser may answer after it last asked for a page. What was saved outlives it. */
export const COOKIE_SECONDS = 4 * 60 * 60;

export interface LinkId {
  orgId: string;
  linkId: string;
}

const secure = (): boolean => (process.env.ORIGIN ?? '').trim().startsWith('https:');

/** `__Host-` would want the path "/", and staff pages have no business with this cookie. */
const cookieName = (): string => `${secure() ? '__Secure-' : ''}changemark_reply`;

const BODY = 16 + 16 + 8;
const uuidBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const uuidText = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const seal = (body: Buffer) => createHmac('sha256', installationKey('reply cookie')).update(body).digest();

const attributes = (age: number) =>
  ['Path=/reply', 'HttpOnly', 'SameSite=Strict', `Max-Age=${age}`, ...(secure() ? ['Secure'] : [])].join('; ');

/** Set-Cookie value that lets this browser answer behind one link, for a few hours. */
export function replyCookie({ orgId, linkId }: LinkId, now = Date.now()): string {
  const until = Buffer.alloc(8);
  until.writeBigUInt64BE(BigInt(now + COOKIE_SECONDS * 1000));
  const body = Buffer.concat([uuidBytes(orgId), uuidBytes(linkId), until]);
  const value = Buffer.concat([body, seal(body)]).toString('base64url');
  return `${cookieName()}=${value}; ${attributes(COOKIE_SECONDS)}`;
}

/** Set-Cookie value that ends it in this browser. */
export const endedReplyCookie = (): string => `${cookieName()}=; ${attributes(0)}`;

function cookieOf(request: Request): string | null {
  for (const pair of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2);
    if (key === cookieName() && /^[A-Za-z0-9_-]{96}$/.test(value)) return value;
  }
  return null;
}

/** Which link a request's cookie is for; null when there is none, it has run out, or it is not of our making. */
export function linkOfCookie(request: Request, now = Date.now()): LinkId | null {
  const value = cookieOf(request);
  if (!value) return null;
  const bytes = Buffer.from(value, 'base64url');
  const body = bytes.subarray(0, BODY);
  const given = bytes.subarray(BODY);
  const expected = seal(body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  if (Number(body.readBigUInt64BE(32)) < now) return null;
  return { orgId: uuidText(body.subarray(0, 16)), linkId: uuidText(body.subarray(16, 32)) };
}
