import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authDb, inOrganisationAsAuthority } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type Browser, newBrowser } from '../../guard/testing/browser';
import { anOrganisation, aPerson, letIn, PASSWORD, type TestPerson } from '../../guard/testing/people';
import { createPerson } from './create-person.server';
import { editPerson } from './edit-person.server';
import { getPerson } from './get-person.server';
import { listPeople } from './list-people.server';
import { setActive } from './set-active.server';
import { setFirstPassword } from './set-first-password.server';

const search = (query = '') => new URLSearchParams(query);
const browser = () => newBrowser({ routes: /_auth|account|people|_app\+\/index/ });

describe('people', () => {
  testDatabase();
  let org = '';
  let foreign: TestPerson;
  let admin: TestPerson;
  let engineer: TestPerson;

  beforeAll(async () => {
    foreign = await aPerson(await anOrganisation('Another hospital'), 'administrator', { name: 'Foreign Person' });
  });
  beforeEach(async () => {
    org = await anOrganisation();
    admin = await aPerson(org, 'administrator', { name: 'Ada Admin' });
    engineer = await aPerson(org, 'engineer', { name: 'Erik Engineer' });
  });

  const trail = async (orgId = org) =>
    inOrganisationAsAuthority({ orgId, userId: null }, (tx) =>
      tx.execute<{ action: string; object_ref: string; detail: Record<string, unknown> }>(
        sql`select action, object_ref, detail from audit_events order by seq`,
      ),
    );
  const sessionsOf = async (person: TestPerson) =>
    (await authDb().execute(sql`select 1 from sessions where user_id = ${person.userId}`)).length;
  const input = (more = {}) => ({
    ...{ name: 'Łucja Nowak', email: `new.${org}@hospital.example`, jobTitle: 'Engineer', role: 'engineer' as const },
    ...{ password: '', ...more },
  });

  describe('the list', () => {
    it('shows the own organisation only, by name', async () => {
      const { rows } = await listPeople(admin, search());
      expect(rows.map((row) => row.name)).toEqual(['Ada Admin', 'Erik Engineer']);
    });

    it('finds by name, address, role and state; wildcards stand for themselves', async () => {
      const names = async (query: string) => (await listPeople(admin, search(query))).rows.map((row) => row.name);
      expect(await names('q=ERIK')).toEqual(['Erik Engineer']);
      expect(await names('q=%25')).toEqual([]);
      expect(await names('q=%00')).toEqual([]);
      expect(await names('role=administrator')).toEqual(['Ada Admin']);
      expect(await names('role=emperor&state=nonsense')).toHaveLength(2);
      await setActive(admin, engineer.userId, false);
      expect(await names('')).toEqual(['Ada Admin']);
      expect(await names('state=deactivated')).toEqual(['Erik Engineer']);
      expect(await names('state=all')).toHaveLength(2);
    });

    it('pages forwards and back without losing or repeating anybody', async () => {
      await inOrganisationAsAuthority(admin, (tx) =>
        tx.execute(sql`
          insert into users (org_id, email, name, role)
          select ${org}, 'p' || n || '.' || ${org} || '@x.example', 'Person ' || lpad(n::text, 3, '0'), 'auditor'
          from generate_series(1, 118) n`),
      );
      const first = await listPeople(admin, search());
      const second = await listPeople(admin, search(`after=${first.after}`));
      const third = await listPeople(admin, search(`after=${second.after}`));
      const all = [...first.rows, ...second.rows, ...third.rows].map((row) => row.id);
      expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([50, 50, 20]);
      expect(new Set(all).size).toBe(120);
      expect([first.before, third.after]).toEqual([null, null]);
      const back = await listPeople(admin, search(`before=${third.before}`));
      expect(back.rows.map((row) => row.id)).toEqual(second.rows.map((row) => row.id));
      expect((await listPeople(admin, search('after=broken'))).rows).toEqual(first.rows);
    });
  });

  describe('adding', () => {
    it('makes up a first password that works once and has to be replaced', async () => {
      const result = await createPerson(admin, input());
      if (!result.ok) throw new Error('refused');
      expect(result.invented).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
      const chrome = browser();
      const email = `new.${org}@hospital.example`;
      const signedIn = await chrome.post('/sign-in', { email, password: result.invented ?? '' });
      expect(signedIn.status).toBe(303);
      expect((await chrome.get('/')).location).toBe('/account/password');
      expect(await getPerson(admin, result.userId)).toMatchObject({ mustChangePassword: true, role: 'engineer' });
      const events = await trail();
      expect(events.at(-2)).toMatchObject({ action: 'person.created', object_ref: email });
      expect(JSON.stringify(events)).not.toContain(result.invented);
    });

    it('refuses an address that is in use, here or elsewhere, in the same words [11.100(a)] [11.300(a)]', async () => {
      const here = await createPerson(admin, input({ email: engineer.email.toUpperCase() }));
      const elsewhere = await createPerson(admin, input({ email: foreign.email }));
      expect(here).toMatchObject({ ok: false, errors: { email: [expect.stringContaining('cannot be used')] } });
      expect(elsewhere).toEqual(here);
    });

    it('refuses a typed password that is easily guessed', async () => {
      const weak = await createPerson(admin, input({ password: 'password1234' }));
      expect(weak).toMatchObject({ ok: false, errors: { password: [expect.any(String)] } });
    });

    it('keeps everything typed on a refused form, but no password', async () => {
      const chrome = await letIn(browser(), admin);
      const typed = { name: '<b>Ünïcode</b>', email: 'not an address', jobTitle: 'Kæmper', role: 'auditor' };
      const answer = await chrome.post('/people/new', { ...typed, password: 'my secret words 42' });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('This is not one e-mail address.');
      expect(answer.text).toContain('value="&lt;b&gt;Ünïcode&lt;/b&gt;"');
      expect(answer.text).toContain('value="Kæmper"');
      expect(answer.text).toMatch(/value="auditor"[^>]*checked|checked[^>]*value="auditor"/);
      expect(answer.text).not.toContain('my secret words 42');
      expect(answer.text).not.toContain('<b>Ünïcode</b>');
    });

    it('shows a made-up password once, on a page that nothing may keep', async () => {
      const chrome = await letIn(browser(), admin);
      const answer = await chrome.post('/people/new', input());
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Cache-Control')).toContain('no-store');
      const shown = /([a-z2-9]{5}-){3}[a-z2-9]{5}/.exec(answer.text)?.[0] ?? 'nothing';
      expect((await chrome.get('/people')).text).not.toContain(shown);
    });
  });

  describe('editing', () => {
    const edit = (by: TestPerson, whom: TestPerson, more: object, version = 1) =>
      editPerson(by, whom.userId, {
        ...{ name: whom.name, email: whom.email, jobTitle: whom.jobTitle, role: whom.role, version },
        ...more,
      });

    it('ends the sessions when the role changes, and only then', async () => {
      await letIn(browser(), engineer);
      expect(await edit(admin, engineer, { jobTitle: 'Senior' })).toEqual({ ok: true });
      expect(await sessionsOf(engineer)).toBe(1);
      expect(await edit(admin, engineer, { jobTitle: 'Senior', role: 'auditor' }, 2)).toEqual({ ok: true });
      expect(await sessionsOf(engineer)).toBe(0);
      expect((await trail()).at(-1)).toMatchObject({
        action: 'person.changed',
        detail: { before: { role: 'engineer' }, after: { role: 'auditor' }, sessionsEnded: 1 },
      });
    });

    it('tells the second of two editors what the first has saved', async () => {
      await edit(admin, engineer, { name: 'First Editor' });
      const second = await edit(admin, engineer, { name: 'Second Editor' });
      expect(second).toMatchObject({
        ok: false,
        conflict: {
          version: 2,
          differences: [{ label: 'Name', theirs: 'First Editor', typed: 'Second Editor' }],
        },
      });
      expect(await getPerson(admin, engineer.userId)).toMatchObject({ name: 'First Editor' });
    });

    it('does not let administrators change their own role', async () => {
      await aPerson(org, 'administrator');
      const result = await edit(admin, admin, { role: 'engineer' });
      expect(result).toMatchObject({ ok: false, errors: { role: [expect.stringContaining('Another administrator')] } });
    });

    it('finds nobody of another organisation', async () => {
      expect(await edit(admin, foreign, { name: 'Taken over' })).toBeNull();
      expect(await setActive(admin, foreign.userId, false)).toBeNull();
      expect(await setFirstPassword(admin, foreign.userId, '')).toBeNull();
      expect(await getPerson(admin, foreign.userId)).toBeNull();
    });

    it('records nothing when nothing changed', async () => {
      const before = (await trail()).length;
      expect(await edit(admin, engineer, {})).toEqual({ ok: true });
      expect((await trail()).length).toBe(before);
    });
  });

  describe('access', () => {
    it('ends at once and comes back, with the past kept', async () => {
      const chrome = await letIn(browser(), engineer);
      expect(await setActive(admin, engineer.userId, false)).toEqual({ ok: true });
      expect((await chrome.get('/account')).location).toContain('/sign-in');
      expect((await chrome.post('/sign-in', { email: engineer.email, password: PASSWORD })).status).toBe(422);
      expect(await setActive(admin, engineer.userId, true)).toEqual({ ok: true });
      expect((await chrome.post('/sign-in', { email: engineer.email, password: PASSWORD })).status).toBe(303);
      const actions = (await trail()).map((event) => event.action);
      expect(actions).toEqual(expect.arrayContaining(['person.deactivated', 'person.reactivated']));
    });

    it('is not taken from oneself', async () => {
      await aPerson(org, 'administrator');
      expect(await setActive(admin, admin.userId, false)).toMatchObject({ ok: false });
    });

    it('is never taken from the last administrator, also by two at the same moment', async () => {
      const second = await aPerson(org, 'administrator', { name: 'Bea Admin' });
      const results = await Promise.all([
        setActive(admin, second.userId, false),
        setActive(second, admin.userId, false),
      ]);
      expect(results.filter((result) => result?.ok)).toHaveLength(1);
      const { rows } = await listPeople(admin, search('role=administrator'));
      expect(rows).toHaveLength(1);
    });

    it('comes back with a new first password, all sessions ended', async () => {
      await letIn(browser(), engineer);
      const result = await setFirstPassword(admin, engineer.userId, '');
      if (!result?.ok) throw new Error('refused');
      expect(await sessionsOf(engineer)).toBe(0);
      const chrome = browser();
      expect((await chrome.post('/sign-in', { email: engineer.email, password: PASSWORD })).status).toBe(422);
      const fresh = { email: engineer.email, password: result.invented ?? '' };
      expect((await chrome.post('/sign-in', fresh)).status).toBe(303);
      expect(JSON.stringify(await trail())).not.toContain(result.invented);
    });
  });

  describe('the own account', () => {
    const passwords = (current: string, password: string, again = password) => ({ current, password, again });
    let chrome: Browser;
    beforeEach(async () => {
      chrome = await letIn(browser(), engineer);
    });

    it.each([
      ['the present one is wrong', passwords('wrong', 'entirely other words'), 'This is not your present password.'],
      ['the new ones differ', passwords(PASSWORD, 'entirely other words', 'x'), 'The two new passwords differ.'],
      ['the new one is short', passwords(PASSWORD, 'short'), 'Use at least 12 characters.'],
      ['the new one is the old one', passwords(PASSWORD, PASSWORD), 'This is your present password'],
      ['the new one holds the name', passwords(PASSWORD, 'engineer engineer 7'), 'Leave your own name out'],
      ['nothing is filled in', passwords('', ''), 'Enter your present password.'],
      ['all is far too long', passwords('x'.repeat(100_000), 'y'.repeat(100_000)), 'too long'],
    ])('refuses a password when %s', async (_, fields, sentence) => {
      const answer = await chrome.post('/account/password', fields);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(sentence);
      expect(answer.text).not.toContain('entirely other words');
    });

    it('changes the password, renews this session and ends the others', async () => {
      const other = await letIn(browser(), engineer);
      const answer = await chrome.post('/account/password', passwords(PASSWORD, 'entirely other words'));
      expect(answer.location).toBe('/account?done=password');
      expect((await chrome.get('/account')).status).toBe(200);
      expect((await other.get('/account')).location).toContain('/sign-in');
      expect((await other.post('/sign-in', { email: engineer.email, password: PASSWORD })).status).toBe(422);
    });

    it('ends one session, or all others, and nobody else’s', async () => {
      const [second, third] = [await letIn(browser(), engineer), await letIn(browser(), engineer)];
      const page = await chrome.get('/account');
      const ids = Array.from(page.text.matchAll(/name="session" value="([0-9a-f]{64})"/g), ([, id]) => id ?? '');
      expect(ids).toHaveLength(2);
      expect((await (await letIn(browser(), admin)).post('/account', { session: ids[0] ?? '' })).location).toContain(
        'gone',
      );
      const ended = await chrome.post('/account', { intent: 'end', session: ids[0] ?? '' });
      expect(ended.location).toBe('/account?done=ended');
      expect((await chrome.post('/account', { intent: 'end-others' })).location).toBe('/account?done=others');
      for (const gone of [second, third]) expect((await gone.get('/account')).location).toContain('/sign-in');
      expect((await chrome.get('/account')).status).toBe(200);
    });
  });

  it.each(['/people', '/people/new'])('only administrators open %s', async (path) => {
    expect((await (await letIn(browser(), admin)).get(path)).status).toBe(200);
    const refused = await (await letIn(browser(), engineer)).get(path);
    expect(refused.status).toBe(403);
    expect((await trail()).at(-1)).toMatchObject({ action: 'access.refused', object_ref: path });
  });
});
