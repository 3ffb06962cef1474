/**
 * The options of Remix, imported by vite.config.ts (Remix's Vite plugin reads no file of its own). The routes are in
 * app/routes.ts, as the flag v3_routeConfig wants them.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  // Nothing becomes a route by Remix's own convention: remix-flat-routes decides (app/routes.ts).
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
