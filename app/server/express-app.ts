/** The web server's layers, in the order in which a request meets them. */
import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import { health } from './health';
import { requestLimits } from './limits';
import { log } from './log';
import { refuse } from './plain-page';
import { requestLog } from './request-log';
import { sameSiteOnly, securityHeaders, unlisted, withNonce } from './security';
import type { Settings } from './settings';
import { limitedBody, wellFormed } from './well-formed';

export interface Pages {
  /** Remix's build: a module, or while developing a function that gives the newest. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the client's files, or while developing Vite's own middleware. */
  files: string | RequestHandler;
}

const YEAR = 31_536_000_000;
const HOUR = 3_600_000;

function clientFiles(files: Pages['files']): RequestHandler[] {
  if (typeof files !== 'string') return [files];
  return [
    // Names in assets/ hold a digest of the content, so they never change; a missing one is missing for good.
    express
      .Router()
      .use('/assets', express.static(join(files, 'assets'), { immutable: true, maxAge: YEAR }), (_, res) =>
        refuse(res, 404, 'There is no such file. Reload the page: Changemark was updated.'),
      ),
    express.static(files, { maxAge: HOUR, index: false, redirect: false, dotfiles: 'ignore' }),
  ];
}

const lastResort: ErrorRequestHandler = (error, _request, response: Response, next) => {
  if (response.headersSent) return next(error);
  const status = Number(error?.status ?? error?.statusCode ?? 500);
  if (status >= 400 && status < 500) return refuse(response, status, 'The request could not be read.');
  log.error({ err: error, requestId: response.locals.requestId }, 'request failed');
  const id = response.locals.requestId;
  refuse(response, 500, `Something went wrong on our side, and nothing was saved. It is recorded under ${id}.`);
};

export interface Condition {
  /** True once the server is stopping: connections are then closed after their answer. */
  leaving(): boolean;
  /** False while the database is being brought back. */
  databaseUp(): boolean;
}

/** Puts the server together. */
export function createApp(settings: Settings, pages: Pages, { leaving, databaseUp }: Condition): Express {
  const dev = typeof pages.files !== 'string';
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxy);
  app.use(requestLog, withNonce, securityHeaders(settings, dev), unlisted);
  app.use((_request, response, next) => {
    if (leaving()) response.set('Connection', 'close');
    next();
  });
  app.use(wellFormed, health(settings, leaving));
  app.use(compression());
  app.use(...clientFiles(pages.files));
  app.use(...requestLimits(settings), sameSiteOnly(settings), limitedBody);
  app.use((_request, response, next) => {
    if (databaseUp()) return next();
    response.set('Retry-After', '2');
    refuse(response, 503, 'The database is being started again, and nothing was saved. Try again in a moment.');
  });
  app.all(
    '*',
    createRequestHandler({
      build: pages.build,
      mode: process.env.NODE_ENV,
      getLoadContext: (request, response) => ({
        cspNonce: response.locals.cspNonce,
        requestId: response.locals.requestId,
        address: request.ip ?? '',
        setCookie: (value: string) => {
          response.append('Set-Cookie', value);
        },
      }),
    }),
  );
  app.use(lastResort);
  return app;
}
