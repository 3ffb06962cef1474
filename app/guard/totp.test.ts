import { sql } from 'drizzle-orm';
import { Secret } from 'otpauth';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authDb } from '../../db/client.server';
import { testDatabase } from '../../db/testing';
import { makeRecoveryCodes, recoveryCodesLeft, takeRecoveryCode } from './recovery-codes.server';
import { takeCode } from './second-factors.server';
import { givenApp } from './testing/factors';
import { anOrganisation, aPerson, type TestPerson } from './testing/people';
import { confirmTotp, startTotp, stepOf, takeTotpCode, waitingTotp } from './totp.server';

describe('codes of RFC 6238, appendix B', () => {
  const secret = Secret.fromUTF8('12345678901234567890');

  // The appendix prints eight digits; six are the last of them (RFC 4226, 5.3).
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at second %i', (second, printed) => {
    const step = Math.floor(second / 30);
    const code = printed.slice(-6);
    expect(stepOf(secret, code, second * 1000)).toBe(step);
    expect(stepOf(secret, code, (second + 30) * 1000), 'one step late').toBe(step);
    expect(stepOf(secret, code, (second - 30) * 1000), 'one step early').toBe(step);
    expect(stepOf(secret, code, (second + 60) * 1000), 'two steps late').toBeNull();
    expect(stepOf(secret, code, (second - 60) * 1000), 'two steps early').toBeNull();
  });

  it.each(['', '28708', '2870822', '94287082', '287 082', '２８７０８２', 'abcdef', '-87082'])(
    '%j is no code',
    (typed) => {
      expect(stepOf(secret, typed, 59_000)).toBeNull();
    },
  );
});

describe('an authenticator app', () => {
  testDatabase();
  let amara: TestPerson;
  beforeAll(async () => {
    const org = await anOrganisation();
    amara = await aPerson(org, 'engineer');
  });
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-29T12:00:00Z') });
    await authDb().execute(sql`delete from totp_factors`);
  });
  afterEach(() => vi.useRealTimers());

  it('takes each code once, and none from before one that it took', async () => {
    const { code } = await givenApp(amara);
    expect(await takeTotpCode(amara.userId, code(-1)), 'the one that enrolled it').toBe('used');
    expect(await takeTotpCode(amara.userId, code(1))).toBe('right');
    expect(await takeTotpCode(amara.userId, code(1))).toBe('used');
    expect(await takeTotpCode(amara.userId, code(0)), 'older than the last').toBe('used');
    vi.setSystemTime(new Date('2026-11-29T12:01:00Z'));
    expect(await takeTotpCode(amara.userId, code(0))).toBe('right');
  });

  it('gives a code that is sent many times at once to one of them', async () => {
    const { code } = await givenApp(amara);
    const became = await Promise.all(Array.from({ length: 8 }, () => takeTotpCode(amara.userId, code())));
    expect(became.filter((one) => one === 'right')).toHaveLength(1);
  });

  it('is not in use before its first right code, and waits for it half an hour', async () => {
    await authDb().transaction((tx) => startTotp(tx, amara.userId));
    const secret = (await waitingTotp(amara.userId, amara.email))?.text ?? '';
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(await takeTotpCode(amara.userId, '000000')).toBe('wrong');
    expect(await authDb().transaction((tx) => confirmTotp(tx, amara.userId, '000000'))).toBe(false);
    vi.setSystemTime(new Date('2026-11-29T12:31:00Z'));
    expect(await waitingTotp(amara.userId, amara.email)).toBeNull();
  });

  it('is not replaced while it is in use', async () => {
    await givenApp(amara);
    expect(await authDb().transaction((tx) => startTotp(tx, amara.userId))).toBe(false);
    expect(await waitingTotp(amara.userId, amara.email)).toBeNull();
  });

  it('keeps its secret locked: the row holds none of it, and opens for nobody else', async () => {
    await authDb().transaction((tx) => startTotp(tx, amara.userId));
    const secret = Secret.fromBase32((await waitingTotp(amara.userId, amara.email))?.text ?? '');
    const [row] = await authDb().execute<{ locked: Buffer }>(sql`select locked from totp_factors`);
    expect(Buffer.from(row?.locked ?? []).includes(Buffer.from(secret.bytes))).toBe(false);
    const other = await aPerson(amara.orgId, 'engineer');
    await authDb().execute(sql`update totp_factors set user_id = ${other.userId}`);
    expect(await waitingTotp(other.userId, other.email)).toBeNull();
  });
});

describe('recovery codes', () => {
  testDatabase();
  let amara: TestPerson;
  beforeAll(async () => {
    amara = await aPerson(await anOrganisation(), 'engineer');
  });
  const make = () => authDb().transaction((tx) => makeRecoveryCodes(tx, amara.userId));

  it('are ten, each good once, however it is typed', async () => {
    const codes = await make();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-hjkmnp-z2-9]{6}-){3}[a-hjkmnp-z2-9]{6}$/);
    const [first = '', second = ''] = codes;
    expect(await takeRecoveryCode(amara.userId, first)).toBe(true);
    expect(await takeRecoveryCode(amara.userId, first)).toBe(false);
    expect(await takeCode(amara.userId, ` ${second.toUpperCase().replaceAll('-', ' ')} `)).toBe('recovery');
    expect(await recoveryCodesLeft(amara.userId)).toBe(8);
  });

  it('end when new ones are made, and are nobody else’s', async () => {
    const [old = ''] = await make();
    const [fresh = ''] = await make();
    const other = await aPerson(amara.orgId, 'engineer');
    expect(await takeRecoveryCode(amara.userId, old)).toBe(false);
    expect(await takeRecoveryCode(other.userId, fresh)).toBe(false);
    expect(await takeRecoveryCode(amara.userId, fresh)).toBe(true);
  });

  it('stand in the database as digests only', async () => {
    const [code = ''] = await make();
    const rows = await authDb().execute(sql`select * from recovery_codes`);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
  });

  it('sent many times at once open one door', async () => {
    const [code = ''] = await make();
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeRecoveryCode(amara.userId, code)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
