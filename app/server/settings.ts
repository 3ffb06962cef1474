/** What the environment says about serving, checked once at the start. */
import { CannotStart } from '../../db/cannot-start';
import { readMailSettings } from '../features/mail/mail-settings.server';

export interface Settings {
  /** 0 lets the system choose a free port. */
  port: number;
  host: string;
  /** Where people reach the server, when that is not http://HOST:PORT (behind a proxy). */
  origin: URL | undefined;
  /** Express's "trust proxy": how many proxies stand before us, or which addresses they have. */
  trustProxy: number | string | false;
  /** Lets a collector read /metrics from another machine. */
  metricsToken: string | undefined;
  /** Requests a minute that one network address may make; 0 for no limit. */
  requestsPerMinute: number;
  /** Whether jobs are worked off in this process; otherwise `changemark worker` does. */
  workers: boolean;
}

function whole(env: NodeJS.ProcessEnv, name: string, otherwise: number, largest: number): number {
  const given = env[name]?.trim();
  if (!given) return otherwise;
  if (/^\d{1,7}$/.test(given) && Number(given) <= largest) return Number(given);
  throw new CannotStart(`${name}="${given}" is not a whole number between 0 and ${largest}.`);
}

function originOf(env: NodeJS.ProcessEnv): URL | undefined {
  const given = env.ORIGIN?.trim();
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url;
  throw new CannotStart(`ORIGIN="${given}" is not an address such as https://changemark.example.org (without a path).`);
}

/**
 * Reads PORT, HOST, ORIGIN, TRUST_PROXY, METRICS_TOKEN, RATE_LIMIT and WORKERS, and checks SMTP_URL and MAIL_FROM. Throws
 * `CannotStart`.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const proxy = env.TRUST_PROXY?.trim();
  // A server that cannot send should say so when it starts, not with the first letter.
  readMailSettings(env);
  return {
    port: whole(env, 'PORT', 3000, 65_535),
    host: env.HOST?.trim() || '127.0.0.1',
    origin: originOf(env),
    trustProxy:
      !proxy || proxy === 'false' ? false : proxy === 'true' ? 1 : /^\d+$/.test(proxy) ? Number(proxy) : proxy,
    metricsToken: env.METRICS_TOKEN || undefined,
    requestsPerMinute: whole(env, 'RATE_LIMIT', 6000, 1_000_000),
    workers: whole(env, 'WORKERS', 1, 1) === 1,
  };
}
