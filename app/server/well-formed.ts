/** Refuses requests that nothing behind could make sense of, with a page that says what is wrong. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { refuse } from './plain-page';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Longer than any address we hand out, search and filters included. */
const LONGEST_URL = 8000;
/** Largest body of a form, in bytes: several fields of 100,000 characters of any script. */
const LARGEST_BODY = 8 * 1024 * 1024;

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

function tooLarge(request: Request, response: Response): void {
  if (!response.headersSent) {
    response.set('Connection', 'close');
    refuse(response, 413, `A form may be at most ${LARGEST_BODY / 1024 / 1024} MB large. Nothing was saved.`);
  }
  request.unpipe();
  response.once('finish', () => request.destroy());
}

/** Refuses bodies beyond the limit, by what they announce or, when they announce nothing, by what arrives. */
export function limitedBody(request: Request, response: Response, next: NextFunction): void {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) {
    tooLarge(request, response);
    return;
  }
  if (request.headers['transfer-encoding']) {
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > LARGEST_BODY) tooLarge(request, response);
    });
  }
  next();
}
