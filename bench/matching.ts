/**
 * All published advisories that come with the project against 100,000 units of 2,000 models and a list of 50,000
 * components: the job as it ships, on a real PostgreSQL, against holding each unit by itself against each product of
 * each advisory (on a sample, extrapolated). Prints a table and writes build/bench/matching.json. BENCH_UNITS sets the
 * size.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { matchAdvisories } from '../app/features/advisories/match-advisories.server';
import { matchName } from '../app/features/advisories/matching/match-name';
import { productGroups } from '../app/features/advisories/matching/product-groups';
import { holds } from '../app/features/advisories/matching/version-holds';
import { readModels } from '../app/features/advisories/read-register.server';
import { receiveAdvisory } from '../app/features/advisories/receive-advisory.server';
import { closeDatabase, inOrganisation } from '../db/client.server';
import { databaseConnections } from '../db/connections.server';
import { startEmbedded } from '../db/embedded.server';
import { migrate } from '../db/migrate.server';
import { publishedAdvisories } from '../db/seed/catalogue/csaf.server';
import { aRegister } from './devices-list/register';
import { fill } from './matching/fleet';

const SIZES = { models: 2000, units: Number(process.env.BENCH_UNITS ?? 100_000), components: 50_000 };
const SAMPLE = 20;
const TARGET_S = 10;

const root = join(import.meta.dirname, '..');
const seconds = (since: number) => Math.round((performance.now() - since) / 10) / 100;
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

async function measure() {
  const advisories = publishedAdvisories();
  const { actor } = await aRegister();
  const { orgId } = actor;
  await fill(actor, advisories, SIZES);
  const owner = postgres({ ...databaseConnections().owner, max: 1, onnotice: () => undefined });
  for (const table of ['device_models', 'units', 'components', 'suppliers'])
    await owner.unsafe(`vacuum analyze ${table}`);
  await owner.end();
  for (const advisory of advisories) {
    await inOrganisation(actor, (tx) => receiveAdvisory(tx, actor, advisory, { format: 'CSAF 2.0', importId: null }));
  }
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const done = await matchAdvisories({ orgId });
  const all = seconds(began);
  const used = process.cpuUsage(cpu);
  const [counted] = await inOrganisation(actor, (tx) =>
    tx.execute<Record<string, number>>(sql`
      select (select count(*)::int from matches where org_id = ${orgId}) as matches,
        (select count(*)::int from match_versions where org_id = ${orgId}) as rows,
        (select count(*)::int from units where org_id = ${orgId}) as units,
        (select sum(units_hit)::int from advisories where org_id = ${orgId}) as hit,
        (select sum(units_unclear)::int from advisories where org_id = ${orgId}) as unclear`),
  );
  const models = await inOrganisation(actor, (tx) => readModels(tx, orgId));
  const [first] = models;
  const single = performance.now();
  await matchAdvisories({ orgId, modelId: first?.id ?? '' });
  const oneModel = seconds(single);
  // Each unit by itself: its model's name against every product, its version against every line that matches.
  const groups = advisories.map(productGroups);
  const alone = performance.now();
  for (const model of models.slice(0, SAMPLE)) {
    for (const group of groups.flat()) {
      if (!matchName(group, model)) continue;
      for (const { versions } of group.lines) holds(versions, '2.1');
    }
  }
  const naive = ((performance.now() - alone) / 1000 / SAMPLE) * SIZES.units;
  const report = {
    ...{ measuredAt: new Date().toISOString(), node: process.version, advisories: done, ...SIZES, ...counted },
    ...{
      seconds: all,
      processorSeconds: Math.round((used.user + used.system) / 10_000) / 100,
      targetSeconds: TARGET_S,
    },
    ...{ oneModelAgainstAllSeconds: oneModel, eachUnitByItselfSeconds: Math.round(naive) },
    peakMegabytes: megabytes(process.resourceUsage().maxRSS * 1024),
    grownByMegabytes: megabytes(process.memoryUsage().rss - before),
  };
  console.table(report);
  mkdirSync(join(root, 'build', 'bench'), { recursive: true });
  writeFileSync(join(root, 'build', 'bench', 'matching.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (all > TARGET_S) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), 'changemark-matching-'));
const server = await startEmbedded({ dataDir: folder });
try {
  process.env.CHANGEMARK_SOCKET = server.socketDir;
  await migrate(databaseConnections().owner);
  await measure();
} finally {
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
