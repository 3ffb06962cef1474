import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import { newBrowser } from '../../guard/testing/browser';
import { letIn } from '../../guard/testing/people';
import { draft, type House, house, submitted } from '../changes/testing';
import { draftLetter } from '../letters/draft-letter.server';
import { queryOf } from './query';
import { type Found, search } from './search.server';

describe('what was typed', () => {
  it.each([
    ['  two   words ', 'two   words', ['two', 'words'], null],
    ['cm-2026-000123', 'cm-2026-000123', ['cm-2026-000123'], 'CM-2026-000123'],
    ['CM-2026-000123-l02', 'CM-2026-000123-l02', ['CM-2026-000123-l02'], 'CM-2026-000123-L02'],
    ['CM-2026', 'CM-2026', ['CM-2026'], null],
    ['', '', [], null],
  ])('%j', (typed, text, words, reference) => expect(queryOf(typed)).toEqual({ text, words, reference }));

  it('is bounded, and holds nothing that the database refuses', () => {
    const query = queryOf(`${'\u0000\ud800'.repeat(10)}${' word'.repeat(100_000)}`);
    expect(query.text.length).toBeLessThanOrEqual(200);
    expect(query.words.length).toBeLessThanOrEqual(8);
    expect(query.text.includes('\u0000')).toBe(false);
  });
});

describe('searching', () => {
  const database = testDatabase();
  let at: House;
  let changeId: string;
  let draftId: string;
  let letterId: string;
  let letterReference: string;

  beforeAll(async () => {
    at = await house(database);
    changeId = await submitted(at);
    draftId = await draft(at, { title: 'Segment the CT network', vulnerabilities: [] });
    const letter = await draftLetter(at.engineer, changeId, { contact: '', reply_by: null });
    if (!letter?.ok) throw new Error('refused');
    ({ id: letterId, reference: letterReference } = letter);
    const elsewhere = await house(database, 'Elsewhere');
    await submitted(elsewhere);
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update units set asset_tag = 'AT-100%', site = 'East' where serial = 'XTR-7'`;
    });
  });

  const find = async (q: string): Promise<Found> => {
    const result = await search(at.auditor, q);
    if (result.goTo !== null) throw new Error(`went to ${result.goTo}`);
    return result.found;
  };

  it.each([
    ['models by name', 'telemetry', 'models', 1],
    ['models by number and maker in any order', 'spacelabs 96280', 'models', 1],
    ['no model when one word is missing', 'spacelabs nothing', 'models', 0],
    ['units by serial number', 'xtr-7', 'units', 1],
    ['units by asset tag, wildcards taken literally', '100%', 'units', 1],
    ['units by place', 'ward 3', 'units', 4],
    ['at most eight units', 'XTR', 'units', 8],
    ['changes by title', 'segment ct', 'changes', 1],
    ['changes by CVE', 'cve-2017-0144', 'changes', 1],
    ['changes by part of a reference', 'CM-20', 'changes', 2],
    ['suppliers', 'spacel', 'suppliers', 1],
    ['suppliers by contact', 'regulatory desk', 'suppliers', 1],
    ['letters by reference', 'cm-20', 'letters', 1],
    ['nothing for nothing', '', 'models', 0],
    ['nothing for a wildcard', '_', 'units', 0],
  ] as const)('finds %s', async (_, q, kind, expected) => {
    expect((await find(q))[kind].rows).toHaveLength(expected);
  });

  it('says when there are more', async () => {
    expect((await find('XTR')).units.more).toBe(true);
    expect((await find('xtr-7')).units.more).toBe(false);
  });

  it('puts what begins with the text before what merely holds it', async () => {
    const { units } = await find('xtr-1');
    expect(units.rows.map((unit) => unit.serial)).toEqual(['XTR-1', 'XTR-10', 'XTR-11', 'XTR-12']);
  });

  it('leads a whole reference straight to its record, and never to one of another organisation', async () => {
    const reference = (await find('CVE-2017-0144')).changes.rows[0]?.reference ?? '';
    expect(await search(at.auditor, reference.toLowerCase())).toEqual({ goTo: `/changes/${changeId}` });
    expect(await search(at.auditor, letterReference)).toEqual({ goTo: `/letters/${letterId}` });
    expect(await search(at.auditor, 'CM-1999-000001')).toMatchObject({ goTo: null });
  });

  it('shows each hit on the page, linked and escaped', async () => {
    const browser = await letIn(newBrowser({ routes: /_app\+\/search/ }), at.auditor);
    const page = await browser.get(`/search?${new URLSearchParams({ q: 'CT' })}`);
    expect(page.text).toContain(`href="/changes/${draftId}"`);
    const odd = await browser.get(`/search?${new URLSearchParams({ q: '<script>alert(1)</script>' })}`);
    expect([odd.status, odd.text.includes('<script>alert(1)')]).toEqual([200, false]);
    expect((await browser.get(`/search?q=${letterReference}`)).location).toBe(`/letters/${letterId}`);
  });

  it('stays fast at 100,000 units', async () => {
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`insert into units (org_id, model_id, serial, asset_tag, location)
        select ${at.orgId}, ${at.modelId}, 'SN' || lpad(n::text, 8, '0'), 'A' || n, 'Ward ' || n % 90
        from generate_series(1, 100000) n`;
    });
    await database.owner`vacuum analyze units`;
    const times: Record<string, number> = {};
    for (const q of ['SN00099999', 'A99998', 'ward', 'no such thing at all']) {
      await find(q);
      const began = performance.now();
      await find(q);
      times[q] = Math.round(performance.now() - began);
    }
    expect(Math.max(...Object.values(times))).toBeLessThan(1000);
  }, 60_000);
});
