/**
 * One server per data folder. The lock is a name the kernel keeps for a living process (a Linux abstract socket named
 * after the folder's device and inode): it ends with the process, however that dies, so there is no stale lock to judge
 * and no process number that might since belong to someone else. The file beside it only says who holds it.
 */
import { accessSync, constants, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { CannotStart } from './cannot-start';

/** What the holder of a data folder says about itself in `running.json`. */
export interface Running {
  pid: number;
  since: string;
  socketDir?: string;
}

/** The folder is in use. The message is meant for the person who typed the command. */
export class FolderInUse extends CannotStart {
  override name = 'FolderInUse';
  readonly running: Running | undefined;
  constructor(folder: string, running: Running | undefined) {
    const holder = running ? ` by process ${running.pid}, since ${running.since}` : '';
    super(
      `Changemark is already running on the data folder ${folder}${holder}.\n` +
        `Stop that one first${running ? ` (kill ${running.pid})` : ''}, or give this one a folder and a port of its own:\n` +
        '  CHANGEMARK_DATA=/another/folder PORT=3001 npm start',
    );
    this.running = running;
  }
}

export interface FolderLock {
  /** Adds to what `running.json` says. */
  announce(more: Partial<Running>): void;
  release(): Promise<void>;
}

function readRunning(folder: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

function hold(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen({ path: name }, () => {
      server.unref();
      resolve(server);
    });
  });
}

function writable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new CannotStart(
      `This user may not write the data folder ${folder} (${(cause as NodeJS.ErrnoException).code}). ` +
        'Start as the user who made it, or set CHANGEMARK_DATA to a folder of your own.',
      { cause },
    );
  }
}

/**
 * Takes the data folder (creating it), or throws `FolderInUse`.
 * Outside Linux there are no abstract sockets, and PostgreSQL's own lock on its cluster has to do.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  writable(folder);
  const { dev, ino } = statSync(folder);
  const server = process.platform === 'linux' ? await hold(`\0changemark:${dev}:${ino}`) : createServer();
  if (!server) throw new FolderInUse(folder, readRunning(folder));
  const file = join(folder, 'running.json');
  let running: Running = { pid: process.pid, since: new Date().toISOString() };
  const write = () => writeFileSync(file, `${JSON.stringify(running)}\n`);
  write();
  return {
    announce(more) {
      running = { ...running, ...more };
      write();
    },
    async release() {
      rmSync(file, { force: true });
      await new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
    },
  };
}
