/** URL shape from the folders of app/routes: hybrid folders of remix-flat-routes, handed to Remix's route config. */
import {
  UNSAFE_getRouteConfigAppDirectory as appDirectory,
  UNSAFE_defineRoutes as defineRoutes,
  UNSAFE_routeManifestToRouteConfig as toRouteConfig,
} from '@remix-run/dev';
import { flatRoutes } from 'remix-flat-routes';

export default toRouteConfig(
  flatRoutes('routes', defineRoutes, {
    appDir: appDirectory(),
    ignoredRouteFiles: ['**/.*', '**/*.test.{ts,tsx}', '**/*.server.{ts,tsx}'],
  }),
);
