/** The PostgreSQL that Changemark brings along: one cluster per data folder, on a Unix socket, without a TCP port. */
import {
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { locateBinaries } from './embedded-binaries.server';
import { type ClusterOptions, prepareCluster, privateFolder, serverArguments } from './embedded-cluster.server';
import { lockFolder } from './embedded-lock.server';
import { clearRemains, type Launch, launch, type ServerProcess, STILL_HELD } from './embedded-process.server';
import { chooseRunAs, type RunAs } from './embedded-user.server';

export interface EmbeddedOptions {
  /** Everything lies in here: the cluster in `postgres`, its log in `postgres.log`. Made when missing. */
  dataDir: string;
  /** Told what a person at the terminal should know, one sentence at a time. */
  log?: (message: string) => void;
  /** False for databases that are thrown away after a test. Default true. */
  durable?: boolean;
  /** Called when the server ended by itself and could not be brought back. Without it the error is thrown at nobody. */
  onLost?: (error: Error) => void;
}

export interface Embedded {
  /** Folder of the socket; the file in it is `.s.PGSQL.5432`. */
  socketDir: string;
  /** True when this start made the cluster. */
  fresh: boolean;
  /** Process number of the server running now (another one after a restart). */
  pid(): number;
  /** False while a server that ended unasked is being brought back. */
  up(): boolean;
  /** Stops the server and frees the folder. May be called more than once. */
  stop(): Promise<void>;
}

const SOCKET = '.s.PGSQL.5432';
/** What a Unix socket's path may hold, in bytes, without its closing zero. */
const SOCKET_LIMIT = 107;
const LOG_LIMIT = 10 * 1024 * 1024;
/** How long processes of a killed server may take to go away. */
const REMAINS_MS = 15_000;
const RESTARTS_PER_MINUTE = 5;

function makeSocketDir(dataDir: string, runAs: RunAs): string {
  const usual = join(dataDir, 'socket');
  const fits = Buffer.byteLength(join(usual, `${SOCKET}.lock`)) <= SOCKET_LIMIT;
  const folder = fits ? usual : mkdtempSync(join(tmpdir(), 'changemark-'));
  // What an earlier server left in it is void: we hold the folder's lock.
  if (fits) rmSync(folder, { recursive: true, force: true });
  privateFolder(folder, runAs);
  return folder;
}

function openLog(file: string, { user }: RunAs): void {
  closeSync(openSync(file, 'a', 0o600));
  if (user) chownSync(file, user.uid, user.gid);
}

/** Keeps the log and one older piece of it. Truncating is safe: the server appends. */
function boundLog(file: string): void {
  if (!existsSync(file) || statSync(file).size < LOG_LIMIT) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
}

function lastWords(file: string, from: number): string {
  const said = readFileSync(file).subarray(from).toString('utf8').trim();
  return said.split('\n').slice(-8).join('\n') || '(nothing)';
}

async function launchPatiently(what: Launch): Promise<ServerProcess> {
  const deadline = Date.now() + REMAINS_MS;
  for (;;) {
    await clearRemains(what.cluster);
    const from = statSync(what.log).size;
    const started = await launch(what);
    if (typeof started !== 'number') return started;
    const words = lastWords(what.log, from);
    // The phrases are PostgreSQL's own for processes of the last server that still run.
    const remains = started === STILL_HELD || /still in use|already exists|could not bind/.test(words);
    if (!remains || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start (exit ${started}). The end of ${what.log} says:\n${words}`);
    }
    await sleep(150);
  }
}

/** Brings the server back when it ends unasked; gives up when that happens too often to be an accident. */
function watch(what: Launch, first: ServerProcess, options: EmbeddedOptions) {
  let server = first;
  let stopping = false;
  let up = true;
  let restarting: Promise<void> = Promise.resolve();
  const ends: number[] = [];

  async function restart(): Promise<void> {
    ends.push(Date.now());
    if (ends.filter((at) => at > Date.now() - 60_000).length > RESTARTS_PER_MINUTE) {
      throw new Error(`PostgreSQL ended ${RESTARTS_PER_MINUTE + 1} times within a minute; see ${what.log}`);
    }
    options.log?.('The database ended unexpectedly; starting it again.');
    server = await launchPatiently(what);
    options.log?.('The database is back.');
    up = true;
    follow();
  }
  function follow(): void {
    server.exited.then(
      () => {
        if (stopping) return;
        up = false;
        restarting = restart().catch((error: Error) => options.onLost?.(error));
      },
      (error: Error) => options.onLost?.(error),
    );
  }
  follow();
  return {
    pid: () => server.pid,
    up: () => up,
    async stop() {
      stopping = true;
      await restarting;
      await server.stop();
    },
  };
}

/**
 * Starts the embedded PostgreSQL on a data folder: first start about half a second, later ones tens of milliseconds.
 * Recovers by itself from any kill. Throws `FolderInUse` when another process has the folder, and an error that says
 * what to do when the machine does not allow it (user, rights, version).
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, durable = true } = options;
  const lock = await lockFolder(dataDir);
  let socketDir: string | undefined;
  const leave = async () => {
    if (socketDir) rmSync(socketDir, { recursive: true, force: true });
    await lock.release();
  };
  try {
    const binaries = locateBinaries();
    const cluster = join(dataDir, 'postgres');
    const runAs = chooseRunAs(binaries.postgres, dataDir, cluster);
    const shape: ClusterOptions = { cluster, binaries, runAs, durable };
    const fresh = prepareCluster(shape);
    socketDir = makeSocketDir(dataDir, runAs);
    const log = join(dataDir, 'postgres.log');
    const fileLock = join(dataDir, 'postgres.lock');
    boundLog(log);
    openLog(log, runAs);
    openLog(fileLock, runAs);
    const args = serverArguments(shape, socketDir);
    const what: Launch = { cluster, program: binaries.postgres, args, runAs, log, lock: fileLock };
    const server = watch(what, await launchPatiently(what), options);
    lock.announce({ socketDir });
    const bounding = setInterval(() => boundLog(log), 10 * 60_000).unref();
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      clearInterval(bounding);
      await server.stop();
      await leave();
    };
    return { socketDir, fresh, pid: server.pid, up: server.up, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await leave();
    throw error;
  }
}
