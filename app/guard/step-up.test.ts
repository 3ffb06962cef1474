import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authDb, inOrganisationAsAuthority } from '../../db/client.server';
import { testDatabase } from '../../db/testing';
import { askPasskey } from '../features/people/ask-passkey.server';
import { signingWays } from '../features/people/signing-ways.server';
import { makeRecoveryCodes } from './recovery-codes.server';
import { confirmIdentity, type Proof } from './step-up.server';
import type { Conduct, SoftAuthenticator } from './testing/authenticator';
import { earlyInStep, givenApp, givenPasskey, ORIGIN, stretchWaits } from './testing/factors';
import { anOrganisation, aPerson, PASSWORD, type TestPerson } from './testing/people';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const BINDS = digest('what is signed');

describe('proving it again at the act', () => {
  testDatabase();
  let org = '';
  let amara: TestPerson;
  let other: TestPerson;
  beforeAll(async () => {
    org = await anOrganisation();
  });
  afterEach(() => vi.useRealTimers());
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: earlyInStep() });
    amara = { ...(await aPerson(org, 'engineer')), origin: ORIGIN };
    other = { ...(await aPerson(org, 'risk_owner')), origin: ORIGIN };
  });

  const confirm = (proof: Proof, by = amara, binds = BINDS) => confirmIdentity(by, proof, binds);
  const right = { proof_password: PASSWORD };
  const lastEvent = async () => {
    const rows = await inOrganisationAsAuthority({ orgId: org, userId: null }, (tx) =>
      tx.execute<{ action: string; actor_id: string; detail: Record<string, unknown> }>(
        sql`select action, actor_id, detail from audit_events order by seq desc limit 1`,
      ),
    );
    return rows[0];
  };
  const asked = async (key: SoftAuthenticator, by = amara, binds = BINDS, conduct: Conduct = {}): Promise<Proof> => {
    const question = await askPasskey(by, binds);
    if (!question) throw new Error('nothing was asked');
    const answer = key.answer(question.options, conduct);
    return { proof_passkey: JSON.stringify(answer), proof_challenge: question.handle };
  };

  describe('with the password alone', () => {
    it('is enough beside the session, where no app is in use', async () => {
      expect(await confirm(right)).toEqual({ ok: true, method: 'password' });
      expect(await signingWays(amara, BINDS)).toEqual({ password: true, code: false, passkey: null });
    });

    it.each<[string, Proof]>([
      ['a wrong one', { proof_password: 'not the password' }],
      ['none', {}],
      ['an empty passkey', { proof_passkey: '' }],
      ['a code instead', { proof_code: '123456' }],
    ])('refuses %s, and records which component it was', async (_, proof) => {
      expect(await confirm(proof)).toEqual({
        ok: false,
        errors: { proof_password: ['This is not your password. Nothing was signed.'] },
      });
      expect(await lastEvent()).toEqual({
        ...{ action: 'signature.refused', actor_id: amara.userId, detail: { component: 'password' } },
      });
    });
  });

  describe('with an authenticator app', () => {
    it('asks for its code beside the password [11.200(a)(1)] [ASVS 7.5.3]', async () => {
      const { code } = await givenApp(amara);
      expect(await signingWays(amara, BINDS)).toMatchObject({ code: true });
      expect(await confirm(right)).toMatchObject({ ok: false, errors: { proof_code: [expect.any(String)] } });
      expect(await lastEvent()).toMatchObject({ detail: { component: 'code' } });
      expect(await confirm({ ...right, proof_code: ` ${code().replace(/(...)/, '$1 ')}` })).toEqual({
        ok: true,
        method: 'totp',
      });
    });

    it('takes no code twice, and no code with a wrong password', async () => {
      const { code } = await givenApp(amara);
      const typed = code();
      expect(await confirm({ proof_password: 'wrong', proof_code: typed })).toMatchObject({
        errors: { proof_password: [expect.any(String)] },
      });
      expect(await confirm({ ...right, proof_code: typed }), 'the wrong password used nothing up').toMatchObject({
        ok: true,
      });
      expect(await confirm({ ...right, proof_code: typed })).toMatchObject({
        errors: { proof_code: ['This code was used already. Wait for the next one. Nothing was signed.'] },
      });
    });

    it('takes a recovery code in its place, once', async () => {
      await givenApp(amara);
      const [recovery = ''] = await authDb().transaction((tx) => makeRecoveryCodes(tx, amara.userId));
      expect(await confirm({ ...right, proof_code: recovery })).toEqual({ ok: true, method: 'totp' });
      expect((await confirm({ ...right, proof_code: recovery })).ok).toBe(false);
    });

    it('writes no value that was typed into the record', async () => {
      await givenApp(amara);
      await confirm({ proof_password: 'my secret words 42', proof_code: '271828' });
      await confirm({ ...right, proof_code: '314159' });
      const rows = await inOrganisationAsAuthority({ orgId: org, userId: null }, (tx) =>
        tx.execute(sql`select * from audit_events`),
      );
      for (const typed of ['my secret words 42', '271828', '314159', PASSWORD]) {
        expect(JSON.stringify(rows)).not.toContain(typed);
      }
    });

    it('is slowed down after some wrong codes, a right one too', async () => {
      const { code } = await givenApp(amara);
      for (let wrong = 0; wrong < 6; wrong += 1) await confirm({ ...right, proof_code: '000000' });
      await stretchWaits();
      const answer = await confirm({ ...right, proof_code: code() });
      expect(answer).toMatchObject({ errors: { proof_password: [expect.stringMatching(/^Too many attempts/)] } });
      expect(await lastEvent()).toMatchObject({ action: 'signature.refused', detail: { attemptsTurnedAway: 1 } });
      expect((await confirm(right, other)).ok, 'others are not held up').toBe(true);
    });
  });

  describe('with a passkey', () => {
    it('is enough by itself, also where an app is in use', async () => {
      await givenApp(amara);
      const key = await givenPasskey(amara);
      expect(await signingWays(amara, BINDS)).toEqual({ password: true, code: true, passkey: { binds: BINDS } });
      expect(await confirm(await asked(key))).toEqual({ ok: true, method: 'passkey' });
    });

    it('is refused when its answer is sent again', async () => {
      const key = await givenPasskey(amara);
      const proof = await asked(key);
      expect((await confirm(proof)).ok).toBe(true);
      expect(await confirm(proof)).toMatchObject({
        errors: { proof_passkey: [expect.stringContaining('something else')] },
      });
      expect(await lastEvent()).toMatchObject({ action: 'signature.refused', detail: { component: 'passkey' } });
    });

    it('is refused for anything else than what it was asked about', async () => {
      const key = await givenPasskey(amara);
      const proof = await asked(key, amara, digest('another change'));
      expect(await confirm(proof)).toMatchObject({ errors: { proof_passkey: [expect.any(String)] } });
    });

    it('is refused with the challenge of another person, or by another person’s key', async () => {
      const key = await givenPasskey(amara);
      const theirs = await givenPasskey(other);
      expect((await confirm(await asked(theirs, other), amara)).ok).toBe(false);
      const question = await askPasskey(amara, BINDS);
      const answer = JSON.stringify(theirs.answer(question?.options ?? { challenge: '' }));
      expect((await confirm({ proof_passkey: answer, proof_challenge: question?.handle })).ok).toBe(false);
      expect((await confirm(await asked(key))).ok).toBe(true);
    });

    it('is refused when it did not ask its owner, or a look-alike page asked it', async () => {
      const key = await givenPasskey(amara);
      for (const conduct of [{ verifiesUser: false }, { origin: 'https://evil.example' }]) {
        expect(await confirm(await asked(key, amara, BINDS, conduct))).toMatchObject({
          errors: { proof_passkey: [expect.stringContaining('not a passkey of yours')] },
        });
      }
    });

    it('does not fall back to a password sent with it', async () => {
      await givenPasskey(amara);
      expect((await confirm({ ...right, proof_passkey: '{}', proof_challenge: 'x' })).ok).toBe(false);
    });

    it('is not offered where passkeys do not work, and the password still is', async () => {
      await givenPasskey(amara);
      const elsewhere = { ...amara, origin: 'http://127.0.0.1:3000' };
      expect(await signingWays(elsewhere, BINDS)).toMatchObject({ passkey: null });
      expect(await askPasskey(elsewhere, BINDS)).toBeNull();
      expect(await confirm(right, elsewhere)).toEqual({ ok: true, method: 'password' });
    });

    it('is asked about digests only', async () => {
      await givenPasskey(amara);
      expect(await askPasskey(amara, 'anything')).toBeNull();
      expect(await askPasskey(other, BINDS)).toBeNull();
    });
  });
});
