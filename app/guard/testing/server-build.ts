/** The application's routes as a Remix server build, made from the sources: what tests send requests to. */

import { fileURLToPath } from 'node:url';
import { UNSAFE_defineRoutes as defineRoutes } from '@remix-run/dev';
import type { ServerBuild } from '@remix-run/node';
import { flatRoutes } from 'remix-flat-routes';
import remixConfig from '../../../remix.config.js';
import * as entry from '../../entry.server';
import * as root from '../../root';

const modules = import.meta.glob<RouteModule>(['../../routes/**/*.{ts,tsx}', '!**/*.test.*', '!**/*.server.*']);

export interface RouteModule {
  default?: unknown;
  loader?: unknown;
  action?: unknown;
}

export interface TestedRoute {
  id: string;
  parentId?: string;
  /** Path relative to the parent. */
  path?: string;
  index?: boolean;
  module: RouteModule;
  /** The whole address with its parameters, as ":name"; "/" for the first page. */
  address: string;
}

/** Every route but the root whose file matches, with its module loaded. */
export async function allRoutes(files = /./): Promise<TestedRoute[]> {
  const appDir = fileURLToPath(new URL('../..', import.meta.url));
  const manifest = flatRoutes('routes', defineRoutes, {
    appDir,
    ignoredRouteFiles: ['**/.*', '**/*.test.{ts,tsx}', '**/*.server.{ts,tsx}'],
  });
  const addressOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : manifest[id];
    return route ? `${addressOf(route.parentId)}${route.path ? `/${route.path}` : ''}` : '';
  };
  const wanted = Object.values(manifest).filter(({ file }) => files.test(file) || file.endsWith('_layout.tsx'));
  const found: TestedRoute[] = [];
  // One after the other: loaded at once, modules that import each other wait for each other for minutes.
  for (const { id, parentId, path, index, file } of wanted) {
    const load = modules[`../../${file}`];
    if (!load) throw new Error(`The route ${file} is not among the modules`);
    found.push({ id, parentId, path, index, module: await load(), address: addressOf(id) || '/' });
  }
  return found;
}

/** A build without client files: pages are rendered as in production, scripts are named but not served. */
export async function testBuild(files?: RegExp): Promise<ServerBuild> {
  const routes = (await allRoutes(files)).map(({ address: _, parentId = 'root', ...route }) => ({
    ...route,
    parentId,
  }));
  const all = [{ id: 'root', path: '', parentId: undefined, index: undefined, module: root as RouteModule }, ...routes];
  const build = {
    mode: 'production',
    entry: { module: entry },
    routes: Object.fromEntries(all.map((route) => [route.id, route])),
    assets: {
      entry: { imports: [], module: '/assets/entry.js' },
      routes: Object.fromEntries(
        all.map(({ module, ...route }) => [
          route.id,
          {
            ...route,
            module: '/assets/route.js',
            hasLoader: Boolean(module.loader),
            hasAction: Boolean(module.action),
            hasErrorBoundary: 'ErrorBoundary' in module,
          },
        ]),
      ),
      url: '/assets/manifest.js',
      version: 'test',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: remixConfig.future,
    isSpaMode: false,
  };
  return build as unknown as ServerBuild;
}
