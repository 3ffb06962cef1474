/** Refuses requests that nothing behind could make sense of, with a page that says what is wrong. */
import type { Request, RequestHandler } from 'express';
import { refuse } from './plain-page';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Longer than any address we hand out, search and filters included. */
const LONGEST_URL = 8000;
/** Largest body of a form, in bytes: several fields of 100,000 characters of any script. */
const LARGEST_BODY = 8 * 1024 * 1024;
/** How much of a refused body is read at most, in bytes. */
const DRAINED = 64 * 1024 * 1024;

function decodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const hostParses = (host: string) => URL.canParse(`http://${host}/`) && !/[\s/\\@?#]/.test(host);

/** What is wrong with the address, as status and sentence; undefined when nothing is. */
export function faultOf(method: string, url: string, host: string | undefined): [number, string] | undefined {
  if (!METHODS.has(method)) return [405, `The method ${method} is not used here.`];
  if (url.length > LONGEST_URL) return [414, `The address is longer than ${LONGEST_URL} characters.`];
  if (!url.startsWith('/')) return [400, 'The address has to begin with a slash.'];
  if (host === undefined || !hostParses(host)) return [400, 'The Host header does not name a host.'];
  const [path = ''] = url.split('?', 1);
  if (!decodable(path)) return [400, 'The address holds a "%" that does not begin an encoded UTF-8 character.'];
  // PostgreSQL cannot store the character zero, and no address of ours holds it.
  if (/%00|\0/.test(url)) return [400, 'The address holds the character zero.'];
  if (!URL.canParse(`http://${host}${url}`)) return [400, 'The address cannot be read.'];
  return undefined;
}

/** Checks method, address and Host header. */
export const wellFormed: RequestHandler = (request, response, next) => {
  // Without a proxy of ours the header is anybody's guess, and Remix would build addresses from its port.
  if (!request.app.get('trust proxy')) delete request.headers['x-forwarded-host'];
  const fault = faultOf(request.method, request.originalUrl, request.get('X-Forwarded-Host') ?? request.headers.host);
  if (!fault) return next();
  if (fault[0] === 405) response.set('Allow', [...METHODS].join(', '));
  refuse(response, ...fault);
};

/** Reads and forgets what still arrives, so that the answer is not lost with a reset connection; not for ever. */
function drain(request: Request, done: () => void): void {
  let dropped = 0;
  request.on('data', (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > DRAINED) request.destroy();
  });
  request.once('end', done);
}

/** Refuses bodies that are too large, by the length they announce, and those that announce none: browsers always do. */
export const limitedBody: RequestHandler = (request, response, next) => {
  const megabytes = LARGEST_BODY / 1024 / 1024;
  const fault: [number, string] | undefined = request.headers['transfer-encoding']
    ? [411, 'A form has to say how long it is (Content-Length). Nothing was saved.']
    : Number(request.headers['content-length'] ?? 0) > LARGEST_BODY
      ? [413, `A form may be at most ${megabytes} MB large. Nothing was saved.`]
      : undefined;
  if (!fault) return next();
  response.set('Connection', 'close');
  drain(request, () => refuse(response, ...fault));
};
