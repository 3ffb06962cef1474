/** The running PostgreSQL: started under a small supervisor, watched, and never left behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE_ENV } from './embedded-cluster.server';
import { commandAs, type RunAs } from './embedded-user.server';

// The supervisor reads from a pipe that only we hold: when it ends, because we asked or because we died in any way,
// PostgreSQL is told to stop. The file lock passes to every database process, so while one of them lives (also in
// another container on the same disk) no second one starts. $1 lock, $2 and on: the program.
const SUPERVISOR = `
lock=$1; shift
exec 3<&0 9>>"$lock" || exit 1
if command -v flock >/dev/null 2>&1 && ! flock -n 9; then exit 75; fi
"$@" </dev/null >&2 3<&- & server=$!
echo "$server"
{ read -r _ <&3; kill -INT "$server"; } 2>/dev/null 9<&- & watcher=$!
exec 3<&- 9<&- 1>&-
wait "$server"; code=$?
kill "$watcher" 2>/dev/null
exit "$code"
`;

/** A process number above any that Linux gives out. */
const NOBODY = '2147483646';

/** Exit code of the supervisor when a process of this cluster is still alive. */
export const STILL_HELD = 75;

export interface ServerProcess {
  pid: number;
  /** Ends with the supervisor, with its exit code. */
  exited: Promise<number>;
  /** Asks for a fast shutdown (open transactions are rolled back, everything committed is on disk). */
  stop(): Promise<void>;
}

/** True while this number is taken, be it by a process that ended and that nobody has collected yet. */
function taken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True while a process with this number runs (whoever owns it). */
export function alive(pid: number): boolean {
  if (!taken(pid)) return false;
  try {
    // The state stands behind the name in brackets. Z: ended; a container's first process may never collect it.
    return !/^[^)]*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true; // no /proc on this system
  }
}

/** Waits until `done` says true; false when it did not within `milliseconds`. */
export async function within(milliseconds: number, done: () => boolean, every = 5): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!done()) {
    if (Date.now() > end) return false;
    await sleep(every);
  }
  return true;
}

async function endProcess(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await within(patience, () => !alive(pid), 10)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end, not even by SIGKILL. Is the disk answering?`);
}

function pidLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Whether that process is a server of this cluster, by its working directory or, where that is hidden, its arguments. */
function serves(pid: number, cluster: string): boolean {
  try {
    const there = statSync(readlinkSync(`/proc/${pid}/cwd`));
    const ours = statSync(cluster);
    return there.ino === ours.ino && there.dev === ours.dev;
  } catch {
    // A container's root may not look into processes of other users; their arguments are open to everybody.
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}

/**
 * Makes room on a cluster whose last server did not stop properly. The caller holds the folder's lock, so a server that
 * still runs is an orphan and is stopped. Where its number now belongs to someone else, PostgreSQL would take that
 * process for a server; its number is replaced in the file (the rest of which PostgreSQL still checks).
 */
export async function clearRemains(cluster: string): Promise<void> {
  const [first = '', ...rest] = pidLines(cluster);
  const pid = Math.abs(Number(first));
  if (!pid || !taken(pid)) return;
  if (alive(pid) && serves(pid, cluster)) await endProcess(pid);
  const file = join(cluster, 'postmaster.pid');
  if (existsSync('/proc/self/cwd') && existsSync(file)) writeFileSync(file, [NOBODY, ...rest].join('\n'));
}

function readyIn(cluster: string, pid: number): boolean {
  const lines = pidLines(cluster);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function serverPid(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(Number(chunk.toString().trim())));
    child.once('close', () => resolve(undefined));
  });
}

export interface Launch {
  cluster: string;
  program: string;
  args: string[];
  runAs: RunAs;
  /** Files that already exist and that the database's user may write. */
  log: string;
  lock: string;
}

/**
 * Starts PostgreSQL and waits until it takes connections (including recovery after a crash, however long).
 * Returns the exit code instead when it ended before that.
 */
export async function launch({ cluster, program, args, runAs, log, lock }: Launch): Promise<ServerProcess | number> {
  const output = openSync(log, 'a');
  const command = ['/bin/sh', '-c', SUPERVISOR, 'changemark-database', lock, program, ...args];
  const { file, args: words, ...user } = commandAs(runAs, command);
  // Detached: a Ctrl-C in the terminal goes to the whole group, and the database must outlive the last request.
  const child = spawn(file, words, {
    ...user,
    cwd: '/',
    env: DATABASE_ENV,
    detached: true,
    stdio: ['pipe', 'pipe', output],
  });
  closeSync(output);
  const exited = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      child.stdin?.destroy();
      resolve(code ?? -1);
    });
  });
  child.stdin?.on('error', () => undefined); // it ended first: `exited` tells
  let over = false;
  exited.finally(() => (over = true)).catch(() => undefined);
  const pid = await serverPid(child);
  if (pid === undefined) return exited;
  await within(Number.POSITIVE_INFINITY, () => over || readyIn(cluster, pid));
  if (over) return exited;
  // The supervisor alone must not keep our process alive: who forgets stop() still gets the database stopped.
  child.unref();
  return {
    pid,
    exited,
    async stop() {
      child.ref();
      child.stdin?.end();
      const patience = sleep(15_000, 'late', { ref: false });
      if ((await Promise.race([exited, patience])) === 'late') await endProcess(pid);
      if (alive(pid)) await endProcess(pid);
    },
  };
}
