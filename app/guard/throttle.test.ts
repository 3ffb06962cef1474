import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authDb, inOrganisationAsAuthority } from '../../db/client.server';
import { testDatabase } from '../../db/testing';
import { SYSTEM_ORGANISATION } from '../audit/events';
import { verifyAllChains } from '../audit/verify.server';
import { signIn } from '../features/people/sign-in.server';
import { anOrganisation, aPerson, PASSWORD, type TestPerson } from './testing/people';
import { fusesOf, networkOf, returnAttempt, takeAttempt } from './throttle.server';

const attempt = (email: string, password: string, address: string, device: string | null = null) =>
  signIn({ email, password }, { address, userAgent: 'test', requestId: 'r', device, session: null });

describe('networks', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('guessing is slowed down, and nobody else is', () => {
  testDatabase();
  let org = '';
  let amara: TestPerson;
  let other: TestPerson;

  beforeAll(async () => {
    org = await anOrganisation();
    amara = await aPerson(org, 'engineer', { name: 'Amara Osei' });
    other = await aPerson(org, 'auditor');
  });
  beforeEach(() => authDb().execute(sql`delete from sign_in_throttle`));

  /** Fills the counters as that many failures would, without hashing a password for each. */
  const failures = async (count: number, email: string, address: string | ((n: number) => string)) => {
    for (let n = 0; n < count; n += 1) {
      const from = typeof address === 'string' ? address : address(n);
      await authDb().transaction((tx) => takeAttempt(tx, fusesOf(email, from, null)));
    }
  };
  const later = (seconds: number) =>
    authDb().execute(sql`
      update sign_in_throttle set window_start = window_start - make_interval(secs => ${seconds}),
        blocked_until = blocked_until - make_interval(secs => ${seconds})`);
  const trail = async (orgId: string) =>
    inOrganisationAsAuthority({ orgId, userId: null }, (tx) =>
      tx.execute<{ action: string; object_ref: string; actor_name: string; detail: Record<string, unknown> }>(
        sql`select action, object_ref, actor_name, detail from audit_events order by seq`,
      ),
    );

  const waitOf = (result: Awaited<ReturnType<typeof attempt>>) => (result.ok ? 0 : result.waitSeconds);

  it('lets five mistakes pass, then waits longer and longer', async () => {
    for (let n = 0; n < 5; n += 1) {
      expect(await attempt(amara.email, 'wrong', '192.0.2.1')).toMatchObject({ ok: false, waitSeconds: 0 });
    }
    // The sixth is still looked at, and starts the wait; so does each that comes after it.
    for (const longest of [2, 4, 8, 16]) {
      await failures(1, amara.email, '192.0.2.1');
      const wait = waitOf(await attempt(amara.email, PASSWORD, '192.0.2.1'));
      expect(wait).toBeGreaterThan(longest / 4);
      expect(wait).toBeLessThanOrEqual(longest);
      await later(longest);
    }
    expect(await attempt(amara.email, PASSWORD, '192.0.2.1')).toMatchObject({ ok: true });
    expect(await attempt(amara.email, 'wrong', '192.0.2.1')).toMatchObject({ waitSeconds: 0 });
  });

  it('never makes anybody wait more than a quarter of an hour', async () => {
    for (let n = 0; n < 40; n += 1) {
      await failures(1, amara.email, '192.0.2.1');
      const { wait } = await authDb().transaction((tx) => takeAttempt(tx, fusesOf(amara.email, '192.0.2.1', null)));
      expect(wait).toBeLessThanOrEqual(900);
      await later(wait);
    }
  });

  it('counts guesses that are sent at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => attempt(amara.email, 'wrong', '192.0.2.2')));
    const looked = all.filter((result) => !result.ok && result.waitSeconds === 0);
    expect(looked.length).toBeLessThanOrEqual(6);
  });

  it('counts a whole IPv6 network as one', async () => {
    await failures(6, amara.email, (n) => `2001:db8::${n + 1}`);
    await later(2);
    await failures(1, amara.email, '2001:db8::eeee');
    expect(waitOf(await attempt(amara.email, PASSWORD, '2001:db8::ffff'))).toBeGreaterThan(0);
    expect(await attempt(amara.email, PASSWORD, '2001:db8:0:1::1')).toMatchObject({ ok: true });
  });

  it('does not let failures on one account keep out another one of the same network', async () => {
    await failures(20, amara.email, '192.0.2.3');
    expect(await attempt(other.email, PASSWORD, '192.0.2.3')).toMatchObject({ ok: true });
  });

  it('does not let failures from elsewhere keep out the owner of the account', async () => {
    await failures(20, amara.email, '198.51.100.1');
    expect(await attempt(amara.email, PASSWORD, '192.0.2.4')).toMatchObject({ ok: true });
  });

  it('lets a browser in that signed in before, whatever a whole botnet tries', async () => {
    const first = await attempt(amara.email, PASSWORD, '192.0.2.5');
    const device = first.ok ? first.deviceValue : null;
    await failures(120, amara.email, (n) => `198.51.100.${n}`);
    expect(await attempt(amara.email, PASSWORD, '192.0.2.6')).toMatchObject({ ok: false });
    expect(await attempt(amara.email, PASSWORD, '192.0.2.6', device)).toMatchObject({ ok: true });
  });

  it('makes a stranger’s browser wait a minute and a half at most for what others did', async () => {
    await failures(120, amara.email, (n) => `198.51.100.${n}`);
    const blocked = await attempt(amara.email, PASSWORD, '192.0.2.7');
    expect(blocked.ok ? 0 : blocked.waitSeconds).toBeGreaterThan(0);
    expect(blocked.ok ? 0 : blocked.waitSeconds).toBeLessThanOrEqual(90);
  });

  it('lets at most a hundred guesses an hour at one account be looked at', async () => {
    let looked = 0;
    for (let second = 0; second < 3600; ) {
      const fuses = fusesOf(amara.email, `203.0.113.${looked % 250}`, null);
      const { wait } = await authDb().transaction((tx) => takeAttempt(tx, fuses));
      if (wait === 0) looked += 1;
      await later(Math.max(1, wait));
      second += Math.max(1, wait);
    }
    expect(looked).toBeGreaterThan(50);
    expect(looked).toBeLessThanOrEqual(100);
  });

  it('knows a shared computer for each person who has used it, and for nobody else', async () => {
    const first = await attempt(amara.email, PASSWORD, '192.0.2.8');
    const device = first.ok ? first.deviceValue : null;
    const second = await attempt(other.email, PASSWORD, '192.0.2.8', device);
    expect(second).toMatchObject({ ok: true, deviceValue: device });
    await failures(120, amara.email, (n) => `198.51.100.${n}`);
    await failures(120, other.email, (n) => `198.51.100.${n}`);
    expect(await attempt(amara.email, PASSWORD, '192.0.2.9', device)).toMatchObject({ ok: true });
    expect(await attempt(other.email, PASSWORD, '192.0.2.9', device)).toMatchObject({ ok: true });
    const third = await aPerson(org, 'engineer');
    await failures(6, third.email, '192.0.2.9');
    await later(2);
    await failures(1, third.email, '192.0.2.9');
    expect(await attempt(third.email, PASSWORD, '192.0.2.9', device)).toMatchObject({ ok: false });
  });

  it('slows down guessing from a known browser too', async () => {
    const first = await attempt(amara.email, PASSWORD, '192.0.2.10');
    const device = first.ok ? first.deviceValue : null;
    const fuses = fusesOf(amara.email, '192.0.2.10', device);
    for (let n = 0; n < 11; n += 1) await authDb().transaction((tx) => takeAttempt(tx, fuses));
    await later(2);
    await authDb().transaction((tx) => takeAttempt(tx, fuses));
    expect(waitOf(await attempt(amara.email, PASSWORD, '192.0.2.10', device))).toBeGreaterThan(0);
  });

  it('gives shared counters back what was a success', async () => {
    const fuses = fusesOf(amara.email, '192.0.2.11', null);
    for (let n = 0; n < 200; n += 1) {
      const { wait } = await authDb().transaction((tx) => takeAttempt(tx, fuses));
      expect(wait).toBe(0);
      await authDb().transaction((tx) => returnAttempt(tx, fuses));
    }
  });

  it('records failures in the organisation of the person, or of the system, without any password [11.300(d)]', async () => {
    const before = (await trail(org)).length;
    const beforeSystem = (await trail(SYSTEM_ORGANISATION)).length;
    await attempt(amara.email, 'my secret words', '192.0.2.12');
    await attempt('nobody@hospital.example', 'my secret words', '192.0.2.12');
    await attempt('typed my password here', 'my secret words', '192.0.2.12');
    const own = (await trail(org)).slice(before);
    const system = (await trail(SYSTEM_ORGANISATION)).slice(beforeSystem);
    expect(own).toMatchObject([
      { action: 'session.sign_in_failed', object_ref: amara.email, detail: { why: 'wrong password' } },
    ]);
    expect(system).toMatchObject([
      { object_ref: 'nobody@hospital.example', actor_name: 'unknown', detail: { why: 'unknown address' } },
      { object_ref: '(not an e-mail address)' },
    ]);
    expect(JSON.stringify([own, system])).not.toMatch(/secret words|typed my password/);
    expect((await verifyAllChains()).every((report) => report.ok)).toBe(true);
  });

  it('does not let a blocked attacker fill the trail', async () => {
    await failures(5, amara.email, '192.0.2.13');
    // Far enough up the ladder that the wait outlasts this test.
    for (const wait of [0, 2, 4, 8, 16, 32, 64]) {
      await later(wait);
      await failures(1, amara.email, '192.0.2.13');
    }
    const before = (await trail(org)).length;
    for (let n = 0; n < 120; n += 1) await attempt(amara.email, 'wrong', '192.0.2.13');
    const blocked = (await trail(org)).slice(before).filter((event) => event.action === 'session.sign_in_blocked');
    expect(blocked.map((event) => event.detail.attemptsTurnedAway)).toEqual([1, 10, 100]);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    await attempt('warm@up.example', 'x', '192.0.2.14');
    for (let n = 0; n < 15; n += 1) {
      for (const [kind, email] of [
        ['known', amara.email],
        ['unknown', `nobody${n}@hospital.example`],
      ] as const) {
        await authDb().execute(sql`delete from sign_in_throttle`);
        const began = performance.now();
        await attempt(email, 'a wrong password', '192.0.2.15');
        times[kind].push(performance.now() - began);
      }
    }
    // The quickest of each: whatever else the machine does, it only ever adds.
    const ratio = Math.min(...times.known) / Math.min(...times.unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
