import { expect, test } from '@playwright/test';
import { rawRequest } from './support/raw-request';

test.describe('what the server refuses before any page is asked', () => {
  for (const [what, path, status] of [
    ['half an encoded character', '/devices/%E0%A4%A', 400],
    ['the character zero', '/devices?q=%00', 400],
    ['an address longer than any of ours', `/${'a'.repeat(9000)}`, 414],
    ['headers beyond all measure', `/${'a'.repeat(60_000)}`, 431],
    ['an address of another server', 'http://elsewhere.example/', 400],
    ['an asset that is gone', '/assets/gone-12345678.js', 404],
  ] as const) {
    test(`${what} gets ${status} and a page that says so`, async ({ baseURL }) => {
      const answer = await rawRequest(baseURL, { path });
      expect(answer.status).toBe(status);
      expect(answer.body).toContain('<h1');
    });
  }

  test('a page that never was is to a stranger like any other: behind the sign-in', async ({ baseURL }) => {
    expect((await rawRequest(baseURL, { path: '/no/such/page' })).status).toBe(302);
  });

  test('a method that nothing here uses', async ({ baseURL }) => {
    expect((await rawRequest(baseURL, { path: '/sign-in', method: 'TRACE' })).status).toBe(405);
  });

  test('a Host header that is none', async ({ baseURL }) => {
    expect((await rawRequest(baseURL, { path: '/sign-in', headers: { Host: 'a b:99999' } })).status).toBe(400);
  });

  test('a form sent by a page of another site', async ({ baseURL }) => {
    const headers = { Origin: 'https://elsewhere.example', 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await rawRequest(baseURL, { path: '/sign-in', method: 'POST', headers, body: 'email=a' });
    expect(answer.status).toBe(403);
  });

  test('a body beyond the limit, or of no announced length', async ({ baseURL }) => {
    const form = { path: '/sign-in', method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
    const body = 'a'.repeat(9 * 1024 * 1024);
    expect((await rawRequest(baseURL, { ...form, body })).status).toBe(413);
    const chunked = { ...form.headers, 'Transfer-Encoding': 'chunked' };
    expect((await rawRequest(baseURL, { ...form, headers: chunked, body })).status).toBe(411);
  });
});

test('health: alive, ready, and metrics for this machine only', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200);
  expect(await (await request.get('/readyz')).text()).toBe('ready\n');
  expect(await (await request.get('/metrics')).text()).toContain('http_request_duration_seconds');
  expect((await request.get('/metrics', { headers: { 'X-Forwarded-For': '192.0.2.1' } })).status()).toBe(404);
});

test('the page may run nothing but its own scripts', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  const answer = await page.goto('/sign-in');
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self' 'nonce-");
  expect(answer?.headers()['x-content-type-options']).toBe('nosniff');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(refused).toEqual([]);
});
