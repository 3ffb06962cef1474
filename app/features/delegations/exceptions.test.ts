import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inOrganisation, inOrganisationAsAuthority } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { anOrganisation, aPerson, PASSWORD, type TestPerson } from '../../guard/testing/people';
import { addMonths } from '../add-months';
import { setActive } from '../people/set-active.server';
import type { SlotId } from '../sign-off/slots';
import { asOnDay, today } from '../today';
import { givePen } from '../training/testing';
import { exceptionInWords, placesInWords } from './delegation-words';
import { getException } from './get-exception.server';
import { listExceptions } from './list-exceptions.server';
import { revokeException } from './revoke-exception.server';
import { signException } from './sign-exception.server';
import { exceptionFor } from './ways-to-sign.server';

const search = (query = '') => new URLSearchParams(query);

it('is named in words wherever it was used', () => {
  expect(exceptionInWords({ number: 3, endsOn: '2026-12-03' })).toBe(
    'one person in several places, under exception 3, until 3 Dec 2026',
  );
  expect(placesInWords(['author', 'risk_owner'])).toBe('author (clinical engineering) and risk owner');
});

describe('exceptions', () => {
  testDatabase();
  let org = '';
  let admin: TestPerson;
  let owner: TestPerson;
  let engineer: TestPerson;
  let foreign: TestPerson;

  beforeAll(async () => {
    foreign = await aPerson(await anOrganisation('Southfield'), 'risk_owner');
    await givePen(foreign);
  });
  beforeEach(async () => {
    org = await anOrganisation();
    admin = await aPerson(org, 'administrator', { name: 'Ada Admin' });
    owner = await aPerson(org, 'risk_owner', { name: 'Rita Owner' });
    engineer = await aPerson(org, 'engineer', { name: 'Erik Engineer' });
    await givePen(owner);
  });

  type Fields = Record<string, string | string[]>;
  const form = (over: Fields = {}): FormData => {
    const made = new FormData();
    const fields: Fields = {
      ...{ intent: 'look', person: engineer.userId, slots: ['author', 'risk_owner'], reason: 'One engineer' },
      ...{ startsOn: today(), endsOn: addMonths(today(), 12), proof_password: PASSWORD, ...over },
    };
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) made.append(name, one);
    return made;
  };
  const look = async (over: Fields = {}, by = owner) => {
    const result = await signException(by, form(over));
    if (result.ok) throw new Error('it was signed without being looked at');
    return result;
  };
  const sign = async (over: Fields = {}, by = owner) => {
    const { proof_password: _, ...said } = over;
    const { toSign } = await look(said, by);
    return signException(by, form({ ...over, intent: 'sign', terms: toSign?.sha256 ?? '' }));
  };
  const signed = async (over: Fields = {}) => {
    const result = await sign(over);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    return result.id;
  };
  const found = (slots: SlotId[], day = today(), person = engineer) =>
    inOrganisation(person, (tx) => exceptionFor(tx, person.orgId, person.userId, slots, day));

  it('is looked at, then signed, then good for its places and days', async () => {
    const { toSign, kept } = await look();
    expect(toSign?.terms).toMatchObject({ person_name: 'Erik Engineer', slots: ['author', 'risk_owner'] });
    expect(JSON.stringify(kept)).not.toContain(PASSWORD);
    expect(await found(['author', 'risk_owner'])).toBeNull();
    const id = await signed();
    const until = addMonths(today(), 12);
    expect(await found(['author', 'risk_owner'])).toEqual({ id, number: 1, endsOn: until });
    expect(await found(['risk_owner'])).toMatchObject({ id });
    expect(await found(['author', 'verifier'])).toBeNull();
    expect(await found(['author', 'risk_owner'], addMonths(today(), -1))).toBeNull();
    expect(await found(['author', 'risk_owner'], until)).toMatchObject({ id });
    expect(await found(['author', 'risk_owner'], addMonths(today(), 13))).toBeNull();
    expect(await found(['author', 'risk_owner'], today(), owner)).toBeNull();
  });

  it('stands with a signature that covers what it says, and shows when it was altered', async () => {
    const id = await signed();
    const view = await getException(engineer, id);
    expect(view).toMatchObject({
      signature: { name: 'Rita Owner', role: 'risk_owner', intact: true },
      reason: 'One engineer',
    });
    const [row] = await inOrganisation(owner, (tx) =>
      tx.execute<{ payload: string }>(sql`select payload from role_exceptions where id = ${id}`),
    );
    expect(JSON.parse(row?.payload ?? '')).toMatchObject({
      ...{ record: 'role_exception', organisation: org, person: engineer.userId, slots: ['author', 'risk_owner'] },
      ...{ printed_name: 'Rita Owner', role: 'risk_owner', meaning: 'approve', zone: 'Europe/London', number: 1 },
    });
    const stretch = inOrganisation(owner, (tx) =>
      tx.execute(sql`update role_exceptions set ends_on = '2099-01-01' where id = ${id}`),
    );
    await expect(stretch.catch((error) => Promise.reject(error.cause))).rejects.toThrow(/never edited/);
  });

  it('is signed by nobody for themselves, by use case and database', async () => {
    expect(await look({ person: owner.userId })).toMatchObject({ toSign: null, errors: { person: [/./] } });
    const own = inOrganisation(owner, (tx) =>
      tx.execute(sql`insert into role_exceptions (org_id, number, person_id, person_name, slots, reason, starts_on,
          ends_on, signed_by, signed_by_name, signed_role, signed_at, method, payload, payload_sha256)
        values (${org}, 9, ${owner.userId}, '', '{author,risk_owner}', '', '2026-01-01', '2026-01-02', ${owner.userId},
          '', 'risk_owner', now(), 'password', '', '')`),
    );
    await expect(own.catch((error) => Promise.reject(error.cause))).rejects.toThrow(/signed_by_another/);
  });

  it('is signed by nobody whose role does not accept risk, and by nobody without the pen', async () => {
    for (const by of [engineer, admin]) expect(await look({}, by)).toMatchObject({ toSign: null });
    const other = await aPerson(org, 'risk_owner');
    expect(await look({}, other)).toMatchObject({ toSign: null, errors: { '': [expect.stringContaining('Accept')] } });
  });

  it('is not signed with a wrong password, nor when it is not what was looked at', async () => {
    expect(await sign({ proof_password: 'wrong' })).toMatchObject({ ok: false, errors: { proof_password: [/./] } });
    const { toSign } = await look();
    const other = await signException(
      owner,
      form({ intent: 'sign', terms: toSign?.sha256 ?? '', slots: ['author', 'clinical_safety'] }),
    );
    expect(other).toMatchObject({ ok: false, errors: { '': [expect.stringContaining('changed')] } });
    expect((await listExceptions(owner, search())).rows).toEqual([]);
  });

  it('is refused with one place, with days that cannot be, and for people who do not sign', async () => {
    const fields = async (over: Fields) => Object.keys((await look(over)).errors);
    expect(await fields({ slots: ['author'] })).toEqual(['slots']);
    expect(await fields({ slots: ['author', 'second', 'nonsense'] })).toEqual(['slots']);
    expect(await fields({ startsOn: '' })).toEqual(['startsOn']);
    expect(await fields({ startsOn: '2020-01-01' })).toEqual(['startsOn']);
    expect(await fields({ endsOn: '' })).toEqual(['endsOn']);
    expect(await fields({ endsOn: addMonths(today(), 13) })).toEqual(['endsOn']);
    for (const person of [admin.userId, foreign.userId, 'x']) expect(await fields({ person })).toEqual(['person']);
    await setActive(admin, engineer.userId, false);
    expect(await fields({})).toEqual(['person']);
  });

  it('ends when revoked by somebody who accepts risk, once, and stays in the list', async () => {
    const id = await signed();
    expect(await revokeException(engineer, id, 'No')).toMatchObject({ ok: false });
    expect(await revokeException(foreign, id, 'No')).toBeNull();
    expect(await getException(foreign, id)).toBeNull();
    expect(await revokeException(owner, id, 'A second engineer came')).toMatchObject({ ok: true });
    expect(await revokeException(owner, id, 'Again')).toMatchObject({ ok: false });
    expect(await found(['author', 'risk_owner'])).toBeNull();
    expect((await listExceptions(engineer, search('state=revoked'))).rows).toHaveLength(1);
    expect((await listExceptions(engineer, search('state=in_force'))).rows).toEqual([]);
    expect((await listExceptions(foreign, search())).rows).toEqual([]);
    const trail = await inOrganisationAsAuthority(admin, (tx) =>
      tx.execute<{ action: string }>(sql`select action from audit_events where action like 'exception.%' order by seq`),
    );
    expect(trail.map(({ action }) => action)).toEqual(['exception.signed', 'exception.revoked']);
  });

  it('is over after its last day, and is numbered without gaps', async () => {
    await signed();
    await signed({ slots: ['author', 'verifier'] });
    const numbers = async () => (await listExceptions(owner, search())).rows.map((one) => [one.number, one.standing]);
    expect(await numbers()).toEqual([
      [2, 'in_force'],
      [1, 'in_force'],
    ]);
    expect(await asOnDay(addMonths(today(), 13), numbers)).toEqual([
      [2, 'over'],
      [1, 'over'],
    ]);
  });
});
