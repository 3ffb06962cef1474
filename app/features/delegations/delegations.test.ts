import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inOrganisation, inOrganisationAsAuthority } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { anOrganisation, aPerson, type TestPerson } from '../../guard/testing/people';
import { addMonths } from '../add-months';
import { editPerson } from '../people/edit-person.server';
import { setActive } from '../people/set-active.server';
import { asOnDay, today } from '../today';
import type { DelegationInput } from './delegation-form';
import { delegationInWords, onBehalfWords } from './delegation-words';
import { delegationChoices, getDelegation } from './get-delegation.server';
import { listDelegations } from './list-delegations.server';
import { makeDelegation } from './make-delegation.server';
import { revokeDelegation } from './revoke-delegation.server';
import { standingOf } from './standing';
import { waysToSign } from './ways-to-sign.server';

const search = (query = '') => new URLSearchParams(query);
const [FROM, UNTIL] = ['2026-06-01', '2026-06-30'];

describe('words', () => {
  const of = { delegateName: 'Ann Adams', principalName: 'Bea Brown', number: 12, endsOn: '2026-12-03' };
  it('say for whom, under which delegation and until when', () => {
    expect(onBehalfWords(of)).toBe('Bea Brown, under delegation 12, until 3 December 2026');
    expect(delegationInWords(of)).toBe('Ann Adams for Bea Brown, under delegation 12, until 3 December 2026');
  });
});

describe('standing', () => {
  it.each([
    ['2026-05-31', null, 'to_come'],
    ['2026-06-01', null, 'in_force'],
    ['2026-06-30', null, 'in_force'],
    ['2026-07-01', null, 'over'],
    ['2026-06-15', new Date(), 'revoked'],
    ['2026-07-01', new Date(), 'revoked'],
  ] as const)('on %s, revoked %o: %s', (day, revokedAt, standing) => {
    expect(standingOf({ startsOn: FROM, endsOn: UNTIL, revokedAt }, day)).toBe(standing);
  });
});

describe('delegations', () => {
  testDatabase();
  let org = '';
  let admin: TestPerson;
  let owner: TestPerson;
  let engineer: TestPerson;
  let safety: TestPerson;
  let foreign: TestPerson;

  beforeAll(async () => {
    foreign = await aPerson(await anOrganisation('Southfield'), 'risk_owner', { name: 'Foreign Person' });
  });
  beforeEach(async () => {
    org = await anOrganisation();
    admin = await aPerson(org, 'administrator', { name: 'Ada Admin' });
    owner = await aPerson(org, 'risk_owner', { name: 'Rita Owner' });
    engineer = await aPerson(org, 'engineer', { name: 'Erik Engineer' });
    safety = await aPerson(org, 'clinical_safety', { name: 'Sana Safety' });
  });

  const wish = (over: Partial<DelegationInput> = {}): DelegationInput => ({
    ...{ principal: '', delegate: engineer.userId, startsOn: FROM, endsOn: UNTIL, reason: 'Annual leave' },
    ...over,
  });
  /** Days of the tests lie in the past, so what is done is done as on the day before them. */
  const then = <T>(work: () => Promise<T>, day = '2026-05-20') => asOnDay(day, work);
  const made = async (over: Partial<DelegationInput> = {}, by = owner) => {
    const result = await then(() => makeDelegation(by, wish(over)));
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    return result.id;
  };
  const refusal = async (over: Partial<DelegationInput>, by = owner) => {
    const result = await then(() => makeDelegation(by, wish(over)));
    return result.ok ? {} : result.errors;
  };
  const ways = async (person: TestPerson, day: string) =>
    (await inOrganisation(person, (tx) => waysToSign(tx, person, day))).map(
      ({ role, delegation }) => `${role}${delegation ? ` for ${delegation.principalName}` : ''}`,
    );
  const edit = (person: TestPerson, role: TestPerson['role'], version = 1) =>
    editPerson(admin, person.userId, { name: person.name, email: person.email, jobTitle: '', role, version });

  it('let somebody sign from the first day to the last, own role first [11.200(a)(2)]', async () => {
    const id = await made();
    expect(await ways(engineer, '2026-05-31')).toEqual(['engineer']);
    for (const day of [FROM, UNTIL]) {
      expect(await ways(engineer, day)).toEqual(['engineer', 'risk_owner for Rita Owner']);
    }
    expect(await ways(engineer, '2026-07-01')).toEqual(['engineer']);
    expect(await ways(owner, FROM)).toEqual(['risk_owner']);
    const [, way] = await inOrganisation(engineer, (tx) => waysToSign(tx, engineer, FROM));
    expect(way?.delegation).toEqual({
      ...{ id, number: 1, principalId: owner.userId, principalName: 'Rita Owner', endsOn: UNTIL },
    });
  });

  it('end when revoked, by either side or an administrator, and by nobody else', async () => {
    for (const by of [owner, engineer, admin]) {
      const id = await made();
      const revoke = (person: TestPerson) => then(() => revokeDelegation(person, id, 'Back early'));
      expect(await revoke(safety)).toMatchObject({ ok: false });
      expect(await revoke(foreign)).toBeNull();
      expect(await revoke(by)).toMatchObject({ ok: true });
      expect(await revoke(by)).toMatchObject({ ok: false, errors: { '': [expect.stringContaining('already')] } });
      expect(await ways(engineer, FROM)).toEqual(['engineer']);
    }
    const over = await made();
    expect(await asOnDay('2026-07-01', () => revokeDelegation(owner, over, 'Late'))).toMatchObject({ ok: false });
  });

  it('are without effect when the principal is deactivated or has another role, and say so', async () => {
    const id = await made();
    const idle = async () => (await asOnDay(FROM, () => getDelegation(owner, id)))?.idle;
    expect(await idle()).toBeNull();
    await setActive(admin, owner.userId, false);
    expect(await ways(engineer, FROM)).toEqual(['engineer']);
    expect(await idle()).toBe('Rita Owner is deactivated');
    await setActive(admin, owner.userId, true);
    expect(await ways(engineer, FROM)).toHaveLength(2);
    expect(await edit(owner, 'clinical_safety', 3)).toMatchObject({ ok: true });
    expect(await ways(engineer, FROM)).toEqual(['engineer']);
    expect(await idle()).toContain('no longer risk owner');
  });

  it('give nothing to a delegate who is deactivated or no longer signs', async () => {
    await made();
    expect(await edit(engineer, 'auditor')).toMatchObject({ ok: true });
    expect(await ways(engineer, FROM)).toEqual([]);
    await setActive(admin, engineer.userId, false);
    expect(await ways(engineer, FROM)).toEqual([]);
  });

  it('are never passed on: what a delegate delegates is the own role', async () => {
    await made();
    await made({ delegate: safety.userId }, engineer);
    expect(await ways(safety, FROM)).toEqual(['clinical_safety', 'engineer for Erik Engineer']);
    expect((await then(() => makeDelegation(engineer, wish({ principal: owner.userId, delegate: safety.userId })))).ok)
      // Only an administrator says it for somebody else.
      .toBe(false);
  });

  it('are not made to oneself, by use case and database', async () => {
    expect(await refusal({ delegate: owner.userId })).toHaveProperty('delegate');
    const own = inOrganisation(owner, (tx) =>
      tx.execute(sql`insert into delegations (org_id, number, principal_id, principal_name, delegate_id, delegate_name,
          role, starts_on, ends_on, reason, created_by, created_by_name)
        values (${org}, 99, ${owner.userId}, '', ${owner.userId}, '', 'risk_owner', '2026-01-01', '2026-01-02', '',
          ${owner.userId}, '')`),
    );
    await expect(own.catch((error) => Promise.reject(error.cause))).rejects.toThrow(/delegations_to_another/);
  });

  it('are refused outside of their days, and to people who do not sign', async () => {
    expect(await refusal({ startsOn: null })).toHaveProperty('startsOn');
    expect(await refusal({ endsOn: null })).toHaveProperty('endsOn');
    expect(await refusal({ startsOn: '2026-05-19' })).toHaveProperty('startsOn');
    expect(await refusal({ endsOn: '2026-05-31' })).toHaveProperty('endsOn');
    expect(await refusal({ endsOn: '2026-12-02' })).toHaveProperty('endsOn');
    expect(await refusal({ endsOn: '2026-12-01' })).toEqual({});
    for (const delegate of [admin.userId, foreign.userId, 'nonsense']) {
      expect(await refusal({ delegate })).toHaveProperty('delegate');
    }
    await setActive(admin, safety.userId, false);
    expect(await refusal({ delegate: safety.userId })).toHaveProperty('delegate');
    const auditor = await aPerson(org, 'auditor');
    expect(await refusal({}, auditor)).toHaveProperty('');
  });

  it('are made by an administrator for somebody absent, and say so', async () => {
    const id = await made({ principal: owner.userId }, admin);
    expect(await getDelegation(engineer, id)).toMatchObject({ made: { by: 'Ada Admin', inAbsence: true } });
    const trail = await inOrganisationAsAuthority(admin, (tx) =>
      tx.execute<{ detail: object }>(sql`select detail from audit_events where action = 'delegation.made'`),
    );
    expect(trail[0]?.detail).toMatchObject({ made_in_absence: true, principal: owner.userId });
    expect(await refusal({ principal: '' }, admin)).toHaveProperty('principal');
    expect(await refusal({ principal: owner.userId, delegate: admin.userId }, admin)).toHaveProperty('delegate');
    expect((await delegationChoices(admin)).forOthers).toBe(true);
  });

  it('are numbered without gaps, whoever is first, and a refused one takes no number', async () => {
    const others = await Promise.all(Array.from({ length: 12 }, (_, n) => aPerson(org, 'engineer', { name: `E${n}` })));
    const results = await then(() =>
      Promise.all([
        ...others.map(({ userId }) => makeDelegation(owner, wish({ delegate: userId }))),
        ...others.map(({ userId }) => makeDelegation(owner, wish({ delegate: userId }))),
      ]),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(12);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      errors: { '': [expect.stringContaining('says so already')] },
    });
    await made();
    const { rows } = await listDelegations(owner, search());
    expect(rows.map(({ number }) => number)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect((await then(() => makeDelegation(foreign, wish({ delegate: engineer.userId })))).ok).toBe(false);
  });

  it('keep what they say, in the database', async () => {
    const id = await made();
    const stretch = inOrganisation(owner, (tx) =>
      tx.execute(sql`update delegations set ends_on = '2027-12-31' where id = ${id}`),
    );
    await expect(stretch.catch((error) => Promise.reject(error.cause))).rejects.toThrow(/never edited/);
  });

  it('are listed by state, mine apart, page by page, and not to other organisations', async () => {
    await made();
    await made({ delegate: safety.userId }, engineer);
    const soon = { startsOn: addMonths(today(), 1), endsOn: addMonths(today(), 2) };
    const later = await made({ ...soon, delegate: safety.userId });
    await revokeDelegation(owner, await made({ ...soon, delegate: engineer.userId }), 'Changed plans');
    const numbers = async (query = '', by = owner) =>
      (await listDelegations(by, search(query))).rows.map(({ number }) => number);
    expect(await numbers()).toEqual([4, 3, 2, 1]);
    expect(await numbers('state=over')).toEqual([2, 1]);
    expect(await numbers('state=to_come')).toEqual([3]);
    expect(await numbers('state=revoked')).toEqual([4]);
    expect(await numbers('state=in_force')).toEqual([]);
    expect(await numbers('state=nonsense')).toHaveLength(4);
    expect(await numbers('mine=yes', safety)).toEqual([3, 2]);
    expect(await asOnDay(FROM, () => numbers('state=in_force'))).toEqual([2, 1]);
    expect(await numbers('', foreign)).toEqual([]);
    expect(await getDelegation(foreign, later)).toBeNull();
    await inOrganisation(owner, (tx) =>
      tx.execute(sql`insert into delegations (org_id, number, principal_id, principal_name, delegate_id, delegate_name,
          role, starts_on, ends_on, reason, created_by, created_by_name)
        select ${org}, n, ${owner.userId}, 'x', ${safety.userId}, 'x', 'risk_owner', '2026-01-01', '2026-01-02', '',
          ${owner.userId}, '' from generate_series(5, 70) n`),
    );
    const first = await listDelegations(owner, search());
    const second = await listDelegations(owner, search(`after=${first.after}`));
    expect([first.rows.length, second.rows.length, second.rows.at(-1)?.number]).toEqual([50, 20, 1]);
    const back = await listDelegations(owner, search(`before=${second.before}`));
    expect(back.rows).toEqual(first.rows);
  });
});
