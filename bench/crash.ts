/**
 * Nothing acknowledged is ever lost: round after round, writers work on a real server until it is killed with SIGKILL,
 * in one of four ways; after a restart every acknowledged write must be there and the audit trail must verify.
 * `npm run bench crash [--rounds 20] [--writers 8]`
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { databaseProcesses, gone, killAll, type Server, startServer, stopServer } from './crash/server';
import { present, proposer, signIn } from './crash/writer';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, writers: { type: 'string', default: '8' } },
});
const rounds = Number(values.rounds);
const writers = Number(values.writers);

const KILLS: Record<string, (server: Server, data: string) => Promise<void>> = {
  'app and database at once': async (server, data) => killAll([...databaseProcesses(data), server.process.pid]),
  'app, then database': async (server, data) => {
    killAll([server.process.pid]);
    killAll(databaseProcesses(data));
  },
  'app only': async (server) => killAll([server.process.pid]),
  // The application outlives its database and starts it again; the writers go on, and then everything is killed.
  'database, later everything': async (server, data) => {
    killAll(databaseProcesses(data));
    await sleep(2000);
    killAll([server.process.pid, ...databaseProcesses(data)]);
  },
};

interface Load {
  acknowledged: string[];
  /** Posts without an acknowledgement: under way at the kill, or sent while the database was away. */
  unknown: number;
}

/** Lets engineers propose changes until they are killed; a proposal counts from the moment its answer has arrived. */
async function proposeUntil(server: Server, kill: () => Promise<void>): Promise<Load> {
  const result: Load = { acknowledged: [], unknown: 0 };
  const proposers = await Promise.all(Array.from({ length: writers }, () => proposer(server, cookies)));
  let over = false;
  const work = proposers.map(async ({ propose }) => {
    while (!over) {
      try {
        result.acknowledged.push(await propose());
      } catch {
        result.unknown += 1;
        await sleep(20);
      }
    }
  });
  await sleep(500 + Math.random() * 1500);
  await kill();
  over = true;
  await Promise.all(work);
  return result;
}

async function auditVerifies(data: string): Promise<boolean> {
  const program = fileURLToPath(new URL('../bin/changemark.js', import.meta.url));
  const env = { ...process.env, CHANGEMARK_DATA: data };
  try {
    await promisify(execFile)(process.execPath, [program, 'audit', 'verify'], { env });
    return true;
  } catch (error) {
    console.error((error as { stdout?: string }).stdout, (error as Error).message);
    return false;
  }
}

const data = mkdtempSync(join(tmpdir(), 'changemark-crash-'));
const everything: string[] = [];
const table: Record<string, string | number | boolean>[] = [];
let failed = false;
let server = await startServer(data);
const cookies = await signIn(server);

try {
  for (let round = 1; round <= rounds; round++) {
    const names = Object.keys(KILLS);
    const how = names[(round - 1) % names.length] ?? '';
    const dying = server;
    const { acknowledged, unknown } = await proposeUntil(dying, async () => KILLS[how]?.(dying, data));
    await gone(dying);
    everything.push(...acknowledged);
    server = await startServer(data);
    const there = await present(server, everything);
    const missing = everything.filter((id) => !there.has(id)).length;
    const verified = await auditVerifies(data);
    if (missing > 0 || !verified || acknowledged.length === 0) failed = true;
    const row = {
      round,
      killed: how,
      acknowledged: acknowledged.length,
      'not acknowledged': unknown,
      'in all': everything.length,
      missing,
      'ready again, ms': Math.round(server.readyAfter),
      'audit verify': verified ? 'passes' : 'FAILS',
    };
    table.push(row);
    console.log(Object.values(row).join('\t'));
  }
} finally {
  // Also when a round fails nothing stays behind.
  await stopServer(server);
  rmSync(data, { recursive: true, force: true });
}
console.table(table);
mkdirSync(new URL('../build/bench/', import.meta.url), { recursive: true });
writeFileSync(new URL('../build/bench/crash.json', import.meta.url), `${JSON.stringify(table, null, 2)}\n`);
console.log(
  failed
    ? 'FAILED: something acknowledged is missing, or the trail does not verify.'
    : 'Nothing acknowledged was lost.',
);
process.exitCode = failed ? 1 : 0;
