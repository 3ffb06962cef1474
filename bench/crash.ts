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
import { throughDatabase } from './crash/writer';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, writers: { type: 'string', default: '8' } },
});
const rounds = Number(values.rounds);
const writers = Number(values.writers);
const writer = throughDatabase;

const KILLS: Record<string, (server: Server, data: string) => Promise<void>> = {
  'app and database at once': async (server, data) => killAll([...databaseProcesses(data), server.process.pid]),
  'app, then database': async (server, data) => {
    killAll([server.process.pid]);
    killAll(databaseProcesses(data));
  },
  'database, then app': async (server, data) => {
    killAll(databaseProcesses(data));
    await sleep(Math.random() * 200);
    killAll([server.process.pid, ...databaseProcesses(data)]);
  },
  'app only': async (server) => killAll([server.process.pid]),
};

interface Load {
  acknowledged: string[];
  /** Writes that were under way when the server died: they may or may not be there. */
  unknown: number;
}

/** Lets writers work until `until` resolves; a write counts as acknowledged once its promise has resolved. */
async function load(server: Server, until: Promise<void>): Promise<Load> {
  const result: Load = { acknowledged: [], unknown: 0 };
  let over = false;
  const work = async () => {
    const connection = await writer.connect(server);
    while (!over) {
      try {
        result.acknowledged.push(await connection.write());
      } catch {
        result.unknown += 1;
        break;
      }
    }
    await connection.close().catch(() => undefined);
  };
  const all = Array.from({ length: writers }, () => work().catch(() => undefined));
  await until;
  over = true;
  await Promise.race([Promise.all(all), sleep(5000)]);
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

for (let round = 1; round <= rounds; round++) {
  const names = Object.keys(KILLS);
  const how = names[(round - 1) % names.length] ?? '';
  const dying = server;
  const kill = sleep(300 + Math.random() * 900).then(() => KILLS[how]?.(dying, data));
  const { acknowledged, unknown } = await load(dying, kill);
  await gone(dying);
  everything.push(...acknowledged);
  server = await startServer(data);
  const there = await writer.present(server, everything);
  const missing = everything.filter((id) => !there.has(id)).length;
  const verified = await auditVerifies(data);
  if (missing > 0 || !verified || acknowledged.length === 0) failed = true;
  const row = {
    round,
    killed: how,
    acknowledged: acknowledged.length,
    'under way': unknown,
    'in all': everything.length,
    missing,
    'ready again, ms': Math.round(server.readyAfter),
    'audit verify': verified ? 'passes' : 'FAILS',
  };
  table.push(row);
  console.log(Object.values(row).join('\t'));
}

await stopServer(server);
rmSync(data, { recursive: true, force: true });
console.table(table);
mkdirSync(new URL('./results/', import.meta.url), { recursive: true });
writeFileSync(new URL('./results/crash.json', import.meta.url), `${JSON.stringify(table, null, 2)}\n`);
console.log(
  failed
    ? 'FAILED: something acknowledged is missing, or the trail does not verify.'
    : 'Nothing acknowledged was lost.',
);
process.exitCode = failed ? 1 : 0;
