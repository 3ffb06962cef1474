import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inOrganisation } from '../../db/client.server';
import { testDatabase } from '../../db/testing';
import { run } from '../cli/audit';
import { auditActor } from '../guard/guard.server';
import { newBrowser } from '../guard/testing/browser';
import { anOrganisation, aPerson, letIn, type TestPerson } from '../guard/testing/people';
import { record } from './append.server';
import type { Action } from './events';
import { exportTrail } from './export-trail.server';
import { listEvents } from './list-events.server';
import { behindTheGuards } from './testing';
import { verifyChain } from './verify.server';

const search = (query = '') => new URLSearchParams(query);
const browser = () => newBrowser({ routes: /_auth|record/ });

describe('the record', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'changemark-record-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let auditor: TestPerson;
  let engineer: TestPerson;
  let foreign: TestPerson;

  const act = (by: TestPerson, action: Action, ref: string, id: string | null = null) =>
    inOrganisation(by, (tx) =>
      record(tx, auditActor(by), { action, object: { type: action.split('.')[0] ?? '', id, ref }, detail: { ref } }),
    );

  beforeAll(async () => {
    const org = await anOrganisation('Northbridge');
    auditor = await aPerson(org, 'auditor', { name: 'Åsa Auditor' });
    engineer = await aPerson(org, 'engineer', { name: 'Erik Engineer' });
    foreign = await aPerson(await anOrganisation('Southfield'), 'auditor', { name: 'Fritz Foreign' });
    for (let n = 1; n <= 120; n += 1) await act(engineer, 'model.changed', `M-${n}`, n === 7 ? 'the-seventh' : null);
    await act(auditor, 'register.exported', 'units.csv');
    await act(foreign, 'model.changed', 'M-7', 'the-seventh');
  });

  describe('the list', () => {
    it('shows the newest first, and pages there and back', async () => {
      const first = await listEvents(auditor, search());
      expect(first.rows.map((row) => row.seq)).toEqual(Array.from({ length: 50 }, (_, n) => 121 - n));
      const second = await listEvents(auditor, search(`after=${first.after}`));
      const third = await listEvents(auditor, search(`after=${second.after}`));
      expect([second.rows[0]?.seq, third.rows.at(-1)?.seq, third.after]).toEqual([71, 1, null]);
      const back = await listEvents(auditor, search(`before=${third.before}`));
      expect(back.rows).toEqual(second.rows);
      for (const broken of ['after=x', 'after=WyIxZTk5Il0', 'before=W10', 'after=WyItMSciXQ']) {
        expect((await listEvents(auditor, search(broken))).rows.length).toBe(50);
      }
    });

    it.each([
      ['person', () => `person=${auditor.userId}`, 1],
      ['an act', () => 'action=register.exported', 1],
      ['a group of acts', () => 'action=model.', 120],
      ['a reference', () => 'object=M-7', 1],
      ['an id', () => 'object=the-seventh', 1],
      ['nobody of ours', () => `person=${foreign.userId}`, 0],
      ['days that are over', () => 'to=2020-01-01', 0],
      ['days to come', () => 'from=2999-01-01', 0],
      ['today', () => `from=${new Date().toISOString().slice(0, 10)}&to=${new Date().toISOString().slice(0, 10)}`, 121],
      ['nonsense', () => 'person=x&action=y&from=2026-13-45&to=yesterday', 121],
      ['the character zero', () => 'object=%00', 0],
    ])('can be narrowed to %s', async (_, query, expected) => {
      const { rows, after } = await listEvents(auditor, search(query()));
      const second = after ? await listEvents(auditor, search(`${query()}&after=${after}`)) : { rows: [], after: null };
      const third = second.after ? await listEvents(auditor, search(`${query()}&after=${second.after}`)) : { rows: [] };
      expect(rows.length + second.rows.length + third.rows.length).toBe(expected);
    });

    it('names everybody who ever did something, and nobody of another organisation', async () => {
      const { people } = await listEvents(auditor, search());
      expect(people.map((person) => person.name)).toEqual(['Åsa Auditor', 'Erik Engineer']);
    });
  });

  describe('the export', () => {
    const lines = async (who: TestPerson) => (await new Response(await exportTrail(who)).text()).trimEnd().split('\n');

    it('holds every event of the organisation, the export itself last, and verifies without a database', async () => {
      const all = (await lines(auditor)).map((line) => JSON.parse(line));
      expect(all.map((event) => event.seq)).toEqual(all.map((_, index) => index + 1));
      expect(all.at(-1)).toMatchObject({ action: 'audit.exported', actorName: 'Åsa Auditor' });
      expect(all.every((event) => event.orgId === auditor.orgId)).toBe(true);
      const file = join(folder, 'trail.ndjson');
      writeFileSync(file, `${all.map((event) => JSON.stringify(event)).join('\n')}\n`);
      expect(await said(['verify', file])).toMatchObject({
        code: 0,
        out: expect.stringContaining(`${all.length} events`),
      });
    });

    it('is a file for auditors only', async () => {
      const answer = await (await letIn(browser(), auditor)).get('/record/export.ndjson');
      expect(answer.headers.get('Content-Disposition')).toMatch(
        /^attachment; filename="changemark-record-[\d-]+\.ndjson"$/,
      );
      expect(answer.headers.get('Content-Type')).toContain('application/x-ndjson');
      expect((await (await letIn(browser(), engineer)).get('/record/export.ndjson')).status).toBe(403);
      expect((await browser().get('/record/export.ndjson')).location).toContain('/sign-in');
    });

    it.each([
      [
        'an altered event',
        (events: string[]) => events.with(6, events[6]?.replace('M-7', 'M-8') ?? ''),
        'event 7 was altered',
      ],
      ['a missing event', (events: string[]) => events.toSpliced(6, 1), 'event 7 is missing'],
      [
        'two swapped events',
        (events: string[]) => events.with(6, events[7] ?? '').with(7, events[6] ?? ''),
        'event 7 is missing',
      ],
      [
        'another organisation’s event',
        (events: string[]) => [...events, (events[0] ?? '').replace(auditor.orgId, foreign.orgId)],
        'another organisation',
      ],
    ])('gives away %s', async (_, tamper, words) => {
      const file = join(folder, 'tampered.ndjson');
      writeFileSync(file, tamper(await lines(auditor)).join('\n'));
      expect(await said(['verify', file])).toMatchObject({ code: 1, out: expect.stringContaining(words) });
    });

    it.each([
      ['is not JSON', 'hello', 'line 1 is not JSON'],
      ['is another kind of file', '{"a":1}', 'line 1 is not an audit event'],
      ['is empty', '', 'it holds no audit event'],
    ])('a file that %s is refused with its place', async (_, text, words) => {
      const file = join(folder, 'other.ndjson');
      writeFileSync(file, text);
      expect(await said(['verify', file])).toMatchObject({ code: 2, err: expect.stringContaining(words) });
    });
  });

  describe('the page', () => {
    it('opens each event to its detail, with links to its object and that object’s trail [ASVS 16.2.1]', async () => {
      const page = await (await letIn(browser(), auditor)).get('/record?object=the-seventh');
      expect(page.status).toBe(200);
      expect(page.text).toContain('Changed a device model');
      expect(page.text).toContain('href="/devices/the-seventh"');
      expect(page.text).toContain('Hash of the event before');
    });

    it('verifies the chain, says so in words, and records that it was done', async () => {
      const { head } = await verifyChain(auditor.orgId, 'Northbridge');
      const answer = await (await letIn(browser(), auditor)).post('/record', { noted: head.toUpperCase() });
      expect(answer.text).toContain('The chain holds');
      expect(answer.text).toContain('The head you noted is event');
      const { rows } = await listEvents(auditor, search('action=audit.verified'));
      expect(rows[0]?.detail).toMatchObject({ ok: true, head, notedFound: true });
    });

    it.each([
      ['f'.repeat(64), 'The head you noted is not in the chain'],
      ['what?', 'A head is 64 characters'],
    ])('answers a noted head %j', async (noted, words) => {
      expect((await (await letIn(browser(), auditor)).post('/record', { noted })).text).toContain(words);
    });

    it('is closed to roles that may not read the record', async () => {
      expect((await (await letIn(browser(), engineer)).get('/record')).status).toBe(403);
    });
  });

  /** What the command prints, and its exit code. */
  async function said(args: string[]) {
    const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const text = (spy: typeof out) => spy.mock.calls.map((call) => call.join(' ')).join('\n');
    try {
      const code = await run(args);
      return { code, out: text(out), err: text(err) };
    } finally {
      out.mockRestore();
      err.mockRestore();
    }
  }

  describe('changemark audit', () => {
    it('prints one line an organisation and ends with 0 while every chain holds', async () => {
      const { code, out } = await said(['verify']);
      expect(code).toBe(0);
      expect(out.split('\n').map((line) => line.replace(/head .*/, 'head'))).toEqual([
        expect.stringMatching(/^ok {6}Changemark system: \d+ events, head$/),
        expect.stringMatching(/^ok {6}Northbridge: \d+ events, head$/),
        expect.stringMatching(/^ok {6}Southfield: 1 event, head$/),
      ]);
    });

    it('says the same as JSON, and finds a noted head', async () => {
      const { head } = await verifyChain(foreign.orgId, 'Southfield');
      const { code, out } = await said(['verify', '--json', '--noted', head]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        ok: true,
        chains: [{}, {}, { organisation: 'Southfield', events: 1, ok: true, brokenAt: null, head }],
        noted: { hash: head, found: { organisation: 'Southfield', seq: 1 } },
      });
    });

    it('ends with 1 when a noted head is gone', async () => {
      expect(await said(['verify', '--noted', 'a'.repeat(64)])).toMatchObject({
        code: 1,
        out: expect.stringContaining('is in no chain'),
      });
    });

    it.each([[[]], [['verify', 'a', 'b']], [['repair']], [['verify', '--fix']], [['verify', '--noted', 'short']]])(
      'explains itself and ends with 2 for %j',
      async (args) => expect(await said(args)).toMatchObject({ code: 2, err: expect.stringContaining('Usage:') }),
    );

    it('ends with 2 when a file is not there', async () => {
      expect(await said(['verify', join(folder, 'nowhere.ndjson')])).toMatchObject({ code: 2 });
    });

    it('names the broken event and ends with 1', async () => {
      await behindTheGuards(database, `update audit_events set reason = 'x' where org_id = '${foreign.orgId}'`);
      const { code, out } = await said(['verify']);
      expect(code).toBe(1);
      expect(out).toContain('BROKEN  Southfield: event 1 was altered (0 events before it in order)');
      expect(out).toContain('ok      Northbridge');
    });
  });
});
