/**
 * Fetches a feed from an https address that an administrator named: the only call this program makes to the outside by
 * itself, and none without that address. Bounded in time and size; never to the inside of our own network.
 */
import { type LookupAddress, lookup } from 'node:dns';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { LIMITS } from '../../../readers/reader';

export class NotFetched extends Error {}

const LONGEST_MS = 60_000;
const MOST_REDIRECTS = 3;

/** Hosts inside our own network that whoever runs the installation allowed by name. */
export const allowedInside = (setting = process.env.CHANGEMARK_FEEDS_INSIDE_HOSTS): Set<string> =>
  new Set(
    (setting ?? '')
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
  );

/** Whether an address belongs to the public internet: not this machine, not a private network, not multicast. */
export function isPublicAddress(address: string): boolean {
  try {
    const parsed = ipaddr.parse(address);
    const plain = 'isIPv4MappedAddress' in parsed && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
    return plain.range() === 'unicast';
  } catch {
    return false;
  }
}

/** Why an address cannot be named; null when it can. What it resolves to is looked at when it is fetched. */
export function addressProblem(text: string, inside = allowedInside()): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:') return 'Give the whole address, beginning with https://';
  if (url.username || url.password) return 'An address holds no name and password.';
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(host) && !isPublicAddress(host) && !inside.has(host)) {
    return 'This is an address inside your own network; whoever runs the installation allows it by name.';
  }
  return null;
}

/** Resolves a name to public addresses alone, and connects to exactly those: no second answer in between. */
const guardedLookup =
  (inside: Set<string>): LookupFunction =>
  (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, '');
      const usable = inside.has(host.toLowerCase()) ? found : found.filter(({ address }) => isPublicAddress(address));
      const [first] = usable;
      if (!first) return done(new NotFetched(`${host} is inside our own network.`), '');
      if (options.all) return done(null, usable);
      return done(null, first.address, first.family);
    });
  };

export interface Fetched {
  bytes: Buffer;
  /** Last part of the address that gave it. */
  name: string;
}

interface FetchOptions {
  inside?: Set<string>;
  /** Certificates of an authority of one's own, for tests. */
  ca?: string;
  longestMs?: number;
  largest?: number;
}

/** Fetches a file; throws NotFetched with the reason in words. */
export async function fetchAddress(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { inside = allowedInside(), longestMs = LONGEST_MS } = options;
  const signal = AbortSignal.timeout(longestMs);
  let url = new URL(address);
  const { host } = url;
  for (let turn = 0; turn <= MOST_REDIRECTS; turn += 1) {
    const problem = addressProblem(url.href, inside);
    if (problem) throw new NotFetched(problem);
    if (url.host !== host) throw new NotFetched(`It leads to another host, ${url.host}, and is not followed there.`);
    const answer = await once(url, signal, { ...options, inside });
    if ('bytes' in answer) return { bytes: answer.bytes, name: url.pathname.split('/').pop() || 'feed' };
    url = new URL(answer.to, url);
  }
  throw new NotFetched('It leads on and on.');
}

function once(url: URL, signal: AbortSignal, options: FetchOptions & { inside: Set<string> }) {
  const largest = options.largest ?? LIMITS.file;
  return new Promise<{ bytes: Buffer } | { to: string }>((resolve, reject) => {
    const fail = (message: string) => {
      outgoing.destroy();
      reject(new NotFetched(message));
    };
    const outgoing = request(
      url,
      {
        ...{ signal, lookup: guardedLookup(options.inside), agent: false, ...(options.ca ? { ca: options.ca } : {}) },
        headers: { 'User-Agent': 'Changemark', Accept: '*/*', 'Accept-Encoding': 'identity' },
      },
      (incoming) => {
        const { statusCode = 0, headers } = incoming;
        if (statusCode >= 300 && statusCode < 400 && headers.location) {
          incoming.destroy();
          return resolve({ to: headers.location });
        }
        if (statusCode !== 200) return fail(`The server answers with ${statusCode}.`);
        if (Number(headers['content-length'] ?? 0) > largest) return fail('The file is larger than any file may be.');
        const pieces: Buffer[] = [];
        let size = 0;
        incoming.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > largest) return fail('The file is larger than any file may be.');
          pieces.push(piece);
        });
        incoming.on('error', () => fail('The connection broke.'));
        incoming.on('end', () =>
          incoming.complete ? resolve({ bytes: Buffer.concat(pieces) }) : fail('The connection broke.'),
        );
      },
    );
    outgoing.on('error', (error) => {
      if (error instanceof NotFetched) return reject(error);
      reject(
        new NotFetched(signal.aborted ? 'It took too long.' : `It cannot be reached: ${error.message.slice(0, 200)}`),
      );
    });
    outgoing.end();
  });
}
