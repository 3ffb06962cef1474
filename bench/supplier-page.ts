/**
 * The pages of suppliers at 1,000, 10,000 and 100,000 letters over 200 suppliers: what each use case takes against real
 * PostgreSQL, one after the other. Wanted: at 100,000 letters the list and the first screen of a supplier need less than
 * 100 ms of processor time, server and database together; what a person waits depends on what else the machine does, and
 * is printed beside it. Writes build/bench/supplier-page.json. BENCH_ROUNDS sets the repetitions (default 40).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getStatistics } from '../app/features/suppliers/get-statistics.server';
import { getSupplierPage } from '../app/features/suppliers/get-supplier-page.server';
import { listAnswers } from '../app/features/suppliers/list-answers.server';
import { listSuppliers } from '../app/features/suppliers/list-suppliers.server';
import { exportRecord } from '../app/features/suppliers/record/export-record.server';
import { closeDatabase } from '../db/client.server';
import { databaseConnections } from '../db/connections.server';
import { startEmbedded } from '../db/embedded.server';
import { migrate } from '../db/migrate.server';
import { databaseCpu } from './devices-list/cpu';
import { aHouse, write } from './supplier-page/correspondence';

const root = join(import.meta.dirname, '..');
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 40);
const SIZES = [1000, 10_000, 100_000];
const WANTED_CPU_MS = 100;
const WANTED = ['list', 'first screen'];

interface Measured {
  p50Ms: number;
  p95Ms: number;
  /** Processor milliseconds a call: of this process, and of the database (null where it cannot be read). */
  cpuMs: number;
  databaseCpuMs: number | null;
}

const tenths = (n: number): number => Math.round(n * 10) / 10;

/** Milliseconds of one use case, other suppliers in turn; the first rounds warm caches and plans. */
async function measure(work: (round: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  for (let round = 1; round <= 3; round += 1) await work(round);
  const [own, database] = [process.cpuUsage(), databaseCpu(server.pid())];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work(round);
    times.push(performance.now() - began);
  }
  const [used, databaseUsed] = [process.cpuUsage(own), databaseCpu(server.pid())];
  times.sort((a, b) => a - b);
  const at = (share: number) => tenths(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return {
    ...{ p50Ms: at(0.5), p95Ms: at(0.95) },
    cpuMs: tenths((used.user + used.system) / 1000 / ROUNDS),
    databaseCpuMs: database === null || databaseUsed === null ? null : tenths((databaseUsed - database) / ROUNDS),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'changemark-bench-'));
const server = await startEmbedded({ dataDir: folder });
try {
  process.env.CHANGEMARK_SOCKET = server.socketDir;
  const { owner } = databaseConnections();
  await migrate(owner);
  const actor = await aHouse();
  const search = (query = '') => new URLSearchParams(query);
  const lines: { letters: number; waits: Record<string, Measured> }[] = [];
  let written = 0;
  for (const letters of SIZES) {
    await write(actor, written + 1, letters, owner);
    written = letters;
    const { page } = await listSuppliers(actor, search());
    const id = (round: number) => page.rows[round % page.rows.length]?.id ?? '';
    const middle = (await listAnswers(actor, id(0), search('by=device')))?.page.after ?? '';
    const works: Record<string, (round: number) => Promise<unknown>> = {
      list: () => listSuppliers(actor, search()),
      'list, overdue only': () => listSuppliers(actor, search('late=yes')),
      'first screen': (round) => getSupplierPage(actor, id(round)),
      'answers by change': (round) => listAnswers(actor, id(round), search()),
      'answers by device, a page on': () => listAnswers(actor, id(0), search(`by=device&after=${middle}`)),
      'answers by vulnerability, open': (round) => listAnswers(actor, id(round), search('by=cve&open=yes')),
      statistics: (round) => getStatistics(actor, id(round)),
      'record as CSV': (round) => exportRecord(actor, id(round), 'csv'),
    };
    const waits: Record<string, Measured> = {};
    for (const [name, work] of Object.entries(works)) waits[name] = await measure(work);
    lines.push({ letters, waits });
    console.log(`${letters.toLocaleString('en-GB')} letters to 200 suppliers, milliseconds`);
    console.table(waits);
  }
  const large = lines.at(-1)?.waits ?? {};
  const cpuOf = (name: string) => (large[name]?.cpuMs ?? Number.POSITIVE_INFINITY) + (large[name]?.databaseCpuMs ?? 0);
  const holds = WANTED.every((name) => cpuOf(name) <= WANTED_CPU_MS);
  console.log(
    `At 100,000 letters at most ${WANTED_CPU_MS} ms of processor time (${WANTED.map((name) => `${name}: ${tenths(cpuOf(name))}`).join(', ')}): ${holds ? 'holds' : 'DOES NOT HOLD'}.`,
  );
  mkdirSync(join(root, 'build', 'bench'), { recursive: true });
  const report = { at: new Date().toISOString(), node: process.version, rounds: ROUNDS, lines, holds };
  writeFileSync(join(root, 'build', 'bench', 'supplier-page.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (!holds) process.exitCode = 1;
} finally {
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
