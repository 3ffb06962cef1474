/**
 * How much slower pages become while letters are rendered. A real server with the demonstration data; the same two
 * visitors go round the same pages, with nothing else going on, and while 50 letters that were never rendered are
 * downloaded, four at a time, so that the renderer always has the next one. Target: no page's 95th percentile above 1.5
 * times its idle one. Needs a machine that does nothing else: both cores are in use.
 * `npm run bench pages-while-rendering [--batches 4] [--visitors 2]`; writes build/bench/pages-while-rendering.json.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_SIGN_INS } from '../db/seed/people';
import { startServer, stopServer } from './crash/server';
import { Visitor } from './crash/visitor';

const { values } = parseArgs({
  options: { batches: { type: 'string', default: '4' }, visitors: { type: 'string', default: '2' } },
});
const BATCHES = Number(values.batches);
const VISITORS = Number(values.visitors);
const LETTERS = 50;
const DOWNLOADS = 4;
const TARGET = 1.5;

type Times = Map<string, number[]>;

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

/** Milliseconds from asking to the last byte. */
function fetchOnce(address: string, cookie: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { Cookie: cookie, 'Accept-Encoding': 'gzip' };
    get(address, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`GET ${address} answered ${answer.statusCode}`));
      });
    }).on('error', reject);
  });
}

const link = (page: string, shape: RegExp): string => {
  const found = shape.exec(page)?.[0];
  if (!found) throw new Error(`The page has no link like ${shape}`);
  return found;
};

async function signIn(address: string): Promise<Visitor> {
  const person = DEMO_SIGN_INS.find(({ role }) => role === 'engineer');
  if (!person) throw new Error('The demonstration data has no engineer');
  const visitor = new Visitor(address);
  const { fields } = await visitor.open('/sign-in');
  fields.set('email', person.email);
  fields.set('password', person.password);
  await visitor.post('/sign-in', fields);
  return visitor;
}

/** Drafts letters on one change; returns where each can be downloaded. Drafting renders nothing. */
async function draftLetters(visitor: Visitor, change: string, count: number): Promise<string[]> {
  const { fields } = await visitor.open(change);
  const form = new URLSearchParams({ csrf: fields.get('csrf') ?? '', intent: 'draft-letter' });
  const files: string[] = [];
  for (let made = 0; made < count; made++) {
    const letter = await visitor.post(change, form);
    files.push(link((await visitor.open(letter)).page, /\/files\/documents\/[0-9a-f-]{36}\.pdf/));
  }
  return files;
}

/** Visitors go round the pages, each a little further on than the one before, until `over` says so. */
async function goRound(base: string, cookie: string, pages: string[], over: () => boolean): Promise<Times> {
  const times: Times = new Map(pages.map((page) => [page, []]));
  const visit = async (start: number) => {
    for (let at = start; !over(); at++) {
      const page = pages[at % pages.length] ?? '/';
      times.get(page)?.push(await fetchOnce(base + page, cookie));
    }
  };
  const apart = Math.ceil(pages.length / VISITORS);
  await Promise.all(Array.from({ length: VISITORS }, (_, index) => visit(index * apart)));
  return times;
}

/** Downloads all, a few at a time, and says how long it took. */
async function downloadAll(base: string, cookie: string, files: string[]): Promise<number> {
  const began = performance.now();
  const waiting = [...files];
  const person = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) await fetchOnce(base + file, cookie);
  };
  await Promise.all(Array.from({ length: DOWNLOADS }, person));
  return performance.now() - began;
}

const merge = (into: Times, more: Times) => {
  for (const [page, times] of more) into.set(page, [...(into.get(page) ?? []), ...times]);
};

const share = (times: number[] | undefined, of: number): number => {
  const sorted = [...(times ?? [])].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? Number.NaN;
};

const tenth = (value: number) => Math.round(value * 10) / 10;

async function measure(base: string) {
  const visitor = await signIn(base);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const someLetter = link((await visitor.open('/letters')).page, /\/letters\/[0-9a-f-]{36}/);
  const change = link((await visitor.open(someLetter)).page, /\/changes\/[0-9a-f-]{36}/);
  // The page of another change is measured: the one with hundreds of letters is like no other.
  const ordinary = link((await visitor.open('/changes')).page.replaceAll(change, ''), /\/changes\/[0-9a-f-]{36}/);
  const pages = ['/', '/devices', '/units', ordinary, '/letters', '/library/EU-MDCG-2020-3-R1'];
  const batches: string[][] = [];
  for (let batch = 0; batch <= BATCHES; batch++) batches.push(await draftLetters(visitor, change, LETTERS));

  // The first batch warms the renderer, the rounds beside it the pages; neither counts.
  const [warm = [], ...rest] = batches;
  const warmUntil = performance.now() + 5000;
  await Promise.all([
    downloadAll(base, cookie, warm),
    goRound(base, cookie, pages, () => performance.now() > warmUntil),
  ]);

  const idle: Times = new Map();
  const busy: Times = new Map();
  let rendering = 0;
  // Idle and busy take turns, so that neither owns the quieter minute of the machine.
  for (const files of rest) {
    let under = true;
    const visits = goRound(base, cookie, pages, () => !under);
    const took = await downloadAll(base, cookie, files);
    under = false;
    rendering += took;
    merge(busy, await visits);
    const until = performance.now() + took;
    merge(idle, await goRound(base, cookie, pages, () => performance.now() > until));
  }
  const rows = pages.map((page) => ({
    page: page.replace(/[0-9a-f-]{36}/, ':id'),
    visits: busy.get(page)?.length ?? 0,
    'idle p50': tenth(share(idle.get(page), 0.5)),
    'idle p95': tenth(share(idle.get(page), 0.95)),
    'rendering p50': tenth(share(busy.get(page), 0.5)),
    'rendering p95': tenth(share(busy.get(page), 0.95)),
    'p95 ratio': Math.round((share(busy.get(page), 0.95) / share(idle.get(page), 0.95)) * 100) / 100,
  }));
  return { rows, msPerLetter: tenth(rendering / (rest.length * LETTERS)) };
}

const data = mkdtempSync(join(tmpdir(), 'changemark-pages-'));
const server = await startServer(data);
try {
  const { rows, msPerLetter } = await measure(server.address);
  const worst = Math.max(...rows.map((row) => row['p95 ratio']));
  console.log(`Milliseconds a page, ${VISITORS} visitors at once, idle and while ${LETTERS} letters are rendered`);
  console.table(rows);
  console.log(`${msPerLetter} ms a letter, rendered and stored, with the pages visited beside it.`);
  console.log(`Slowest page: ${worst} times its idle p95 (target: at most ${TARGET}).`);
  const folder = join(import.meta.dirname, '..', 'build', 'bench');
  mkdirSync(folder, { recursive: true });
  const result = { node: process.version, cores: availableParallelism(), msPerLetter, worst, target: TARGET, rows };
  writeFileSync(join(folder, 'pages-while-rendering.json'), `${JSON.stringify(result, null, 2)}\n`);
  process.exitCode = worst <= TARGET ? 0 : 1;
} finally {
  agent.destroy();
  await stopServer(server);
  rmSync(data, { recursive: true, force: true });
}
