import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authDb } from '../../db/client.server';
import { authChallenges, passkeys } from '../../db/schema/index.server';
import { testDatabase } from '../../db/testing';
import { forgetOldChallenges, halfSignedIn, setChallenge, takeChallenge } from './challenges.server';
import { creationFor, keepPasskey, listPasskeys, passkeyAnswers, removePasskeys, requestFor } from './passkeys.server';
import { relyingParty } from './relying-party.server';
import { type Conduct, SoftAuthenticator } from './testing/authenticator';
import { givenPasskey, ORIGIN, PARTY } from './testing/factors';
import { anOrganisation, aPerson, type TestPerson } from './testing/people';

const set = (asked: Parameters<typeof setChallenge>[1]) => authDb().transaction((tx) => setChallenge(tx, asked));

describe('passkeys', () => {
  testDatabase();
  let org = '';
  let amara: TestPerson;
  let other: TestPerson;
  beforeAll(async () => {
    org = await anOrganisation();
  });
  beforeEach(async () => {
    amara = await aPerson(org, 'engineer');
    other = await aPerson(org, 'auditor');
  });

  const keep = (person: TestPerson, answer: string, challenge: string, name = 'Key') =>
    authDb().transaction((tx) => keepPasskey(tx, { userId: person.userId, name, answer, challenge }, PARTY));
  const CHALLENGE = Buffer.from('a challenge of thirty-two bytes!').toString('base64url');

  it('are made for the one who asks, with user verification, and none twice', async () => {
    const first = await givenPasskey(amara, 'Telephone');
    const { userId, email, name } = amara;
    const options = await creationFor({ userId, email, name, challenge: CHALLENGE }, PARTY);
    expect(options).toMatchObject({
      challenge: CHALLENGE,
      rp: { id: 'localhost' },
      authenticatorSelection: { userVerification: 'required' },
      excludeCredentials: [{ id: first.id }],
    });
    await givenPasskey(amara, 'Key in the drawer');
    expect((await listPasskeys(userId)).map((row) => row.name)).toEqual(['Telephone', 'Key in the drawer']);
    const asked = await requestFor({ userId, challenge: CHALLENGE }, PARTY);
    expect(asked).toMatchObject({ challenge: CHALLENGE, rpId: 'localhost', userVerification: 'required' });
    expect(asked?.allowCredentials).toHaveLength(2);
    expect(await requestFor({ userId: other.userId, challenge: CHALLENGE }, PARTY)).toBeNull();
  });

  it('answer a challenge, and say when they last did', async () => {
    const key = await givenPasskey(amara);
    const answers = (by: TestPerson, challenge = CHALLENGE) =>
      passkeyAnswers(by.userId, JSON.stringify(key.answer({ challenge })), CHALLENGE, PARTY);
    expect(await answers(amara)).toBe(true);
    expect((await listPasskeys(amara.userId))[0]?.lastUsedAt).toBeInstanceOf(Date);
    expect(await answers(other), 'for somebody else').toBe(false);
    expect(await answers(amara, Buffer.from('another').toString('base64url')), 'another challenge').toBe(false);
  });

  it.each<[string, Conduct]>([
    ['nobody was asked', { verifiesUser: false }],
    ['a look-alike page asked', { origin: 'http://localhost.evil.example:3000' }],
    ['a page of another port asked', { origin: 'http://localhost:3001' }],
    ['it was asked in the name of another host', { rpId: 'evil.example' }],
  ])('are refused when %s', async (_, conduct) => {
    const key = await givenPasskey(amara);
    const answer = JSON.stringify(key.answer({ challenge: CHALLENGE }, conduct));
    expect(await passkeyAnswers(amara.userId, answer, CHALLENGE, PARTY)).toBe(false);
    const made = JSON.stringify(new SoftAuthenticator().make({ challenge: CHALLENGE }, conduct));
    expect(await keep(other, made, CHALLENGE)).toBeNull();
  });

  it('show a copy by its counter', async () => {
    const key = await givenPasskey(amara);
    const answerAt = (counter: number) =>
      passkeyAnswers(amara.userId, JSON.stringify(key.answer({ challenge: CHALLENGE }, { counter })), CHALLENGE, PARTY);
    expect(await answerAt(7)).toBe(true);
    expect(await answerAt(7)).toBe(false);
    expect(await answerAt(3)).toBe(false);
    expect(await answerAt(0)).toBe(false);
    expect(await answerAt(8)).toBe(true);
  });

  it('may count nothing at all, as synchronised ones do', async () => {
    const key = await givenPasskey(amara, 'Synchronised', { counter: 0 });
    for (let time = 0; time < 2; time += 1) {
      const answer = JSON.stringify(key.answer({ challenge: CHALLENGE }));
      expect(await passkeyAnswers(amara.userId, answer, CHALLENGE, PARTY)).toBe(true);
    }
  });

  it('of one copy that answers twice at once, one is taken', async () => {
    const key = await givenPasskey(amara);
    const answer = JSON.stringify(key.answer({ challenge: CHALLENGE }));
    const taken = await Promise.all(
      Array.from({ length: 6 }, () => passkeyAnswers(amara.userId, answer, CHALLENGE, PARTY)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('are one person’s: the same key is not taken for a second', async () => {
    const key = await givenPasskey(amara);
    expect(await keep(other, JSON.stringify(key.make({ challenge: CHALLENGE })), CHALLENGE)).toBeNull();
    expect(await listPasskeys(other.userId)).toEqual([]);
  });

  it('are taken away by their owner only', async () => {
    const { id } = await givenPasskey(amara, 'Old');
    const remove = (userId: string) => authDb().transaction((tx) => removePasskeys(tx, userId, id));
    expect(await remove(other.userId)).toEqual([]);
    expect(await remove(amara.userId)).toEqual(['Old']);
  });

  it.each([
    '',
    'null',
    '{}',
    '[]',
    '{"id":1}',
    '{"id":"x","rawId":"x","type":"public-key","response":{"clientDataJSON":"%%"},"clientExtensionResults":{}}',
    `{"id":"${'x'.repeat(3000)}"}`,
  ])('are not impressed by %j', async (answer) => {
    await givenPasskey(amara);
    expect(await passkeyAnswers(amara.userId, answer, CHALLENGE, PARTY)).toBe(false);
    expect(await keep(amara, answer, CHALLENGE)).toBeNull();
  });

  it('with a changed byte anywhere in the signature or what it covers are refused', async () => {
    const key = await givenPasskey(amara);
    const genuine = key.answer({ challenge: CHALLENGE });
    for (const part of ['signature', 'authenticatorData', 'clientDataJSON'] as const) {
      const bytes = Buffer.from(genuine.response[part], 'base64url');
      bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1;
      const response = { ...genuine.response, [part]: bytes.toString('base64url') };
      const answer = JSON.stringify({ ...genuine, response });
      expect(await passkeyAnswers(amara.userId, answer, CHALLENGE, PARTY), part).toBe(false);
    }
    const [row] = await authDb().select().from(passkeys).where(eq(passkeys.id, key.id));
    expect(row?.counter).toBe(0);
  });

  describe('challenges', () => {
    const of = (person: TestPerson, binds = '') => ({ userId: person.userId, purpose: 'sign', binds }) as const;

    it('are good once', async () => {
      const { handle, challenge } = await set(of(amara, 'a'));
      expect(await takeChallenge(handle, of(amara, 'a'))).toBe(challenge);
      expect(await takeChallenge(handle, of(amara, 'a'))).toBeNull();
    });

    it('are good for what they are bound to, and used up by trying something else', async () => {
      const { handle } = await set(of(amara, 'a'));
      expect(await takeChallenge(handle, of(amara, 'b'))).toBeNull();
      expect(await takeChallenge(handle, of(amara, 'a'))).toBeNull();
      const signIn = await set({ userId: amara.userId, purpose: 'sign_in' });
      expect(await takeChallenge(signIn.handle, of(amara))).toBeNull();
    });

    it('are nobody else’s, and a stranger does not use them up', async () => {
      const { handle, challenge } = await set(of(amara, 'a'));
      expect(await takeChallenge(handle, of(other, 'a'))).toBeNull();
      expect(await takeChallenge(handle, of(amara, 'a'))).toBe(challenge);
    });

    it('run out, and are swept away', async () => {
      const { handle } = await set({ userId: amara.userId, purpose: 'sign_in' });
      expect(await halfSignedIn(handle)).toMatchObject({ userId: amara.userId });
      await authDb().execute(sql`update auth_challenges set expires_at = now() - interval '1 second'`);
      expect(await halfSignedIn(handle)).toBeNull();
      expect(await takeChallenge(handle, { userId: amara.userId, purpose: 'sign_in' })).toBeNull();
      await set(of(amara));
      await authDb().transaction((tx) => forgetOldChallenges(tx));
      expect(await authDb().$count(authChallenges)).toBeGreaterThan(0);
      await authDb().execute(sql`update auth_challenges set expires_at = now() - interval '1 second'`);
      await authDb().transaction((tx) => forgetOldChallenges(tx));
      expect(await authDb().$count(authChallenges)).toBe(0);
    });

    it('do not pile up', async () => {
      for (let one = 0; one < 25; one += 1) await set(of(amara, String(one)));
      expect(await authDb().$count(authChallenges, eq(authChallenges.userId, amara.userId))).toBe(20);
    });

    it('stand in the database under a digest of the handle', async () => {
      const { handle } = await set(of(amara));
      const rows = await authDb().execute(sql`select * from auth_challenges`);
      expect(JSON.stringify(rows)).not.toContain(handle);
    });
  });
});

describe('the address passkeys are for', () => {
  it.each([
    ['https://changemark.example', { id: 'changemark.example', origin: 'https://changemark.example' }],
    ['https://changemark.example:8443', { id: 'changemark.example', origin: 'https://changemark.example:8443' }],
    [ORIGIN, PARTY],
    ['http://changemark.example', null],
    ['http://127.0.0.1:3000', null],
    ['https://192.0.2.7', null],
    ['https://[2001:db8::1]', null],
    ['nonsense', null],
    [undefined, null],
  ])('for %s is %j', (cameBy, expected) => expect(relyingParty(cameBy)).toEqual(expected));

  it('is what ORIGIN says, whatever the request says', () => {
    process.env.ORIGIN = 'https://changemark.example';
    try {
      expect(relyingParty('https://evil.example')).toEqual({
        id: 'changemark.example',
        origin: 'https://changemark.example',
      });
    } finally {
      delete process.env.ORIGIN;
    }
  });
});
