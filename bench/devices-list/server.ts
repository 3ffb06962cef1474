/**
 * The real server with the real pages, for a measurement. With a file of rows it serves the list of units from memory:
 * the same guard, the same route, the same rendering, and no query for the list.
 * Usage: server.ts PORT [ROWS.json]; the database is the one CHANGEMARK_SOCKET names.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { createApp } from '../../app/server/express-app';
import { readSettings } from '../../app/server/settings';

const [port = '0', rows] = process.argv.slice(2);
const built = join(import.meta.dirname, '..', '..', 'build');
const build: ServerBuild = await import(pathToFileURL(join(built, 'server', 'index.js')).href);

/** The build with the list's loader answering from memory, behind the frame's own guard. */
function withRows(file: string): ServerBuild {
  const list = Object.values(build.routes).find((route) => route?.path === 'units' && route.index !== undefined);
  const frame = Object.values(build.routes).find((route) => route?.id.endsWith('_app+/_layout'));
  if (!list || !frame?.module.loader) throw new Error('The build has no list of units, or no frame');
  const guard = frame.module.loader as (args: LoaderFunctionArgs) => Promise<unknown>;
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const loader = async (args: LoaderFunctionArgs) => {
    await guard(args);
    return data;
  };
  return { ...build, routes: { ...build.routes, [list.id]: { ...list, module: { ...list.module, loader } } } };
}

const pages = { build: rows ? withRows(rows) : build, files: join(built, 'client') };
const settings = readSettings({ ...process.env, PORT: port, RATE_LIMIT: '0' });
const app = createApp(settings, pages, { leaving: () => false, databaseUp: () => true });
const server = app.listen(settings.port, settings.host, () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000 });
});
process.once('disconnect', () => process.exit(0));
