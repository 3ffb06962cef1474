/** The cluster on disk: made once, whole or not at all, and settings that every start brings along. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from './cannot-start';
import type { Binaries } from './embedded-binaries.server';
import { commandAs, type RunAs } from './embedded-user.server';

/** Major version of the PostgreSQL in node_modules; a cluster of another one cannot be opened by it. */
const MAJOR = '18';

export interface ClusterOptions {
  /** The cluster's folder; its parent exists. */
  cluster: string;
  binaries: Binaries;
  runAs: RunAs;
  /** False only for databases that are thrown away: nothing waits for the disk. */
  durable: boolean;
}

/** Environment of every database process: nothing of ours (it may hold secrets), nothing that changes its speech. */
export const DATABASE_ENV: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

// The owner makes the schema, the other two are what the application works as: neither can pass row-level security.
const ROLES = `create role changemark_owner login nosuperuser nobypassrls createdb;
create role changemark_app login nosuperuser nobypassrls;
create role changemark_auth login nosuperuser nobypassrls;
create database changemark owner changemark_owner;
revoke all on database changemark from public;
grant connect on database changemark to changemark_app, changemark_auth;
`;

// "trust" is safe here: the only way in is a socket in a folder with mode 0700, so whoever can reach it is either the
// database's own user or root, and both can read the files anyway. The superuser is not let in at all.
const ACCESS = `# Written by Changemark at every start.
local all changemark_owner,changemark_app,changemark_auth trust
`;

function give(path: string, { user }: RunAs): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/** Makes an empty folder that only the database's user may enter. */
export function privateFolder(path: string, runAs: RunAs): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
  give(path, runAs);
}

function runOrExplain(what: string, command: string[], runAs: RunAs, input?: string): void {
  const { file, args, ...user } = commandAs(runAs, command);
  const done = spawnSync(file, args, { ...user, cwd: '/', env: DATABASE_ENV, input, encoding: 'utf8' });
  if (done.status === 0) return;
  const said = (done.error?.message ?? `${done.stdout}\n${done.stderr}`).trim();
  throw new Error(`${what} failed (${done.signal ?? done.status ?? 'not started'}):\n${said}`);
}

function initialise({ cluster, binaries, runAs, durable }: ClusterOptions): void {
  // Made beside its place and moved there when whole: a start killed midway leaves nothing that looks like a cluster.
  const making = `${cluster}.making`;
  rmSync(making, { recursive: true, force: true });
  privateFolder(making, runAs);
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const access = ['--username=postgres', '--auth=reject', '--data-checksums', '--no-instructions'];
  const sync = durable ? [] : ['--no-sync'];
  runOrExplain('Making the database (initdb)', [binaries.initdb, '-D', making, ...locale, ...access, ...sync], runAs);
  const single = ['--single', '-D', making, '-c', `fsync=${durable ? 'on' : 'off'}`, 'postgres'];
  runOrExplain('Making the roles', [binaries.postgres, ...single], runAs, ROLES);
  renameSync(making, cluster);
}

function refuseForeign(cluster: string): void {
  const file = join(cluster, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (version === MAJOR) return;
  const what = version ? `made by PostgreSQL ${version}; this one is ${MAJOR}` : 'not a PostgreSQL cluster';
  throw new CannotStart(
    `${cluster} is ${what}. Move it away (it is kept as it is), restore a backup into a new one, or set CHANGEMARK_DATA.`,
  );
}

/** Makes the cluster when there is none (or an empty folder), and checks one that is there. Returns true when it made one. */
export function prepareCluster(options: ClusterOptions): boolean {
  const { cluster, runAs } = options;
  rmSync(join(dirname(cluster), `${basename(cluster)}.making`), { recursive: true, force: true });
  const fresh = !existsSync(cluster) || readdirSync(cluster).length === 0;
  if (fresh) {
    rmSync(cluster, { recursive: true, force: true });
    initialise(options);
  } else refuseForeign(cluster);
  const access = join(cluster, 'pg_hba.conf');
  writeFileSync(access, ACCESS, { mode: 0o600 });
  give(access, runAs);
  return fresh;
}

/** Settings for `postgres`, as arguments: they follow the program's version, not the day the cluster was made. */
export function serverArguments({ cluster, durable }: ClusterOptions, socketDir: string): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    max_connections: '60',
    shared_buffers: '192MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
    log_min_messages: 'warning',
    // Short queries of one page each: compiling them costs more than it saves.
    jit: 'off',
    checkpoint_timeout: '15min',
    max_wal_size: '2GB',
    // One slow statement of a request must not hold a chain's lock for ever after its client is gone.
    client_connection_check_interval: '10s',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
