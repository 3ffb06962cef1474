/** A browser as far as the server can tell: keeps cookies, sends the form token, follows nothing by itself. */
import { createRequestHandler } from '@remix-run/node';
import { csrfToken } from '../csrf.server';
import { testBuild } from './server-build';

const ORIGIN = 'http://localhost:3000';

type Handler = ReturnType<typeof createRequestHandler>;

const handlers = new Map<string, Promise<Handler>>();

/** Built once a test file and set of routes: loading every page takes a second. */
function handlerOf(files: RegExp | undefined): Promise<Handler> {
  const key = String(files);
  const made = handlers.get(key) ?? testBuild(files).then((build) => createRequestHandler(build, 'production'));
  handlers.set(key, made);
  return made;
}

export interface Answer {
  status: number;
  /** Where a redirect leads, else null. */
  location: string | null;
  text: string;
  headers: Headers;
  setCookies: string[];
}

export interface Browser {
  cookies: Map<string, string>;
  get(path: string): Promise<Answer>;
  /** Posts fields with the token of the present cookies; `csrf: null` leaves it out. */
  post(path: string, fields: Record<string, string | null>): Promise<Answer>;
  /** Anything else: another method, other headers, any body. */
  send(path: string, init: RequestInit): Promise<Answer>;
}

/**
 * A browser without cookies.
 * @param address its network address; @param routes which route files are there to be visited (all, when not given)
 */
export function newBrowser({ address = '192.0.2.1', routes }: { address?: string; routes?: RegExp } = {}): Browser {
  const cookies = new Map<string, string>();
  let requests = 0;

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const setCookies: string[] = [];
    const headers = new Headers(init.headers);
    headers.set('User-Agent', 'Mozilla/5.0 (X11; Linux) Test/1');
    headers.set('Host', new URL(ORIGIN).host);
    if (cookies.size > 0) headers.set('Cookie', cookieHeader());
    const handle = await handlerOf(routes);
    const response = await handle(new Request(new URL(path, ORIGIN), { ...init, headers, redirect: 'manual' }), {
      cspNonce: 'nonce',
      requestId: `${address}-${++requests}`,
      address,
      setCookie: (value) => setCookies.push(value),
    });
    setCookies.push(...response.headers.getSetCookie());
    setCookies.forEach(keep);
    const { status } = response;
    return {
      status,
      location: response.headers.get('Location'),
      text: await response.text(),
      headers: response.headers,
      setCookies,
    };
  }

  const keep = (cookie: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/max-age=0/i.test(cookie)) cookies.delete(name);
    else cookies.set(name, value);
  };
  const cookieHeader = () => Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ');
  const token = () => csrfToken(new Request(ORIGIN, { headers: { Cookie: cookieHeader() } }), keep);

  return {
    cookies,
    get: (path) => send(path, { method: 'GET' }),
    async post(path, fields) {
      const all: Record<string, string | null> = 'csrf' in fields ? fields : { csrf: token(), ...fields };
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(all)) if (value !== null) body.append(name, value);
      return send(path, { method: 'POST', body });
    },
    send,
  };
}
