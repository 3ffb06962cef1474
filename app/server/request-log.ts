/** One line and one measurement for every request. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { Histogram } from 'prom-client';
import { once } from '../../db/once';
import { log } from './log';

const duration = () =>
  once(
    'server.duration',
    () =>
      new Histogram({
        name: 'http_request_duration_seconds',
        help: 'Time to answer, by method, kind of request and status',
        labelNames: ['method', 'kind', 'status'],
        buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      }),
  );

/** The path without what opens doors: one-time links carry their token in it. Queries are never logged. */
export const loggedPath = (path: string) => path.replace(/^(\/reply\/)[^/]+/, '$1[token]').slice(0, 300);

const kindOf = (path: string) => (path.startsWith('/assets/') ? 'asset' : path.endsWith('.data') ? 'data' : 'page');

/** Gives the request an id (ours, also in the answer as X-Request-Id), and logs and measures it when it is over. */
export const requestLog: RequestHandler = (request, response, next) => {
  const requestId = randomUUID();
  const began = performance.now();
  response.locals.requestId = requestId;
  response.set('X-Request-Id', requestId);
  const { method } = request;
  const path = loggedPath(request.path);
  response.once('close', () => {
    const ms = performance.now() - began;
    const status = response.statusCode;
    const kind = kindOf(request.path);
    duration().observe({ method, kind, status }, ms / 1000);
    const line = { requestId, method, path, status, ms: Math.round(ms * 10) / 10, address: request.ip };
    if (!response.writableFinished) log.info({ ...line, aborted: true }, 'request');
    else if (kind === 'asset') log.debug(line, 'request');
    else log.info(line, 'request');
  });
  next();
};
