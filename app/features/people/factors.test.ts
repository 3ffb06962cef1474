import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authDb, inOrganisationAsAuthority } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { makeRecoveryCodes } from '../../guard/recovery-codes.server';
import { SESSION_COOKIE } from '../../guard/session.server';
import { SoftAuthenticator } from '../../guard/testing/authenticator';
import { type Browser, newBrowser } from '../../guard/testing/browser';
import { appWith, earlyInStep, givenApp, givenPasskey, stretchWaits } from '../../guard/testing/factors';
import { anOrganisation, aPerson, letIn, PASSWORD, type TestPerson } from '../../guard/testing/people';
import { setActive } from './set-active.server';
import { setFirstPassword } from './set-first-password.server';

const browser = (address?: string) => newBrowser({ address, routes: /_auth|account|people|sign-out|_app\+\/index/ });

describe('second factors', () => {
  testDatabase();
  let org = '';
  let admin: TestPerson;
  let amara: TestPerson;
  beforeAll(async () => {
    org = await anOrganisation();
    admin = await aPerson(org, 'administrator');
  });
  afterEach(() => vi.useRealTimers());
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: earlyInStep() });
    amara = await aPerson(org, 'engineer', { name: 'Amara Osei' });
  });

  const trail = () =>
    inOrganisationAsAuthority({ orgId: org, userId: null }, (tx) =>
      tx.execute<{ action: string; object_id: string; detail: Record<string, unknown> }>(
        sql`select action, object_id, detail from audit_events order by seq`,
      ),
    );
  const last = async () => (await trail()).at(-1);
  const first = (from: Browser, more = {}) =>
    from.post('/sign-in', { email: amara.email, password: PASSWORD, next: '/account', ...more });
  const second = (from: Browser, fields: Record<string, string>, next = '/account') =>
    from.post('/sign-in/second', { next, ...fields });
  const isIn = async (one: Browser) => (await one.get('/account')).status === 200;
  const optionsOf = (text: string) => ({ challenge: /challenge\\*":\\*"([\w-]{43})/.exec(text)?.[1] ?? '' });

  describe('signing in', () => {
    it('opens a session only after the code, and goes where the person wanted to', async () => {
      const { code } = await givenApp(amara);
      const chrome = browser();
      const answer = await first(chrome);
      expect([answer.status, answer.location]).toEqual([303, '/sign-in/second?next=%2Faccount']);
      expect(chrome.cookies.has(SESSION_COOKIE)).toBe(false);
      expect(await isIn(chrome)).toBe(false);
      const page = await chrome.get(answer.location ?? '');
      expect(page.text).toContain('Code of your authenticator app');
      expect(page.text).not.toContain(amara.name);
      const done = await second(chrome, { code: code() });
      expect([done.status, done.location]).toEqual([303, '/account']);
      expect(await isIn(chrome)).toBe(true);
      expect(chrome.cookies.has('changemark_second')).toBe(false);
      expect(await last()).toMatchObject({ action: 'session.signed_in', detail: { second: 'authenticator app' } });
    });

    it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/.//evil.example'])(
      'goes nowhere else when asked for %j',
      async (next) => {
        const { code } = await givenApp(amara);
        const chrome = browser();
        expect((await first(chrome, { next })).location).toBe('/sign-in/second?next=%2F');
        expect((await chrome.get(`/sign-in/second?next=${encodeURIComponent(next)}`)).text).toContain(
          'name="next" value="/"',
        );
        expect((await second(chrome, { code: code() }, next)).location).toBe('/');
      },
    );

    it('says nothing of second factors before the password is right', async () => {
      await givenApp(amara);
      const wrong = await first(browser(), { password: 'not the password' });
      const unknown = await first(browser(), { email: 'nobody@hospital.example' });
      for (const { status, text } of [wrong, unknown]) {
        expect(status).toBe(422);
        expect(text).toContain('This e-mail address and password do not belong together.');
      }
    });

    it('refuses wrong and used codes, and slows down guessing for each browser that knows the password', async () => {
      const { code } = await givenApp(amara);
      const chrome = browser();
      await first(chrome);
      expect((await second(chrome, { code: code(-1) })).text).toContain('This code was used already.');
      const wrong = await second(chrome, { code: '000000' });
      expect([wrong.status, wrong.text.includes('This code is not right.')]).toEqual([422, true]);
      expect(await last()).toMatchObject({ action: 'session.sign_in_failed', detail: { why: 'wrong code' } });
      for (let more = 0; more < 4; more += 1) await second(chrome, { code: '000000' });
      await stretchWaits();
      const blocked = await second(chrome, { code: code() });
      expect(blocked.status).toBe(429);
      const elsewhere = browser('198.51.100.7');
      await first(elsewhere);
      expect((await second(elsewhere, { code: code() })).status, 'from elsewhere just the same').toBe(429);
      expect(await last()).toMatchObject({ action: 'session.sign_in_blocked', detail: { step: 'second' } });
    });

    it('does not let strangers who know the password keep the owner out of a browser used before', async () => {
      const { code } = await givenApp(amara);
      const own = browser();
      await first(own);
      await second(own, { code: code() });
      await own.post('/sign-out', {});
      const stranger = browser('198.51.100.8');
      await first(stranger);
      for (let wrong = 0; wrong < 7; wrong += 1) await second(stranger, { code: '000000' });
      await first(own);
      expect((await second(own, { code: code(1) })).location).toBe('/account');
    });

    it('takes a recovery code once, and says so in the record', async () => {
      await givenPasskey(amara);
      const [recovery = ''] = await authDb().transaction((tx) => makeRecoveryCodes(tx, amara.userId));
      const chrome = browser();
      await first(chrome);
      expect((await second(chrome, { recovery })).location).toBe('/account');
      expect(await last()).toMatchObject({ detail: { second: 'recovery code' } });
      const again = browser();
      await first(again);
      expect((await second(again, { recovery })).status).toBe(422);
    });

    it('takes a passkey; a wrong answer ends the attempt', async () => {
      const key = await givenPasskey(amara);
      const chrome = browser();
      const { location } = await first(chrome);
      const asked = optionsOf((await chrome.get(location ?? '')).text);
      const passkey = JSON.stringify(key.answer(asked));
      expect((await second(chrome, { passkey })).location).toBe('/account');
      expect(await isIn(chrome)).toBe(true);
      const other = browser();
      await first(other);
      const over = await second(other, { passkey });
      expect(over.location).toBe('/sign-in?next=%2Faccount&again=yes');
      expect((await other.get(over.location ?? '')).text).toContain('Sign in again from the start');
      expect(await isIn(other)).toBe(false);
    });

    it('is over when the password changes, the person is deactivated, or it took too long', async () => {
      const { code } = await givenApp(amara);
      const acts = [
        () => setFirstPassword(admin, amara.userId, ''),
        () => authDb().execute(sql`update auth_challenges set expires_at = now() - interval '1 second'`),
        () => setActive(admin, amara.userId, false),
      ];
      const halves = [];
      for (const _ of acts) {
        const chrome = browser();
        await first(chrome);
        halves.push(chrome);
      }
      for (const [at, act] of acts.entries()) {
        const chrome = halves[at] ?? browser();
        await act();
        expect((await second(chrome, { code: code(1) })).location).toContain('again=yes');
      }
    });

    it('opens one session for one first step, however many right codes come at once', async () => {
      const { code } = await givenApp(amara);
      const [recovery = ''] = await authDb().transaction((tx) => makeRecoveryCodes(tx, amara.userId));
      const chrome = browser();
      await first(chrome);
      const twin = browser();
      for (const [name, value] of chrome.cookies) twin.cookies.set(name, value);
      await Promise.all([second(chrome, { code: code() }), second(twin, { recovery })]);
      expect([await isIn(chrome), await isIn(twin)].filter(Boolean)).toHaveLength(1);
    });

    it.each(['/sign-in/second', '/sign-in/second?next=//evil.example'])(
      '%s leads strangers to the start',
      async (path) => {
        const stranger = browser();
        stranger.cookies.set('changemark_second', 'a'.repeat(32));
        expect((await stranger.get(path)).location).toMatch(/^\/sign-in\?next=%2F&again=yes$/);
        expect((await second(stranger, { code: '123456' })).location).toContain('again=yes');
      },
    );
  });

  describe('on the account page', () => {
    let chrome: Browser;
    const proof = { proof_password: PASSWORD };
    beforeEach(async () => {
      chrome = await letIn(browser(), amara);
    });

    it('an app is taken into use with its first right code, and recovery codes come with it [11.300(e)]', async () => {
      const other = await letIn(browser(), amara);
      const path = '/account/factors/app';
      expect((await chrome.get(path)).text).not.toContain('QR code');
      const refused = await chrome.post(path, { intent: 'start', proof_password: 'wrong' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('This is not your password. Nothing was changed.');
      expect(await last()).toMatchObject({ action: 'factor.refused', detail: { component: 'password' } });

      await chrome.post(path, { intent: 'start', ...proof });
      const page = (await chrome.get(path)).text;
      const secret = /select-all">([A-Z2-7 ]{39})</.exec(page)?.[1] ?? '';
      expect(page).toContain('<svg');
      const app = appWith(secret);
      expect((await chrome.post(path, { intent: 'confirm', code: '000000' })).status).toBe(422);
      expect((await first(browser())).location, 'not in use yet').toBe('/account');
      const done = await chrome.post(path, { intent: 'confirm', code: app.code(-1) });
      expect(done.text.match(/([a-z2-9]{6}-){3}[a-z2-9]{6}/g)?.length).toBeGreaterThanOrEqual(10);
      expect([await isIn(chrome), await isIn(other)]).toEqual([true, false]);
      const event = await last();
      expect(event).toMatchObject({
        action: 'factor.enrolled',
        detail: { factor: 'authenticator app', recoveryCodesMade: 10, sessionsEnded: 2 },
      });
      expect(JSON.stringify(await trail())).not.toContain(secret.replace(/ /g, ''));
      expect((await chrome.get(path)).text).not.toContain(secret);
      expect((await first(browser())).location).toContain('/sign-in/second');
    });

    it('a passkey is added under a name', async () => {
      const path = '/account/factors/passkey';
      expect((await chrome.post(path, { intent: 'start', name: ' ', ...proof })).text).toContain('Give it a name');
      expect((await chrome.post(path, { intent: 'start', name: 'Key', proof_password: 'x' })).status).toBe(422);
      const asked = await chrome.post(path, { intent: 'start', name: 'Schlüssel <1>', ...proof });
      const handle = /name="handle" value="([\w-]+)"/.exec(asked.text)?.[1] ?? '';
      const made = new SoftAuthenticator().make(optionsOf(asked.text));
      const fields = { intent: 'keep', name: 'Schlüssel <1>', handle, answer: JSON.stringify(made) };
      const kept = await chrome.post(path, fields);
      expect(kept.text).toContain('The passkey is added');
      expect((await chrome.post(path, fields)).text, 'sent again').toContain('sent twice');
      const list = (await chrome.get('/account/factors')).text;
      expect(list).toContain('Schlüssel &lt;1&gt;');
      expect(
        (await trail()).find(({ object_id: id, action }) => id === amara.userId && action === 'factor.enrolled'),
      ).toMatchObject({ detail: { factor: 'passkey', name: 'Schlüssel <1>' } });
    });

    it('removing asks again, ends other sessions, and with the last factor the recovery codes go', async () => {
      const { code } = await givenApp(amara);
      await authDb().transaction((tx) => makeRecoveryCodes(tx, amara.userId));
      const key = await givenPasskey(amara, 'Telephone');
      const other = await letIn(browser(), amara);
      const ofKey = `/account/factors/remove?passkey=${key.id}`;
      expect((await chrome.get(ofKey)).text).toContain('Remove the passkey “Telephone”');
      expect((await chrome.post(ofKey, proof)).text, 'the app is in use').toContain('Enter the code');
      expect((await chrome.post(ofKey, { ...proof, proof_code: code() })).location).toBe(
        '/account/factors?done=removed',
      );
      expect([await isIn(chrome), await isIn(other)]).toEqual([true, false]);
      expect(await last()).toMatchObject({ action: 'factor.removed', detail: { secondFactorLeft: true } });
      expect((await chrome.get('/account/factors/remove')).text).toContain('This is your last second factor');
      await chrome.post('/account/factors/remove', { ...proof, proof_code: code(1) });
      expect(await last()).toMatchObject({ action: 'factor.removed', detail: { secondFactorLeft: false } });
      const [{ left } = { left: -1 }] = await authDb().execute<{ left: number }>(
        sql`select count(*)::int as left from recovery_codes where user_id = ${amara.userId}`,
      );
      expect(left).toBe(0);
      expect((await first(browser())).location).toBe('/account');
      expect((await chrome.get('/account/factors/remove')).location).toBe('/account/factors');
    });

    it('nobody removes or uses what is somebody else’s', async () => {
      const bea = await aPerson(org, 'auditor');
      const key = await givenPasskey(bea);
      expect((await chrome.get(`/account/factors/remove?passkey=${key.id}`)).location).toBe('/account/factors');
      expect((await chrome.post(`/account/factors/remove?passkey=${key.id}`, proof)).location).toBe('/account/factors');
      expect((await chrome.post('/account/factors/challenge', { binds: 'a'.repeat(64) })).status).toBe(404);
    });

    it.each(['', '/app', '/passkey', '/codes', '/remove'])(
      '%s waits until a password of one’s own is chosen',
      async (rest) => {
        const fresh = await letIn(browser(), await aPerson(org, 'engineer', { mustChangePassword: true }));
        const path = `/account/factors${rest}`;
        expect((await fresh.get(path)).location).toBe('/account/password');
        if (rest) expect((await fresh.post(path, { intent: 'start', ...proof })).location).toBe('/account/password');
      },
    );

    it('new recovery codes are shown once and end the old ones', async () => {
      const path = '/account/factors/codes';
      expect((await chrome.post(path, proof)).text).toContain('there is nothing to recover');
      await givenPasskey(amara);
      const [old = ''] = await authDb().transaction((tx) => makeRecoveryCodes(tx, amara.userId));
      const made = await chrome.post(path, proof);
      expect(made.headers.get('Cache-Control')).toContain('no-store');
      const fresh = /([a-z2-9]{6}-){3}[a-z2-9]{6}/.exec(made.text)?.[0] ?? '';
      expect((await chrome.get(path)).text).not.toContain(fresh);
      expect(JSON.stringify(await trail())).not.toContain(fresh);
      const one = browser();
      await first(one);
      expect((await second(one, { recovery: old })).status).toBe(422);
      expect((await second(one, { recovery: fresh })).location).toBe('/account');
    });

    it('a passkey is asked for the form that is open, and its answer opens nothing else', async () => {
      const key = await givenPasskey(amara);
      const binds = /"binds\\?",\\?"([0-9a-f]{64})/;
      const page = (await chrome.get('/account/factors/codes')).text;
      const ofCodes = binds.exec(page)?.[1] ?? '';
      const challenge = async () =>
        JSON.parse((await chrome.post('/account/factors/challenge', { binds: ofCodes })).text);
      const answer = async () => {
        const { handle, options } = await challenge();
        return { proof_passkey: JSON.stringify(key.answer(options)), proof_challenge: handle };
      };
      expect((await chrome.post(`/account/factors/remove?passkey=${key.id}`, await answer())).status).toBe(422);
      expect((await chrome.post('/account/factors/codes', await answer())).status).toBe(200);
    });
  });

  describe('lost', () => {
    it('are taken away by an administrator, which ends the sessions [11.300(c)]', async () => {
      await givenApp(amara);
      await givenPasskey(amara, 'Telephone');
      const theirs = await letIn(browser(), amara);
      const office = await letIn(browser(), admin);
      const page = `/people/${amara.userId}`;
      expect((await office.get(page)).text).toContain('An authenticator app and a passkey.');
      expect((await office.post(page, { intent: 'factors' })).location).toBe(`${page}?done=factors`);
      expect(await isIn(theirs)).toBe(false);
      expect(await last()).toMatchObject({
        action: 'factor.reset',
        object_id: amara.userId,
        detail: { taken: ['authenticator app', 'passkey "Telephone"'], sessionsEnded: 1 },
      });
      expect((await first(browser())).location).toBe('/account');
      const before = (await trail()).length;
      await office.post(page, { intent: 'factors' });
      expect((await trail()).length, 'twice is no second act').toBe(before);
    });

    it('but not one’s own, not by others, and not elsewhere', async () => {
      await givenApp(admin);
      const office = await letIn(browser(), admin);
      const own = await office.post(`/people/${admin.userId}`, { intent: 'factors' });
      expect(own.status).toBe(422);
      const colleague = await letIn(browser(), amara);
      expect((await colleague.post(`/people/${admin.userId}`, { intent: 'factors' })).status).toBe(403);
      const foreign = await aPerson(await anOrganisation('Another hospital'), 'administrator');
      const abroad = await letIn(browser(), foreign);
      expect((await abroad.post(`/people/${admin.userId}`, { intent: 'factors' })).status).toBe(404);
      expect((await first(browser(), { email: admin.email })).location).toContain('/sign-in/second');
    });
  });
});
