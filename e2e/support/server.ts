/** Playwright's global setup: the real, built server on a free port and on a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPostOffice } from './post-office';

const start = fileURLToPath(new URL('../../bin/start.js', import.meta.url));

/** Waits for the line that names the address; fails with what the server said when it ends before. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said = (said + chunk).slice(-20_000);
      const ready = /ready at (http\S+)/.exec(said);
      if (ready?.[1]) resolve(ready[1]);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${said}`)));
  });
}

export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'changemark-e2e-'));
  const { DATABASE_URL: _, ...rest } = process.env;
  process.env.E2E_MAILBOX = join(folder, 'mail');
  const postOffice = await openPostOffice(process.env.E2E_MAILBOX);
  const server = spawn(process.execPath, [start], {
    // Journeys sign in more often than people do.
    env: {
      ...rest,
      PORT: '0',
      HOST: '127.0.0.1',
      ORIGIN: '',
      CHANGEMARK_DATA: folder,
      RATE_LIMIT: '0',
      LOG_LEVEL: 'warn',
      SMTP_URL: postOffice.url,
      MAIL_FROM: 'Changemark <changemark@northbridge.example>',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    await postOffice.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    process.env.E2E_BASE_URL = await addressOf(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
