import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inOrganisation, inOrganisationAsAuthority } from '../../../db/client.server';
import { signOffPolicies } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import { hashOf } from '../../audit/append.server';
import { newBrowser } from '../../guard/testing/browser';
import { anOrganisation, aPerson, letIn, PASSWORD, type TestPerson } from '../../guard/testing/people';
import { addMonths } from '../add-months';
import { setActive } from '../people/set-active.server';
import { DEFAULT_POLICY } from '../sign-off/policy';
import { asOnDay, today } from '../today';
import { acceptText } from './accept-text.server';
import { BUILT_IN_TEXT } from './accountability';
import { courseState, holds } from './course-state';
import { currentText } from './current-text.server';
import { getAccountability } from './get-accountability.server';
import { getTraining } from './get-training.server';
import { listTraining } from './list-training.server';
import { penOf } from './pen.server';
import { recordTraining } from './record-training.server';
import { setText } from './set-text.server';
import { givePen } from './testing';
import { withdrawTraining } from './withdraw-training.server';

const form = (fields: Record<string, string>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const search = (query = '') => new URLSearchParams(query);

describe('how somebody stands with a course', () => {
  it.each([
    [undefined, 'never', false],
    ['2026-11-28', 'expired', false],
    ['2026-11-29', 'expires_soon', true],
    ['2026-12-29', 'expires_soon', true],
    ['2026-12-30', 'held', true],
  ] as const)('held until %s: %s', (until, state, signs) => {
    expect(courseState(until, '2026-11-29')).toBe(state);
    expect(holds(state)).toBe(signs);
  });
});

it('never rewords the built-in text: acceptances are kept by its number', () => {
  expect(hashOf(BUILT_IN_TEXT)).toBe('52322536996391bc56a72dd0827a269a4c1cdecba5042c8bad1a2eaf37c24d2d');
});

describe('the pen', () => {
  testDatabase();
  let org = '';
  let admin: TestPerson;
  let engineer: TestPerson;
  let foreign: TestPerson;

  beforeAll(async () => {
    foreign = await aPerson(await anOrganisation('Southfield'), 'administrator', { name: 'Foreign Person' });
  });
  beforeEach(async () => {
    org = await anOrganisation();
    admin = await aPerson(org, 'administrator', { name: 'Ada Admin' });
    engineer = await aPerson(org, 'engineer', { name: 'Erik Engineer' });
  });

  const pen = (person: TestPerson, ...as: Parameters<typeof penOf>[2] & unknown[]) =>
    inOrganisation(person, (tx) => penOf(tx, person, as));
  const course = (more = {}) => ({
    ...{ course: 'signing', completedOn: today(), expiresOn: null, evidence: 'Certificate 12', ...more },
  });
  const trained = async (more = {}) => {
    const result = await recordTraining(admin, engineer.userId, course(more));
    if (!result?.ok) throw new Error(JSON.stringify(result));
    return result.id;
  };
  const accepted = async (person = engineer, password = PASSWORD) => {
    const text = await inOrganisation(person, (tx) => currentText(tx, person.orgId));
    return acceptText(person, form({ text: text.sha256, proof_password: password }));
  };
  const events = async (action: string) =>
    inOrganisationAsAuthority(admin, (tx) =>
      tx.execute<{ object_ref: string; reason: string | null; detail: Record<string, unknown> }>(
        sql`select object_ref, reason, detail from audit_events where action = ${action} order by seq`,
      ),
    );
  const note = 'Legal asked for plainer words';

  it('asks for the acceptance first, then for the course, and then is held', async () => {
    expect(await pen(engineer)).toMatchObject({ ok: false, mend: '/account#accountability' });
    expect(await accepted()).toEqual({ ok: true });
    expect(await pen(engineer)).toMatchObject({ ok: false, mend: '/account#training' });
    await trained();
    expect(await pen(engineer)).toEqual({ ok: true });
    expect(await events('accountability.accepted')).toMatchObject([{ object_ref: engineer.email }]);
    expect(await events('training.recorded')).toHaveLength(1);
  });

  it('is lost on the day after the course expires, and the login is kept [11.10(i)] [Annex 11 §2]', async () => {
    await accepted();
    await trained({ completedOn: '2025-01-31', expiresOn: '2025-06-30' });
    expect(await asOnDay('2025-06-30', () => pen(engineer))).toEqual({ ok: true });
    expect(await asOnDay('2025-07-01', () => pen(engineer))).toMatchObject({
      ...{ ok: false, message: expect.stringContaining('expired on 30 Jun 2025') },
    });
    const browser = newBrowser({ routes: /_auth|account|_app\+\/index/ });
    expect((await browser.post('/sign-in', { email: engineer.email, password: PASSWORD })).status).toBe(303);
    expect((await browser.get('/account')).status).toBe(200);
  });

  it('is lost at once when the record is withdrawn; an older one that still holds keeps it', async () => {
    await accepted();
    const [first, second] = [await trained(), await trained({ completedOn: addMonths(today(), -1) })];
    const withdraw = (record: string) =>
      withdrawTraining(admin, engineer.userId, { record, reason: 'The wrong person was on the list' });
    expect(await withdraw(first)).toMatchObject({ ok: true });
    expect(await pen(engineer)).toEqual({ ok: true });
    expect(await withdraw(second)).toMatchObject({ ok: true });
    expect(await pen(engineer)).toMatchObject({ ok: false, message: expect.stringContaining('not on record') });
    expect(await withdraw(second)).toMatchObject({ ok: false });
    expect((await events('training.withdrawn')).map(({ reason }) => reason)).toHaveLength(2);
  });

  it('is lost by a new text until that is accepted too [11.10(j)]', async () => {
    await givePen(engineer);
    const stale = form({ text: (await getAccountability(admin, null)).current.sha256, proof_password: PASSWORD });
    expect(await setText(admin, { text: 'I stand by what I sign.', note, version: 0 })).toMatchObject({ ok: true });
    expect(await pen(engineer)).toMatchObject({ ok: false, mend: '/account#accountability' });
    expect(await acceptText(engineer, stale)).toMatchObject({
      ...{ ok: false, errors: { '': [expect.stringContaining('changed')] } },
    });
    expect(await accepted()).toEqual({ ok: true });
    expect(await pen(engineer)).toEqual({ ok: true });
    expect(await events('accountability.set')).toMatchObject([{ reason: note, detail: { number: 1 } }]);
  });

  it('is nobody’s who is deactivated, and nobody’s of another organisation', async () => {
    await givePen(engineer);
    expect(await inOrganisation(foreign, (tx) => penOf(tx, { ...engineer, orgId: foreign.orgId }))).toMatchObject({
      ok: false,
    });
    await setActive(admin, engineer.userId, false);
    expect(await pen(engineer)).toMatchObject({ ok: false, message: expect.stringContaining('deactivated') });
  });

  it('asks for the courses of the role signed in, besides those of the own', async () => {
    const owners = { course: 'risk', title: 'Accepting risk', roles: ['risk_owner' as const], validMonths: 12 };
    const policy = { ...DEFAULT_POLICY, training: [...DEFAULT_POLICY.training, owners] };
    await inOrganisation(admin, (tx) =>
      tx.insert(signOffPolicies).values({ orgId: org, number: 1, policy, note: 'Test', createdByName: admin.name }),
    );
    await givePen(engineer);
    expect(await pen(engineer)).toEqual({ ok: true });
    expect(await pen(engineer, 'risk_owner')).toMatchObject({
      ...{ ok: false, message: expect.stringContaining('Accepting risk') },
    });
    await trained({ course: 'risk' });
    expect(await pen(engineer, 'risk_owner')).toEqual({ ok: true });
  });

  describe('accepting', () => {
    it('is refused without the right password, and is one event however often', async () => {
      expect(await accepted(engineer, 'not it')).toMatchObject({ ok: false, errors: { proof_password: [/./] } });
      expect(await pen(engineer)).toMatchObject({ ok: false, mend: '/account#accountability' });
      const twice = await Promise.all([accepted(), accepted()]);
      expect(twice).toEqual([{ ok: true }, { ok: true }]);
      expect(await events('accountability.accepted')).toHaveLength(1);
    });

    it('works as a form on the account page', async () => {
      const browser = await letIn(newBrowser({ routes: /account|_app\+\/_layout/ }), engineer);
      const page = (await browser.get('/account')).text;
      const text = /name="text" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
      const wrong = await browser.post('/account?index', { intent: 'accept', text, proof_password: 'no' });
      expect(wrong.status).toBe(422);
      const right = await browser.post('/account?index', { intent: 'accept', text, proof_password: PASSWORD });
      expect([right.status, right.location]).toEqual([303, '/account?done=accepted']);
    });
  });

  describe('recording', () => {
    it.each([
      [{ course: 'juggling' }, 'course'],
      [{ completedOn: null }, 'completedOn'],
      [{ completedOn: '2199-01-01' }, 'completedOn'],
      [{ completedOn: '2026-01-31', expiresOn: '2026-01-30' }, 'expiresOn'],
      [{ completedOn: '2026-01-31', expiresOn: '2028-02-01' }, 'expiresOn'],
    ])('refuses %o at %s', async (more, field) => {
      const result = await recordTraining(admin, engineer.userId, course(more));
      expect(result).toMatchObject({ ok: false, errors: { [field]: [/./] } });
    });

    it('takes the end from the policy, or an earlier one', async () => {
      await trained({ completedOn: '2026-01-31' });
      await trained({ completedOn: '2026-01-30', expiresOn: '2026-02-01' });
      const { records } = (await getTraining(admin, engineer.userId)) ?? { records: [] };
      expect(records.map(({ expiresOn }) => expiresOn)).toEqual(['2028-01-31', '2026-02-01']);
    });

    it('is nobody’s for themselves, nor anybody’s but an administrator’s; the database refuses the first too', async () => {
      expect(await recordTraining(admin, admin.userId, course())).toMatchObject({ ok: false });
      expect(await recordTraining(engineer, engineer.userId, course())).toMatchObject({ ok: false });
      const own = inOrganisation(engineer, (tx) =>
        tx.execute(sql`insert into training_records
          (org_id, person_id, course, completed_on, expires_on, evidence, recorded_by, recorded_by_name)
          values (${org}, ${engineer.userId}, 'signing', '2026-01-01', '2099-01-01', '', ${engineer.userId}, 'me')`),
      );
      await expect(own.catch((error) => Promise.reject(error.cause))).rejects.toThrow(/recorded_by_another/);
    });

    it('finds nobody of another organisation, and no record of another person', async () => {
      const record = await trained();
      expect(await recordTraining(foreign, engineer.userId, course())).toBeNull();
      expect(await getTraining(foreign, engineer.userId)).toBeNull();
      const reason = 'none';
      expect(await withdrawTraining(foreign, engineer.userId, { record, reason })).toBeNull();
      expect(await withdrawTraining(admin, admin.userId, { record, reason })).toBeNull();
      expect(await withdrawTraining(admin, engineer.userId, { record: 'x', reason })).toBeNull();
    });
  });

  describe('the text', () => {
    it('has versions; of two who set it at once the second is told, and what was typed is kept', async () => {
      const set = (text: string) => setText(admin, { text, note, version: 0 });
      const results = await Promise.all([set('First wording.'), set('Second wording.')]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const lost = results.find(({ ok }) => !ok);
      expect(lost).toMatchObject({ conflict: { version: 1, savedBy: 'Ada Admin' } });
      const { current, versions, shown } = await getAccountability(admin, 0);
      expect([current.number, versions.length, shown.text]).toEqual([1, 1, BUILT_IN_TEXT]);
      expect(await setText(admin, { text: current.text, note, version: 1 })).toMatchObject({ errors: { text: [/./] } });
      expect(await setText(engineer, { text: 'x', note, version: 1 })).toMatchObject({ ok: false });
      expect((await getAccountability(foreign, 1)).shown.number).toBe(0);
    });
  });

  describe('the list', () => {
    it('shows who may not sign, the same as the pen says, and nobody of another organisation', async () => {
      const safety = await aPerson(org, 'clinical_safety', { name: 'Sana Safety' });
      await aPerson(org, 'auditor', { name: 'Otto Auditor' });
      await givePen(engineer);
      const names = async (query = '') => (await listTraining(admin, search(query))).rows.map(({ name }) => name);
      expect(await names()).toEqual(['Erik Engineer', 'Sana Safety']);
      expect(await names('without=yes')).toEqual(['Sana Safety']);
      expect(await names('q=ERIK')).toEqual(['Erik Engineer']);
      const { rows } = await listTraining(admin, search());
      expect(rows.map(({ pen: held }) => held)).toEqual([true, false]);
      expect((await pen(safety)).ok).toBe(false);
      await givePen(safety);
      expect(await names('without=yes')).toEqual([]);
      expect((await listTraining(foreign, search())).rows).toEqual([]);
    });

    it('pages by name', async () => {
      await inOrganisationAsAuthority(admin, (tx) =>
        tx.execute(sql`
          insert into users (org_id, email, name, role)
          select ${org}, 'p' || n || '.' || ${org} || '@x.example', 'Person ' || lpad(n::text, 3, '0'), 'engineer'
          from generate_series(1, 70) n`),
      );
      const first = await listTraining(admin, search());
      const second = await listTraining(admin, search(`after=${first.after}`));
      expect([first.rows.length, second.rows.length, second.after]).toEqual([50, 21, null]);
    });
  });
});
