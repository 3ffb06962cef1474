/**
 * An inventory of 100,000 units as CSV: brought, read and held against the register, applied, brought again (nothing is
 * new), undone. Real PostgreSQL, row-level security included. Prints a table and writes build/bench/imports.json.
 * BENCH_ROWS sets how many rows (default 100,000).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actOnImport } from '../app/features/imports/act-on-import.server';
import { bringFiles, fileOf } from '../app/features/imports/bring-files.server';
import { getImport } from '../app/features/imports/get-import.server';
import { BringForm } from '../app/features/imports/import-form';
import { runImport } from '../app/features/imports/run-import.server';
import { closeDatabase } from '../db/client.server';
import { databaseConnections } from '../db/connections.server';
import { startEmbedded } from '../db/embedded.server';
import { migrate } from '../db/migrate.server';
import { aRegister } from './devices-list/register';
import { inventoryOf } from './imports/inventory';

const root = join(import.meta.dirname, '..');
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);

const folder = mkdtempSync(join(tmpdir(), 'changemark-bench-'));
process.env.CHANGEMARK_DATA = folder;
const server = await startEmbedded({ dataDir: join(folder, 'postgres') });
const table: { step: string; seconds: number; 'most RSS, MB': number }[] = [];

/** Runs a step, watching the time and the memory of this process. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  let most = process.memoryUsage.rss();
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 100);
  try {
    return await work();
  } finally {
    clearInterval(watch);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    table.push({ step: name, seconds, 'most RSS, MB': Math.round(most / 1024 / 1024) });
    console.log(`${name}: ${seconds} s`);
  }
}

try {
  process.env.CHANGEMARK_SOCKET = server.socketDir;
  await migrate(databaseConnections().owner);
  const { actor } = await aRegister();
  const { orgId } = actor;
  const file = Buffer.from(inventoryOf(ROWS));
  console.log(`${ROWS.toLocaleString('en-GB')} rows, ${Math.round(file.length / 1024 / 1024)} MB`);
  const bring = async () => {
    const done = await bringFiles(actor, BringForm.parse({ purpose: 'inventory' }), [fileOf('inventory.csv', file)]);
    if (!done.ok) throw new Error(JSON.stringify(done.errors));
    return done.ids[0] ?? '';
  };
  const work = (importId: string) => runImport({ orgId, importId });
  const counts = async (id: string) => {
    const page = await getImport(actor, id, new URLSearchParams());
    console.log(page?.status, JSON.stringify(page?.counts), page?.problem);
  };
  const press = async (id: string, form: Parameters<typeof actOnImport>[2]) => {
    const done = await actOnImport(actor, id, form);
    if (!done?.ok) throw new Error(JSON.stringify(done));
  };

  const id = await step('brought', bring);
  await step('read and held against the register', () => work(id));
  await counts(id);
  await press(id, { act: 'allow', mayCreate: 'yes' });
  await step('held again', () => work(id));
  await counts(id);
  await press(id, { act: 'apply' });
  await step('applied', () => work(id));
  await counts(id);
  await step('a page of it', () => counts(id));
  const again = await bring();
  await step('brought again: read and held', () => work(again));
  await counts(again);
  await press(id, { act: 'undo', reason: 'To measure it' });
  await step('undone', () => work(id));
  await counts(id);
} finally {
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.table(table);
mkdirSync(join(root, 'build', 'bench'), { recursive: true });
writeFileSync(join(root, 'build', 'bench', 'imports.json'), `${JSON.stringify(table, null, 2)}\n`);
