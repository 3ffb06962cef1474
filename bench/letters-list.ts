/**
 * The list of letters at 1,000, 10,000 and 100,000 letters: real PostgreSQL, as the page asks it, row-level security
 * included. Wanted: the first page at 100,000 letters at most 1.5 times slower than at 1,000, every other way into the
 * list below 250 ms there, and no walk over the whole table for a page in order. Prints tables and writes
 * build/bench/letters-list.json. BENCH_TIMES sets how often each is measured (default 25).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { readLettersFilter } from '../app/features/letters/letters-filter';
import { LETTER_SORTS, lettersWhere } from '../app/features/letters/letters-query.server';
import { listLetters } from '../app/features/letters/list-letters.server';
import { today } from '../app/features/today';
import { closeDatabase, inOrganisation } from '../db/client.server';
import { databaseConnections } from '../db/connections.server';
import { startEmbedded } from '../db/embedded.server';
import { migrate } from '../db/migrate.server';
import { aRegister } from './devices-list/register';
import { growLetters } from './letters-list/letters';

const root = join(import.meta.dirname, '..');
const TIMES = Number(process.env.BENCH_TIMES ?? 25);
const SIZES = [1000, 10_000, 100_000];

/** Ways into the list, by name. */
const WAYS: Record<string, string> = {
  'first page': '',
  'by due date': 'sort=due',
  overdue: 'view=overdue',
  'waiting for approval': 'view=to-approve',
  'bounced or unsure': 'view=in-doubt',
  'one state': 'state=acknowledged',
  'one kind': 'kind=lifecycle-request',
  'rare severity': 'severity=exploited',
  'search that finds many': 'q=monitor',
  'search that finds one': 'q=cm-2020-099999',
  'search that finds none': 'q=nothing',
};

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const rounded = (n: number): number => Math.round(n * 10) / 10;

const folder = mkdtempSync(join(tmpdir(), 'changemark-bench-'));
const server = await startEmbedded({ dataDir: folder });
try {
  process.env.CHANGEMARK_SOCKET = server.socketDir;
  const { owner } = databaseConnections();
  await migrate(owner);
  const { actor } = await aRegister();

  /** Milliseconds of one way, the middle of many. */
  async function measure(query: string): Promise<number> {
    const times: number[] = [];
    for (let n = 0; n < TIMES + 3; n += 1) {
      const began = performance.now();
      await listLetters(actor, new URLSearchParams(query));
      if (n >= 3) times.push(performance.now() - began);
    }
    return rounded(median(times));
  }

  /** How PostgreSQL finds a page: the first node that reads letters. */
  const planOf = (query: string) =>
    inOrganisation(actor, async (tx) => {
      const filter = readLettersFilter(new URLSearchParams(query));
      const { column, descending } = LETTER_SORTS[filter.sort];
      const way = sql.raw(descending ? 'desc' : 'asc');
      const rows = await tx.execute<{ 'QUERY PLAN': string }>(sql`
        explain select l.org_id, l.id from letters l where ${lettersWhere(actor.orgId, filter, today())}
        order by ${column} ${way}, l.id ${way} limit 51`);
      const lines = rows.map((row) => row['QUERY PLAN']);
      return (
        lines
          .find((line) => / Scan /.test(line))
          ?.trim()
          .replace(/^->\s+/, '')
          .replace(/\s+\(.*$/, '') ?? '?'
      );
    });

  const lines: Record<string, Record<string, number>> = {};
  let filled = 0;
  for (const letters of SIZES) {
    await growLetters(actor, filled + 1, letters, owner);
    filled = letters;
    for (const [name, query] of Object.entries(WAYS)) {
      lines[name] = { ...lines[name], [`${letters} letters, ms`]: await measure(query) };
    }
  }
  const middle = (await listLetters(actor, new URLSearchParams('q=cm-2020-05000'))).page.after ?? '';
  lines['a page in the middle'] = { '100000 letters, ms': await measure(`after=${middle}`) };
  const plans: Record<string, string> = {};
  for (const [name, query] of Object.entries(WAYS)) plans[name] = await planOf(query);
  console.log('The list of letters: milliseconds of the use case, counts and choices included');
  console.table(lines);
  console.log('How its rows are found at 100,000 letters');
  console.table(plans);

  const first = lines['first page'] ?? {};
  const slower = rounded((first['100000 letters, ms'] ?? Number.NaN) / (first['1000 letters, ms'] ?? Number.NaN));
  const slowest = Math.max(...Object.values(lines).map((line) => line['100000 letters, ms'] ?? 0));
  const walks = ['first page', 'by due date', 'overdue'].filter((name) => plans[name]?.startsWith('Seq Scan'));
  const holds = slower <= 1.5 && slowest <= 250 && walks.length === 0;
  console.log(
    `At 100,000 letters the first page is ${slower} times slower than at 1,000 (wanted 1.5), the slowest way takes ${slowest} ms (wanted 250): ${holds ? 'holds' : 'DOES NOT HOLD'}.`,
  );
  mkdirSync(join(root, 'build', 'bench'), { recursive: true });
  const report = {
    at: new Date().toISOString(),
    node: process.version,
    times: TIMES,
    lines,
    plans,
    slower,
    slowest,
    holds,
  };
  writeFileSync(join(root, 'build', 'bench', 'letters-list.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (!holds) process.exitCode = 1;
} finally {
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
