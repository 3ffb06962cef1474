import express from 'express';
import { afterEach, expect, it } from 'vitest';
import { requestLimits } from './limits';
import { listen } from './listen';
import { readSettings } from './settings';

let stop: () => Promise<void>;
afterEach(() => stop());

/** A server that answers everything behind the limits; `X-Forwarded-For` says who asks. */
async function serve(requestsPerMinute: number) {
  const settings = { ...readSettings({ NODE_ENV: 'test', PORT: '0' }), requestsPerMinute };
  const app = express().set('trust proxy', 1);
  app.use(...requestLimits(settings), (_request, response) => response.end('ok'));
  const { address, close } = await listen(app, settings);
  stop = close;
  return async (from: string, path: string, method = 'GET') =>
    (await fetch(`${address}${path}`, { method, headers: { 'X-Forwarded-For': from } })).status;
}

it('counts each address by itself, and this machine not at all', async () => {
  const ask = await serve(3);
  const answers = [];
  for (let count = 0; count < 4; count++) answers.push(await ask('192.0.2.1', '/devices'));
  expect(answers).toEqual([200, 200, 200, 429]);
  expect(await ask('192.0.2.2', '/devices')).toBe(200);
  for (let count = 0; count < 5; count++) expect(await ask('127.0.0.1', '/devices')).toBe(200);
});

it('allows fewer attempts to sign in, from wherever, and leaves the page itself open', async () => {
  const ask = await serve(6000);
  const attempts = await Promise.all(Array.from({ length: 121 }, () => ask('127.0.0.1', '/sign-in.data', 'POST')));
  expect(attempts.filter((status) => status === 429)).toHaveLength(1);
  expect(await ask('127.0.0.1', '/sign-in')).toBe(200);
});
