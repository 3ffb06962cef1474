/** Where the database is and as whom each part of the application connects to it. */
import { join } from 'node:path';
import type { Options } from 'postgres';
import { CannotStart } from './cannot-start';

/** Options for `postgres(...)` of postgres.js. */
export type ConnectionOptions = Options<Record<string, never>>;

export interface DatabaseConnections {
  /** Migrations, seeds, maintenance: owns the schema. Never used while answering a request. */
  owner: ConnectionOptions;
  /** Every request: cannot pass row-level security. */
  app: ConnectionOptions;
  /** Sessions and credentials only. */
  auth: ConnectionOptions;
}

/** The roles the application works as, created by the embedded server or by `ensureRoles` on your own. */
export const APP_ROLE = 'changemark_app';
export const AUTH_ROLE = 'changemark_auth';

// A database that was away for a moment is asked again within half a second, not after a growing pause of up to twenty.
const RETURN = { backoff: (tries: number) => Math.min(0.5, 0.02 * 2 ** tries), connect_timeout: 10 };

/** Connections to the embedded server whose socket lies in `socketDir`. */
export function embeddedConnections(socketDir: string, database = 'changemark'): DatabaseConnections {
  const as = (username: string): ConnectionOptions => ({
    ...RETURN,
    path: join(socketDir, '.s.PGSQL.5432'),
    database,
    username,
  });
  return { owner: as('changemark_owner'), app: as(APP_ROLE), auth: as(AUTH_ROLE) };
}

const LOCAL_HOSTS = new Set(['', 'localhost', '127.0.0.1', '[::1]']);

function fromUrl(variable: string, url: string, role?: string): ConnectionOptions {
  let parts: URL;
  try {
    parts = new URL(url);
  } catch {
    throw new CannotStart(`${variable} is not a URL. Expected postgres://user:password@host:5432/database`);
  }
  if (!/^postgres(ql)?:$/.test(parts.protocol)) {
    throw new CannotStart(
      `${variable} begins with "${parts.protocol}". Expected postgres://user:password@host:5432/database`,
    );
  }
  const socket = parts.searchParams.get('host');
  const mode = parts.searchParams.get('sslmode');
  const port = Number(parts.port || parts.searchParams.get('port') || 5432);
  // Off this machine the connection is encrypted unless the URL says otherwise in so many words.
  const away = !socket && !LOCAL_HOSTS.has(parts.hostname);
  const ssl = mode === 'disable' ? false : mode === 'verify-full' ? 'verify-full' : mode || away ? 'require' : false;
  return {
    ...RETURN,
    ...(socket?.startsWith('/')
      ? { path: join(socket, `.s.PGSQL.${port}`) }
      : { host: parts.hostname || 'localhost', port }),
    database: decodeURIComponent(parts.pathname.slice(1)) || 'changemark',
    username: decodeURIComponent(parts.username) || undefined,
    password: decodeURIComponent(parts.password) || undefined,
    ssl,
    // "role" is set by the server as the session begins, so a reset returns to it and not to the owner.
    ...(role ? { connection: { options: `-c role=${role}` } as ConnectionOptions['connection'] } : {}),
  };
}

/**
 * The three ways into the database of this process: your own PostgreSQL (`DATABASE_URL`, with `DATABASE_APP_URL` and
 * `DATABASE_AUTH_URL` for logins of their own), or the embedded one, which `openDatabase` has announced in
 * `CHANGEMARK_SOCKET`. Throws when neither is there: nothing was opened.
 */
export function databaseConnections(env: NodeJS.ProcessEnv = process.env): DatabaseConnections {
  if (env.CHANGEMARK_SOCKET) return embeddedConnections(env.CHANGEMARK_SOCKET, env.CHANGEMARK_DATABASE);
  if (!env.DATABASE_URL) {
    throw new CannotStart('No database is open. Call openDatabase() first, or set DATABASE_URL.');
  }
  const { DATABASE_URL: url, DATABASE_APP_URL: app, DATABASE_AUTH_URL: auth } = env;
  return {
    owner: fromUrl('DATABASE_URL', url),
    app: app ? fromUrl('DATABASE_APP_URL', app) : fromUrl('DATABASE_URL', url, APP_ROLE),
    auth: auth ? fromUrl('DATABASE_AUTH_URL', auth) : fromUrl('DATABASE_URL', url, AUTH_ROLE),
  };
}
