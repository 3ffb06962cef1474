/** Refuses requests that nothing behind could make sense of, with a page that says what is wrong. */
import type { Request, RequestHandler, Response } from 'express';
import { LARGEST_REPLY } from '../features/files/upload-limits';
import { plainPage, refuse } from './plain-page';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Longer than any address we hand out, search and filters included. */
const LONGEST_URL = 8000;
/** Largest body of a form, in bytes: several fields of 100,000 characters of any script. */
const LARGEST_BODY = 8 * 1024 * 1024;
/** Largest body where files are taken, with its fields and the lines between the parts. */
const LARGEST_UPLOAD = LARGEST_REPLY + 1024 * 1024;
/** Where files are taken. They are counted again while they arrive: what a header says of its length may be wrong. */
const UPLOADS = /^\/+(reply\/files|letters\/[0-9a-f-]{36}\/reply|changes\/[0-9a-f-]{36}\/files)(\.data)?\/*$/i;
/** How much of a refused body is read at most, in bytes, and for how long. */
const DRAINED = 64 * 1024 * 1024;
const DRAIN_MS = 10_000;

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

/**
 * Says no at once, then reads and forgets what still arrives, so that the answer is not lost with a reset connection;
 * but not for ever, and not gigabytes.
 */
function refuseAndDrain(request: Request, response: Response, status: number, sentence: string): void {
  const page = Buffer.from(plainPage(status, sentence));
  response.status(status).set({ 'Cache-Control': 'no-store', Connection: 'close' }).type('html');
  // The whole answer is on its way, and the connection stays open until the other side has had its say.
  response.set('Content-Length', String(page.length)).write(page);
  let dropped = 0;
  const giveUp = () => request.destroy();
  const late = setTimeout(giveUp, DRAIN_MS);
  request.on('data', (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > DRAINED) giveUp();
  });
  request.once('close', () => clearTimeout(late));
  request.once('end', () => response.end());
}

/**
 * Refuses bodies that are too large, by the length they announce, and those that announce none: browsers always do.
 * Where files are taken, a body may arrive without a length; it is counted there (app/features/files/spool.server.ts).
 */
export const limitedBody: RequestHandler = (request, response, next) => {
  const takesFiles = request.method === 'POST' && UPLOADS.test(request.path);
  const largest = takesFiles ? LARGEST_UPLOAD : LARGEST_BODY;
  const said = takesFiles
    ? `Files may be at most ${LARGEST_REPLY / 1024 / 1024} MB together. Nothing was saved.`
    : `A form may be at most ${LARGEST_BODY / 1024 / 1024} MB large. Nothing was saved.`;
  if (request.headers['transfer-encoding'] && !takesFiles) {
    return refuseAndDrain(
      request,
      response,
      411,
      'A form has to say how long it is (Content-Length). Nothing was saved.',
    );
  }
  if (Number(request.headers['content-length'] ?? 0) > largest) return refuseAndDrain(request, response, 413, said);
  next();
};
