/** One round: two workers remind of every letter, one of them is killed in the middle and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { projectRoot } from '../../db/project-root';
import type { CountingPostOffice } from './counting-post-office';
import { type Progress, progress } from './due-letters';

export interface Round {
  sql: Sql;
  orgId: string;
  post: CountingPostOffice;
  letters: number;
  /** How the workers find the database and everything else. */
  env: Partial<NodeJS.ProcessEnv>;
  /** Longest the round may take, in milliseconds. */
  within: number;
  say?(line: string): void;
}

export interface RoundEnd {
  progress: Progress;
  killedAfter: number;
  seconds: number;
  /** Sent by our book, but not arrived once. Has to be empty. */
  wrong: string[];
  /** Nobody could know, with how often each arrived: 0 or 1. */
  unsure: { reference: string; arrived: number }[];
}

function worker(env: Partial<NodeJS.ProcessEnv>): ChildProcess {
  const child = spawn(process.execPath, [join(projectRoot(), 'build', 'cli.js'), 'worker'], {
    cwd: projectRoot(),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr?.on('data', (text: Buffer) => {
    if (process.env.CHANGEMARK_BENCH_LOUD) process.stderr.write(text);
  });
  return child;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Runs it and counts. Throws when it takes longer than `within`. */
export async function remindOnce({ sql, orgId, post, letters, env, within, say }: Round): Promise<RoundEnd> {
  const began = Date.now();
  const settings = { ...env, SMTP_URL: post.url, MAIL_FROM: 'letters@northbridge.example', LOG_LEVEL: 'error' };
  const workers = [worker(settings), worker(settings)];
  // Somewhere in the middle: at a moment nobody chose, while both have work.
  const killAt = Math.floor(letters * (0.15 + Math.random() * 0.5));
  let killedAfter = -1;
  try {
    for (;;) {
      if (Date.now() - began > within) {
        throw new Error(
          `Not finished: ${post.total()} of ${letters} arrived, ${JSON.stringify(await progress(sql, orgId)).slice(0, 300)}`,
        );
      }
      if (killedAfter < 0 && post.total() >= killAt) {
        await sleep(Math.random() * 200);
        await ended(workers[0] as ChildProcess, 'SIGKILL');
        killedAfter = post.total();
        say?.(`killed one worker after ${killedAfter} had arrived`);
        workers[0] = worker(settings);
      }
      const now = await progress(sql, orgId);
      const settled = (now.states.sent ?? 0) + (now.states.unsure ?? 0);
      if (settled >= letters && now.planned === 0) break;
      await sleep(250);
    }
  } finally {
    await Promise.all(workers.map((child) => ended(child, 'SIGTERM')));
  }
  const end = await progress(sql, orgId);
  const count = (reference: string) => post.arrived.get(reference) ?? 0;
  const of = (status: string) => end.messages.filter((message) => message.status === status);
  return {
    progress: end,
    killedAfter,
    seconds: (Date.now() - began) / 1000,
    wrong: of('sent')
      .filter(({ reference }) => count(reference) !== 1)
      .map(({ reference }) => `${reference} arrived ${count(reference)} times`),
    unsure: of('unsure').map(({ reference }) => ({ reference, arrived: count(reference) })),
  };
}
