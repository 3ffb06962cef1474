/**
 * An import whose worker is killed with SIGKILL, again and again, ends like one that was left alone: the same units, the
 * same statements, the same record. One database, two organisations, a real worker process each time.
 * `npm run bench crash-import [--kills 10] [--rows 6000]`
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { actOnImport } from '../app/features/imports/act-on-import.server';
import { bringFiles, fileOf } from '../app/features/imports/bring-files.server';
import { getImport } from '../app/features/imports/get-import.server';
import { type ActForm, BringForm } from '../app/features/imports/import-form';
import { isMoving } from '../app/features/imports/import-words';
import { runImport } from '../app/features/imports/run-import.server';
import type { Actor } from '../app/guard/actor';
import { closeDatabase } from '../db/client.server';
import { databaseConnections } from '../db/connections.server';
import { startEmbedded } from '../db/embedded.server';
import { migrate } from '../db/migrate.server';
import { aRegister } from './devices-list/register';
import { inventoryOf } from './imports/inventory';
import { whatIsThere } from './imports/what-is-there';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '10' }, rows: { type: 'string', default: '6000' } },
});
const KILLS = Number(values.kills);
const root = join(import.meta.dirname, '..');

const folder = mkdtempSync(join(tmpdir(), 'changemark-crash-import-'));
process.env.CHANGEMARK_DATA = folder;
const server = await startEmbedded({ dataDir: join(folder, 'postgres') });
process.env.CHANGEMARK_SOCKET = server.socketDir;

/** A worker of its own: reads, holds, applies, undoes whatever the import's state asks for. */
const worker = (orgId: string, importId: string): ChildProcess =>
  spawn(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'bench/imports/worker.ts'), orgId, importId],
    { env: process.env, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );

async function kill(child: ChildProcess): Promise<void> {
  // The program runs in a child of the one that was started: the whole group of this worker goes, and nothing else.
  if (child.pid && child.exitCode === null && child.signalCode === null) {
    process.kill(-child.pid, 'SIGKILL');
    await once(child, 'exit');
  }
}

const stateOf = async (actor: Actor, id: string) => {
  const page = await getImport(actor, id, new URLSearchParams());
  if (!page) throw new Error('The import is not there');
  return page;
};

let killed = 0;

/** Works an import off with workers that are killed at random moments, until it stands still by itself. */
async function withKills(actor: Actor, id: string, most: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const child = worker(actor.orgId, id);
    const ended = once(child, 'exit');
    if (n < most) {
      // From its first word on: starting up is not what is to be killed.
      await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended]);
      await Promise.race([sleep(Math.random() * 4000), ended]);
      if (child.exitCode === null) {
        const { status, progress, progressOf } = await stateOf(actor, id);
        await kill(child);
        killed += 1;
        console.log(`killed while ${status}, ${progress} of ${progressOf}`);
      }
    } else await ended;
    if (!isMoving((await stateOf(actor, id)).status)) return;
  }
}

const bring = async (actor: Actor, file: Buffer) => {
  const done = await bringFiles(actor, BringForm.parse({ purpose: 'inventory' }), [fileOf('inventory.csv', file)]);
  if (!done.ok) throw new Error(JSON.stringify(done.errors));
  return done.ids[0] ?? '';
};
const press = async (actor: Actor, id: string, form: ActForm) => {
  const done = await actOnImport(actor, id, form);
  if (!done?.ok) throw new Error(JSON.stringify(done));
};

let failed = true;
try {
  await migrate(databaseConnections().owner);
  const [calm, hit] = [(await aRegister()).actor, (await aRegister('second@hospital.example')).actor];
  const file = Buffer.from(inventoryOf(Number(values.rows)));
  const same: string[] = [];
  const ids = [await bring(calm, file), await bring(hit, file)] as const;
  const work = { calm: (n: 0) => runImport({ orgId: calm.orgId, importId: ids[n] }) };
  const steps: (ActForm | null)[] = [
    null,
    { act: 'allow', mayCreate: 'yes' },
    { act: 'apply' },
    { act: 'undo', reason: 'To see' },
  ];
  for (const [index, form] of steps.entries()) {
    if (form)
      for (const [actor, id] of [
        [calm, ids[0]],
        [hit, ids[1]],
      ] as const)
        await press(actor, id, form);
    await work.calm(0);
    await withKills(hit, ids[1], Math.ceil((KILLS - killed) / (steps.length - index)));
    const [one, other] = [await whatIsThere(calm.orgId), await whatIsThere(hit.orgId)];
    const verdict = one === other ? 'the same' : 'DIFFERENT';
    same.push(verdict);
    console.log(`after ${form?.act ?? 'reading'}: ${(await stateOf(hit, ids[1])).status}, ${verdict}`);
  }
  failed = same.includes('DIFFERENT');
  mkdirSync(join(root, 'build', 'bench'), { recursive: true });
  writeFileSync(join(root, 'build', 'bench', 'crash-import.json'), `${JSON.stringify({ killed, same }, null, 2)}\n`);
  console.log(`${killed} kills: ${failed ? 'FAILED' : 'the end is the same as without them.'}`);
} finally {
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
