/** For whoever watches the process: is it alive, does it work, how is it doing. */
import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Request, Router } from 'express';
import { collectDefaultMetrics, register } from 'prom-client';
import { appDb } from '../../db/client.server';
import { once } from '../../db/once';
import { refuse } from './plain-page';
import type { Settings } from './settings';

const ANSWER_WITHIN_MS = 2000;

async function databaseAnswers(): Promise<boolean> {
  const asked = appDb()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([asked, sleep(ANSWER_WITHIN_MS, false, { ref: false })]);
}

function mayReadMetrics(request: Request, token: string | undefined): boolean {
  const given = Buffer.from(request.get('Authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  if (token) return given.length === wanted.length && timingSafeEqual(given, wanted);
  // A proxy on this machine also comes from loopback, and carries strangers.
  const forwarded = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => request.headers[name]);
  return !forwarded && /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '');
}

/**
 * /healthz (the process answers), /readyz (the database does too; otherwise 503) and /metrics (Prometheus; only from
 * this machine, or with `METRICS_TOKEN` as a bearer token).
 * @param leaving says that the server is about to stop, so that a balancer sends nobody here any more
 */
export function health({ metricsToken }: Settings, leaving: () => boolean): Router {
  once('server.metrics', () => collectDefaultMetrics());
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text').send('alive\n');
  });
  router.get('/readyz', async (_request, response) => {
    const word = leaving() ? 'stopping' : (await databaseAnswers()) ? 'ready' : 'the database does not answer';
    response
      .set('Cache-Control', 'no-store')
      .status(word === 'ready' ? 200 : 503)
      .type('text')
      .send(`${word}\n`);
  });
  router.get('/metrics', async (request, response) => {
    // As if there were none: whoever may not read them need not know.
    if (!mayReadMetrics(request, metricsToken)) return refuse(response, 404, 'There is no such page.');
    response
      .set('Cache-Control', 'no-store')
      .type(register.contentType)
      .send(await register.metrics());
  });
  return router;
}
