import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { draft, type House, house, submitted } from '../changes/testing';
import type { SnapshotContent, SnapshotEntry } from '../sign-off/snapshot';
import { approved, inSignOff, signingHouse } from '../sign-off/testing';
import { LEAST_SCORE, nearnessOf, type Shared, scoreOf, sharedInWords } from './closeness';
import { earlierPage } from './earlier-page.server';
import { TakeUpForm, takeUpRationale } from './take-up.server';
import { whatDiffers } from './what-differs';

const shared = (over: Partial<Shared> = {}): Shared => ({
  ...{ cves: [], kinds: [], sameModel: false, sameFamily: false, sameOs: false },
  ...over,
});

describe('how close two changes are', () => {
  it('says in words what they share', () => {
    expect(sharedInWords(shared({ cves: ['CVE-2017-0144'], kinds: ['segmentation'], sameFamily: true }))).toMatch(
      /^the same vulnerability \(CVE-2017-0144\); the same kind of change \(.+\); another model of the same maker and kind$/,
    );
    expect(sharedInWords(shared({ sameModel: true, sameOs: true }))).toBe('the same model');
  });

  it('is never less for having more in common', () => {
    const aShared = fc.record({
      cves: fc.array(fc.constantFrom('CVE-1', 'CVE-2'), { maxLength: 2 }),
      kinds: fc.array(fc.constantFrom('os_patch', 'segmentation'), { maxLength: 2 }),
      sameModel: fc.boolean(),
      sameFamily: fc.boolean(),
      sameOs: fc.boolean(),
    });
    fc.assert(
      fc.property(aShared, (one) => {
        expect(scoreOf({ ...one, cves: ['CVE-1'] })).toBeGreaterThanOrEqual(scoreOf(one));
        expect(scoreOf({ ...one, kinds: ['os_patch'] })).toBeGreaterThanOrEqual(scoreOf(one));
        expect(scoreOf({ ...one, sameModel: true })).toBeGreaterThanOrEqual(scoreOf(one));
        expect(scoreOf({ ...one, sameFamily: true })).toBeGreaterThanOrEqual(scoreOf(one));
        expect(scoreOf({ ...one, sameOs: true })).toBeGreaterThanOrEqual(scoreOf(one));
      }),
    );
  });

  it('is told in three words', () => {
    expect(nearnessOf(shared({ cves: ['C'], kinds: ['os_patch'], sameModel: true }))).toBe('very close');
    expect(nearnessOf(shared({ cves: ['C'], sameOs: true }))).toBe('close');
    expect(nearnessOf(shared({ kinds: ['os_patch'], sameOs: true }))).toBe('related');
    expect(scoreOf(shared({ kinds: ['os_patch'] }))).toBeLessThan(LEAST_SCORE);
  });
});

describe('what is different now', () => {
  const entry = (key: string, words: string, value: unknown = words): SnapshotEntry => ({
    key,
    label: key,
    words,
    value,
  });
  const snapshot = (parts: Partial<SnapshotContent['parts']>, library = '2026.1'): SnapshotContent => ({
    ...{ changemark_snapshot: 1, organisation: { id: 'o', name: 'O' }, change: { id: 'c', reference: 'CM' } },
    ...{ library, assessment: 1 },
    parts: {
      ...{ proposal: [], device: [], facts: [], answers: [], safety: [], findings: [], options: [], risk: [] },
      ...{ hazards: [], plan: [], letters: [], claims: [], attachments: [], confirmations: [] },
      ...parts,
    },
  });

  it('is what is said otherwise; who said it, and when, is not', () => {
    const then = snapshot({ facts: [entry('a', 'yes', { value: true, recordedAt: '2025' }), entry('b', 'no')] });
    const now = snapshot({ facts: [entry('a', 'yes', { value: true, recordedAt: '2026' }), entry('c', 'yes')] });
    expect(whatDiffers(then, now)).toEqual([
      { what: 'Facts: b', was: 'no', now: 'nothing said' },
      { what: 'Facts: c', was: 'nothing said', now: 'yes' },
    ]);
  });

  it('names another edition of an instrument that says the same, and of the library', () => {
    const finding = (edition: string) => snapshot({ findings: [entry('EU', 'record', { edition })] }, edition);
    expect(whatDiffers(finding('2020'), finding('2023'))).toEqual([
      { what: 'Edition of the rule library', was: '2020', now: '2023' },
      { what: 'Findings: EU', was: 'record, edition 2020', now: 'record, edition 2023' },
    ]);
  });

  it('leaves out who proposed it, for which units, and its letters', () => {
    const then = snapshot({
      proposal: [entry('units', '3'), entry('title', 'a'), entry('kinds', 'x')],
      letters: [entry('L1', 'sent')],
    });
    const now = snapshot({ proposal: [entry('units', '9'), entry('title', 'b'), entry('kinds', 'x')] });
    expect(whatDiffers(then, now)).toEqual([]);
    expect(whatDiffers(then, then)).toEqual([]);
  });
});

describe('earlier decisions', () => {
  const database = testDatabase();
  let at: House;
  let elsewhere: House;
  let earlier: string;
  beforeAll(async () => {
    at = await signingHouse(database);
    elsewhere = await house(database, 'Southfield');
    earlier = await inSignOff(at);
    await approved(at, earlier);
  });
  afterAll(closeDatabase);
  const take = (actor = at.engineer, changeId = '', from = earlier, note = 'Same segment, another ward.') =>
    takeUpRationale(actor, changeId, TakeUpForm.parse({ from, note }));

  it('are found by what they share, with the reasons of those who signed beside what differs', async () => {
    const id = await submitted(at, ['segmentation']);
    const page = await earlierPage(at.auditor, id, null);
    expect(page?.lines[0]).toMatchObject({
      id: earlier,
      sameModel: true,
      nearness: 'very close',
      statusLabel: 'approved',
    });
    expect(page?.opened?.rationale.outcome).toBe('approved');
    expect(page?.opened?.rationale.reasons).toHaveLength(4);
    expect(page?.opened?.rationale.findings.length).toBeGreaterThan(0);
    expect(page?.opened?.differences.every(({ was, now }) => was !== now)).toBe(true);
    expect(page?.mayTakeUp).toBe(false);
  });

  it('are not those that nobody has decided, nor the change itself', async () => {
    const [id, other] = [await submitted(at, ['segmentation']), await submitted(at, ['segmentation'])];
    const page = await earlierPage(at.engineer, id, other);
    expect(page?.lines.map((line) => line.id)).not.toContain(other);
    expect(page?.lines.map((line) => line.id)).not.toContain(id);
    expect((await earlierPage(at.engineer, earlier, null))?.lines.map((line) => line.id)).not.toContain(earlier);
  });

  it('are read: that is recorded with a note and what differed, nothing is copied, and both ends show it', async () => {
    const id = await submitted(at, ['segmentation']);
    expect(await take(at.engineer, id)).toMatchObject({ ok: true });
    const [here, there] = [await earlierPage(at.engineer, id, null), await earlierPage(at.engineer, earlier, null)];
    expect(here?.readFor).toMatchObject([{ other: { id: earlier }, note: 'Same segment, another ward.' }]);
    expect(there?.readBy[0]).toMatchObject({ other: { id } });
    const events = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select action, reason, detail from audit_events where object_id = ${id} and action = 'rationale.used'`;
    });
    expect(events).toMatchObject([{ reason: 'Same segment, another ward.', detail: { sameModel: true } }]);
    const statements = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select 1 from change_statements where change_id = ${id}`;
    });
    expect(statements).toHaveLength(0);
  });

  it('are taken up by two people at once, and both stay', async () => {
    const id = await submitted(at, ['segmentation']);
    const both = await Promise.all([take(at.engineer, id), take(at.colleague, id, earlier, 'Mine as well.')]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await earlierPage(at.engineer, id, null))?.readFor).toHaveLength(2);
  });

  it('are refused where nothing was decided, without a note, and to a change that is over', async () => {
    const id = await submitted(at, ['segmentation']);
    expect(await take(at.engineer, id, await draft(at))).toMatchObject({ ok: false });
    expect(await take(at.engineer, id, id)).toMatchObject({ ok: false });
    expect(TakeUpForm.safeParse({ from: earlier, note: ' ' }).success).toBe(false);
    expect(await take(at.engineer, randomUUID())).toBeNull();
    expect(await take(at.engineer, id, randomUUID())).toBeNull();
  });

  it('are never another organisation’s', async () => {
    const theirs = await submitted(elsewhere, ['segmentation']);
    expect((await earlierPage(elsewhere.engineer, theirs, earlier))?.lines).toEqual([]);
    expect(await earlierPage(elsewhere.engineer, earlier, null)).toBeNull();
    expect(await take(elsewhere.engineer, theirs)).toBeNull();
  });
});
