import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { authDb } from '../../db/client.server';
import { testDatabase } from '../../db/testing';
import { localPath } from './local-path';
import { SESSION_COOKIE } from './session.server';
import { type Browser, newBrowser } from './testing/browser';
import { anOrganisation, aPerson, letIn, PASSWORD, type TestPerson } from './testing/people';

const browser = (address?: string) => newBrowser({ address, routes: /_auth|sign-out|account/ });
const signIn = (from: Browser, email: string, password = PASSWORD, more = {}) =>
  from.post('/sign-in', { email, password, next: '/account', ...more });

describe('signing in', () => {
  testDatabase();
  let org = '';
  let amara: TestPerson;

  beforeAll(async () => {
    org = await anOrganisation();
    amara = await aPerson(org, 'engineer', { name: 'Amara Osei' });
  });
  afterEach(() => {
    delete process.env.ORIGIN;
  });

  it('opens a session, goes where the person wanted to, and shows who is in', async () => {
    const chrome = browser();
    expect((await chrome.get('/account')).location).toBe('/sign-in?next=%2Faccount');
    const answer = await signIn(chrome, amara.email.toUpperCase());
    expect([answer.status, answer.location]).toEqual([303, '/account']);
    const page = await chrome.get('/account');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Amara Osei');
    expect((await chrome.get('/sign-in')).location).toBe('/');
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const cookie = (await signIn(browser(), amara.email)).setCookies.find((text) => text.startsWith(SESSION_COOKIE));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).not.toMatch(/; Secure/);
    expect(cookie).not.toMatch(/Domain/i);
  });

  it('binds cookies to host and https where people come by https', async () => {
    process.env.ORIGIN = 'https://changemark.example';
    const answer = await signIn(browser(), amara.email);
    const ours = answer.setCookies.filter((cookie) => cookie.includes('changemark_'));
    expect(ours).toHaveLength(2);
    for (const cookie of ours) {
      expect(cookie).toMatch(/^__Host-changemark_/);
      expect(cookie).toMatch(/; Secure/);
    }
  });

  it('renews the session id, whatever the browser came with', async () => {
    const chrome = browser();
    const planted = 'a'.repeat(40);
    chrome.cookies.set(SESSION_COOKIE, planted);
    await signIn(chrome, amara.email);
    const first = chrome.cookies.get(SESSION_COOKIE) ?? '';
    expect(first).not.toBe(planted);
    const other = browser();
    other.cookies.set(SESSION_COOKIE, first);
    const again = await chrome.post('/sign-in', { email: amara.email, password: PASSWORD });
    expect(again.status).toBe(303);
    expect(chrome.cookies.get(SESSION_COOKIE)).not.toBe(first);
    expect((await other.get('/account')).status).toBe(302);
  });

  it('refuses a wrong password, an unknown address and a deactivated person in the same words', async () => {
    const gone = await aPerson(org, 'auditor', { active: false });
    const texts = await Promise.all([
      signIn(browser('192.0.2.20'), amara.email, 'not the password'),
      signIn(browser('192.0.2.21'), 'nobody@hospital.example'),
      signIn(browser('192.0.2.22'), gone.email),
    ]);
    for (const { status, text, setCookies } of texts) {
      expect(status).toBe(422);
      expect(text).toContain('This e-mail address and password do not belong together.');
      expect(setCookies.filter((cookie) => cookie.startsWith(SESSION_COOKIE))).toEqual([]);
    }
  });

  it('keeps the address that was typed, and never sends the password back', async () => {
    const answer = await signIn(browser('192.0.2.30'), 'typo@hospital.example', 'my secret words 42');
    expect(answer.text).toContain('value="typo@hospital.example"');
    expect(answer.text).not.toContain('my secret words 42');
  });

  it.each([
    ['', ''],
    ['x\u0000y@hospital.example', 'a'],
    ['<script>alert(1)</script>', '\u0000'],
    ['ż'.repeat(5000), 'p'.repeat(5000)],
  ])('answers %j in words', async (email, password) => {
    const answer = await signIn(browser('192.0.2.31'), email, password);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('role="alert"');
    expect(answer.text).not.toContain('<script>alert');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:x',
    'evil',
    '',
  ])('goes nowhere else when asked for %j', async (next) => {
    const away = localPath(next);
    expect(new URL(away, 'http://here.invalid').host).toBe('here.invalid');
    expect(away).not.toMatch(/^\/[/\\]/);
    const answer = await signIn(browser(), amara.email, PASSWORD, { next });
    expect(answer.location).toBe(away);
  });

  it('keeps address, filters and place of the page that was wanted', () => {
    expect(localPath('/devices?q=%C5%BC&sort=name#list')).toBe('/devices?q=%C5%BC&sort=name#list');
  });

  it.each([
    ['without a token', null],
    ['with a made-up token', 'x'.repeat(43)],
  ])('refuses a form %s', async (_, csrf) => {
    const chrome = browser();
    await chrome.get('/sign-in');
    expect((await signIn(chrome, amara.email, PASSWORD, { csrf })).status).toBe(403);
  });

  it('takes the token that stands on its own page', async () => {
    const chrome = browser();
    const page = await chrome.get('/sign-in');
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    expect((await signIn(chrome, amara.email, PASSWORD, { csrf })).status).toBe(303);
  });

  it('refuses a form with the token of another browser', async () => {
    const theirs = /name="csrf" value="([^"]+)"/.exec((await browser().get('/sign-in')).text)?.[1] ?? '';
    const chrome = browser();
    await chrome.get('/sign-in');
    expect((await signIn(chrome, amara.email, PASSWORD, { csrf: theirs })).status).toBe(403);
    await letIn(chrome, amara);
    expect((await chrome.post('/sign-out', { csrf: theirs })).status).toBe(403);
    expect((await chrome.get('/account')).status).toBe(200);
  });

  it('ends a session at sign-out, also for whoever kept the cookie', async () => {
    const chrome = browser();
    await signIn(chrome, amara.email);
    const copy = browser();
    copy.cookies.set(SESSION_COOKIE, chrome.cookies.get(SESSION_COOKIE) ?? '');
    expect((await copy.get('/account')).status).toBe(200);
    expect((await chrome.post('/sign-out', {})).location).toBe('/sign-in');
    expect(chrome.cookies.has(SESSION_COOKIE)).toBe(false);
    expect((await copy.get('/account')).location).toContain('/sign-in');
  });

  it.each([
    ['idle for twelve hours', sql`expires_at = now() - interval '1 second'`],
    ['a week old', sql`created_at = now() - interval '7 days 1 second'`],
  ])('asks again when the session is %s, and says so after a post', async (_, past) => {
    const person = await aPerson(org, 'auditor');
    const chrome = await letIn(browser(), person);
    await authDb().execute(sql`update sessions set ${past} where user_id = ${person.userId}`);
    expect((await chrome.get('/account')).location).toBe('/sign-in?next=%2Faccount');
    const posted = await chrome.post('/account', { intent: 'end-others' });
    expect(posted.location).toBe('/sign-in?next=%2Faccount&ended=yes');
    const rows = await authDb().execute(sql`select 1 from sessions where user_id = ${person.userId}`);
    expect(rows).toHaveLength(0);
  });

  it('shuts out a deactivated person at once', async () => {
    const person = await aPerson(org, 'auditor');
    const chrome = await letIn(browser(), person);
    expect((await chrome.get('/account')).status).toBe(200);
    await authDb().transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.org_id', ${org}, true)`);
      await tx.execute(sql`update users set active = false where id = ${person.userId}`);
    });
    expect((await chrome.get('/account')).location).toContain('/sign-in');
  });

  it('stores no cookie value in the database', async () => {
    const chrome = browser();
    await signIn(chrome, amara.email);
    const rows = await authDb().execute(sql`select id from sessions`);
    expect(rows.map((row) => row.id)).not.toContain(chrome.cookies.get(SESSION_COOKIE));
    expect(rows.every((row) => /^[0-9a-f]{64}$/.test(String(row.id)))).toBe(true);
  });

  it('opens nothing but the account until a password chosen by somebody else is replaced [11.200(a)(3)]', async () => {
    const fresh = await aPerson(org, 'engineer', { mustChangePassword: true });
    const whole = newBrowser({ routes: /_auth|sign-out|account|_app\+\/index/ });
    await signIn(whole, fresh.email);
    expect((await whole.get('/')).location).toBe('/account/password');
    const page = await whole.get('/account/password');
    expect(page.text).toContain('Choose a password of your own first');
    const done = await whole.post('/account/password', {
      ...{ current: PASSWORD, password: 'entirely other words', again: 'entirely other words' },
    });
    expect(done.location).toBe('/account?done=password');
    expect((await whole.get('/')).status).toBe(200);
  });
});
