/** The server, from an empty folder to an address on the screen. Started by bin/start.js and bin/dev.js. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import type { ServerBuild } from '@remix-run/node';
import { CannotStart } from '../../db/cannot-start';
import { closeDatabase } from '../../db/client.server';
import { migrate, oneAtATime } from '../../db/migrate.server';
import { openDatabase } from '../../db/open.server';
import { dataFolder, projectRoot } from '../../db/project-root';
import { seedWhenEmpty } from '../../db/seed/index.server';
import { resumeReruns } from '../features/reruns/resume-reruns.server';
import { banner } from './banner';
import { demonstrationSignIns } from './demonstration';
import { createApp, type Pages } from './express-app';
import { checkPort, listen } from './listen';
import { readSettings } from './settings';
import { startWorkers } from './start-workers';
import { installStopping, type Stopping } from './stopping';

const say = (message: string) => console.log(message);

async function builtPages(): Promise<Pages> {
  const build = join(projectRoot(), 'build');
  const server: ServerBuild = await import(pathToFileURL(join(build, 'server', 'index.js')).href);
  return { build: server, files: join(build, 'client') };
}

/** While developing: Vite compiles on request and tells open pages what changed. */
async function livePages(stopping: Stopping): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({ root: projectRoot(), server: { middlewareMode: true }, appType: 'custom' });
  stopping.onStop(() => vite.close());
  return {
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild,
    files: vite.middlewares,
  };
}

async function start(stopping: Stopping, dev: boolean): Promise<void> {
  const settings = readSettings(process.env);
  const lost = (error: Error) => {
    say(error.message);
    stopping.stop(1);
  };
  const database = await openDatabase({ log: say, onLost: lost });
  stopping.onStop(() => database.close());
  await checkPort(settings);
  const migrated = await migrate(database.connections.owner);
  if (migrated.length > 0) say(`Migrated the database: ${migrated.join(', ')}.`);
  stopping.onStop(() => closeDatabase());
  const seeded = await oneAtATime(database.connections.owner, () => seedWhenEmpty());
  if (seeded) say('Loaded the demonstration organisations.');
  await resumeReruns();
  const pages = dev ? await livePages(stopping) : await builtPages();
  const server = await listen(
    createApp(settings, pages, { leaving: stopping.begun, databaseUp: database.up }),
    settings,
  );
  stopping.onStop(() => server.close());
  say(banner(server.address, database.embedded ? dataFolder() : undefined, await demonstrationSignIns()));
  // After the address is on the screen: nobody who opens a page waits for them.
  if (settings.workers) {
    const workers = await startWorkers(lost);
    stopping.onStop(() => workers.stop());
  }
}

/**
 * Runs the server until it is told to stop; the returned promise only says that it is up (or that it ends because it
 * could not be started, with the reason printed and exit code 1).
 */
export async function main({ dev = false, parent }: { dev?: boolean; parent?: number } = {}): Promise<void> {
  const stopping = installStopping(say, parent);
  try {
    await start(stopping, dev);
  } catch (error) {
    if (stopping.begun()) return;
    console.error(`\n${error instanceof CannotStart ? error.message : inspect(error)}\n`);
    await stopping.stop(1);
  }
}
