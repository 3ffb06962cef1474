/**
 * The list of units at 1,000, 10,000 and 100,000 units against the same page with its rows hard-coded: real server, real
 * PostgreSQL, the guard and the rendering included. Wanted: at 100,000 units at least 0.6 of the hard-coded page's
 * requests per second, and at most 1.3 times slower than at 1,000. Prints tables and writes build/bench/devices-list.json.
 * BENCH_SECONDS sets how long each round lasts (default 6), BENCH_ROUNDS how many there are (default 3).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { listUnits } from '../app/features/units/list-units.server';
import { closeDatabase } from '../db/client.server';
import { databaseConnections } from '../db/connections.server';
import { startEmbedded } from '../db/embedded.server';
import { migrate } from '../db/migrate.server';
import { databaseCpu, serverCpu } from './devices-list/cpu';
import { aRegister, grow } from './devices-list/register';

const root = join(import.meta.dirname, '..');
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SIZES = [1000, 10_000, 100_000];
const CONNECTIONS = 4;

interface Waited {
  p50Ms: number;
  p95Ms: number;
}

interface Measured extends Waited {
  requestsPerSecond: number;
  /** Processor milliseconds a request: of the server, and of the database (null where it cannot be read). */
  serverCpuMs: number;
  databaseCpuMs: number | null;
}

interface Served {
  address: string;
  child: ChildProcess;
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const rounded = (n: number): number => Math.round(n * 10) / 10;

async function serve(rows?: string): Promise<Served> {
  const child = fork(join(root, 'bench', 'devices-list', 'server.ts'), ['0', ...(rows ? [rows] : [])], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`The server ended (exit ${code})`)));
  });
  return { address: `http://127.0.0.1:${port}`, child };
}

/** Requests of one address for some seconds; every answer has to be the page. */
async function load({ address, child }: Served, cookie: string, seconds: number): Promise<Measured> {
  const url = `${address}/units`;
  const times: number[] = [];
  const before = [await serverCpu(child), databaseCpu(server.pid())] as const;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const wanted = { url, connections: CONNECTIONS, duration: seconds, headers: { Cookie: cookie } };
    const run = autocannon(wanted, (error, done) => (error ? reject(error) : resolve(done)));
    run.on('response', (_client, status, _bytes, ms) => {
      if (status === 200) times.push(ms);
    });
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} were not pages`);
  times.sort((a, b) => a - b);
  const share = (part: number) => times[Math.floor(times.length * part)] ?? 0;
  const after = [await serverCpu(child), databaseCpu(server.pid())] as const;
  return {
    requestsPerSecond: times.length / seconds,
    p50Ms: share(0.5),
    p95Ms: share(0.95),
    serverCpuMs: (after[0] - before[0]) / times.length,
    databaseCpuMs: after[1] === null || before[1] === null ? null : (after[1] - before[1]) / times.length,
  };
}

const middle = (all: Measured[]): Measured => ({
  requestsPerSecond: rounded(median(all.map((one) => one.requestsPerSecond))),
  p50Ms: rounded(median(all.map((one) => one.p50Ms))),
  p95Ms: rounded(median(all.map((one) => one.p95Ms))),
  serverCpuMs: rounded(median(all.map((one) => one.serverCpuMs))),
  databaseCpuMs: all.some((one) => one.databaseCpuMs === null)
    ? null
    : rounded(median(all.map((one) => one.databaseCpuMs ?? 0))),
});

/** Milliseconds from asking to the whole page, one request after the other: what one person waits. */
async function alone(url: string, cookie: string): Promise<Waited> {
  const times: number[] = [];
  for (let n = 0; n < 25; n += 1) {
    const began = performance.now();
    await (await fetch(url, { headers: { Cookie: cookie } })).text();
    if (n >= 5) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { p50Ms: rounded(median(times)), p95Ms: rounded(times[18] ?? 0) };
}

const folder = mkdtempSync(join(tmpdir(), 'changemark-bench-'));
const server = await startEmbedded({ dataDir: folder });
const children: ChildProcess[] = [];
try {
  process.env.CHANGEMARK_SOCKET = server.socketDir;
  const { owner } = databaseConnections();
  await migrate(owner);
  const { actor, cookie } = await aRegister();
  const rowsFile = join(folder, 'rows.json');
  await grow(actor, 1, 1000, owner);
  const first = await listUnits(actor, new URLSearchParams());
  writeFileSync(rowsFile, JSON.stringify(first));
  const real = await serve();
  const fixed = await serve(rowsFile);
  children.push(real.child, fixed.child);
  for (const served of [real, fixed]) await load(served, cookie, 2);

  const lines: { units: number; page: Measured; hardCoded: Measured; share: number }[] = [];
  let filled = 1000;
  for (const units of SIZES) {
    if (units > filled) await grow(actor, filled + 1, units, owner);
    filled = units;
    const [pages, hardCoded]: [Measured[], Measured[]] = [[], []];
    // Turn by turn, so that whatever else the machine does weighs on both.
    for (let round = 0; round < ROUNDS; round += 1) {
      pages.push(await load(real, cookie, SECONDS));
      hardCoded.push(await load(fixed, cookie, SECONDS));
    }
    const shares = pages.map((page, at) => page.requestsPerSecond / (hardCoded[at]?.requestsPerSecond ?? 1));
    lines.push({
      units,
      page: middle(pages),
      hardCoded: middle(hardCoded),
      share: Math.round(median(shares) * 100) / 100,
    });
  }
  console.log(
    'First page of the list (4 connections); processor time a request is that of the server + that of the database',
  );
  console.table(
    lines.map(({ units, page, hardCoded, share }) => ({
      units,
      'requests/s': page.requestsPerSecond,
      'p50 ms': page.p50Ms,
      'p95 ms': page.p95Ms,
      'hard-coded/s': hardCoded.requestsPerSecond,
      'of hard-coded': share,
      'CPU ms': `${page.serverCpuMs} + ${page.databaseCpuMs ?? '?'}`,
      'hard-coded CPU ms': `${hardCoded.serverCpuMs} + ${hardCoded.databaseCpuMs ?? '?'}`,
    })),
  );

  const cursor = (await listUnits(actor, new URLSearchParams({ q: 'SN-05' }))).page.after ?? '';
  const addresses = {
    'hard-coded': [fixed.address, ''],
    'first page': [real.address, ''],
    'a page in the middle': [real.address, `?after=${cursor}`],
    'by model': [real.address, '?sort=model'],
    'by location, backwards': [real.address, '?sort=location&order=desc'],
    'support ended': [real.address, '?support=ended'],
    'one zone': [real.address, '?zone=zone%203'],
    'search that finds many': [real.address, '?q=ward%207'],
    'search that finds one': [real.address, '?q=TAG-99999'],
    'search that finds none': [real.address, '?q=nothing'],
  } as const;
  const waits: Record<string, Waited> = {};
  for (const [name, [address, query]] of Object.entries(addresses))
    waits[name] = await alone(`${address}/units${query}`, cookie);
  console.log('What one person waits at 100,000 units, milliseconds for the whole page');
  console.table(Object.fromEntries(Object.entries(waits).map(([name, { p50Ms, p95Ms }]) => [name, { p50Ms, p95Ms }])));

  const [small, large] = [lines[0], lines[lines.length - 1]];
  const slower = small && large ? large.page.p50Ms / small.page.p50Ms : Number.NaN;
  const verdict = {
    shareOfHardCoded: large?.share ?? 0,
    slowerThanAtThousand:
      Math.round((small && large ? small.page.requestsPerSecond / large.page.requestsPerSecond : slower) * 100) / 100,
  };
  const holds = verdict.shareOfHardCoded >= 0.6 && verdict.slowerThanAtThousand <= 1.3;
  console.log(
    `At 100,000 units: ${verdict.shareOfHardCoded} of the hard-coded page (wanted 0.6), ${verdict.slowerThanAtThousand} times slower than at 1,000 (wanted 1.3): ${holds ? 'holds' : 'DOES NOT HOLD'}.`,
  );
  mkdirSync(join(root, 'build', 'bench'), { recursive: true });
  const report = {
    at: new Date().toISOString(),
    node: process.version,
    seconds: SECONDS,
    rounds: ROUNDS,
    lines,
    waits,
    ...verdict,
    holds,
  };
  writeFileSync(join(root, 'build', 'bench', 'devices-list.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (!holds) process.exitCode = 1;
} finally {
  for (const child of children) child.disconnect();
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
