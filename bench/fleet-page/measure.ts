/** What every measurement of the fleet shares: a database, sizes, times, and a printed table. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../app/guard/actor';
import { closeDatabase, inOrganisation, type Tx } from '../../db/client.server';
import { databaseConnections } from '../../db/connections.server';
import { startEmbedded } from '../../db/embedded.server';
import { migrate } from '../../db/migrate.server';
import { databaseCpu } from '../devices-list/cpu';
import { aHouse, grow } from './fill';

export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 12);
const SIZES = (process.env.BENCH_SIZES ?? '1000,10000,100000').split(',').map(Number);

export interface Times {
  p50Ms: number;
  p95Ms: number;
  /** Processor milliseconds, of this process and of the database together: what the machine does besides is not in it. */
  cpuMs: number;
}

/** Process of the database, whose processor time is counted too. */
let postmaster = 0;

const tenths = (n: number): number => Math.round(n * 10) / 10;

/** Milliseconds of a piece of work; the first two rounds warm caches and plans. */
export async function timesOf(work: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round < 2; round += 1) await work();
  const [own, database] = [process.cpuUsage(), databaseCpu(postmaster) ?? 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  const used = process.cpuUsage(own);
  const cpuMs = tenths(((used.user + used.system) / 1000 + (databaseCpu(postmaster) ?? 0) - database) / ROUNDS);
  times.sort((a, b) => a - b);
  const at = (share: number) => tenths(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95), cpuMs };
}

/** How many queries a piece of work asks of its transaction. */
export async function queriesOf(actor: Actor, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  let queries = 0;
  await inOrganisation(actor, (tx) =>
    work(
      new Proxy(tx, {
        get(target, name) {
          if (name === 'execute' || name === 'select') queries += 1;
          const value = Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      }),
    ),
  );
  return queries;
}

/** Runs a measurement at each size on one growing organisation, prints it and writes build/bench/NAME.json. */
export async function atEachSize<Line extends object>(
  name: string,
  measure: (actor: Actor) => Promise<Line>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'changemark-bench-'));
  const server = await startEmbedded({ dataDir: folder });
  try {
    process.env.CHANGEMARK_SOCKET = server.socketDir;
    postmaster = server.pid();
    const { owner } = databaseConnections();
    await migrate(owner);
    const actor = await aHouse();
    const lines: ({ units: number } & Line)[] = [];
    let filled = 0;
    for (const units of SIZES) {
      await grow(actor, filled, units, owner);
      filled = units;
      lines.push({ units, ...(await measure(actor)) });
    }
    console.table(lines);
    const out = join(import.meta.dirname, '..', '..', 'build', 'bench');
    mkdirSync(out, { recursive: true });
    const report = { at: new Date().toISOString(), node: process.version, rounds: ROUNDS, lines };
    writeFileSync(join(out, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await closeDatabase();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
