/** A real server as a child process, and every way of killing it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/start.js', import.meta.url));

export interface Server {
  address: string;
  socketDir: string;
  /** Milliseconds from the command to the first answer. */
  readyAfter: number;
  process: ChildProcess;
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said = (said + chunk).slice(-20_000);
      const address = /ready at (http\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${said}`)));
  });
}

/** Starts the server on `data` and a free port, and waits until it says that it is ready. */
export async function startServer(data: string): Promise<Server> {
  const began = performance.now();
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { ...env, PORT: '0', CHANGEMARK_DATA: data, RATE_LIMIT: '0', LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressOf(child);
  const answer = await fetch(`${address}/readyz`);
  if (!answer.ok) throw new Error(`The server says that it is not ready: ${await answer.text()}`);
  const readyAfter = performance.now() - began;
  const { socketDir } = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8'));
  return { address, socketDir, readyAfter, process: child };
}

/** Numbers of all processes of the cluster in `data`: server, workers and supervisor. */
export function databaseProcesses(data: string): number[] {
  const cluster = join(data, 'postgres');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return readlinkSync(`/proc/${pid}/cwd`) === cluster || (words.includes(cluster) && pid !== process.pid);
      } catch {
        return false;
      }
    });
}

export function killAll(pids: (number | undefined)[]): void {
  for (const pid of pids) {
    try {
      if (pid) process.kill(pid, 'SIGKILL');
    } catch {
      // It had just ended.
    }
  }
}

/** Waits until the server's own process is gone. */
export async function gone({ process: child }: Server): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Stops the server the polite way. */
export async function stopServer(server: Server): Promise<void> {
  server.process.kill('SIGTERM');
  await gone(server);
}
