import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { LETTER_KIND_WORDS, LETTER_KINDS } from '../letters/letter-kinds';
import { clocksFrom, movedBy, stagesOf, stepsFrom } from './plan';
import { getPolicy, listPolicies } from './policies.server';
import { defaultPolicy, type PolicyRow, policyRowFor } from './policy';
import { setPolicy } from './set-policy.server';

describe('which policy holds', () => {
  const row = (supplierId: string | null, severity: PolicyRow['severity']) => ({ supplierId, severity });
  const rows = [row(null, ''), row(null, 'exploited'), row('a', ''), row('a', 'high')];
  it.each([
    ['a', 'high', 3],
    ['a', 'exploited', 2],
    ['b', 'exploited', 1],
    ['b', 'low', 0],
  ] as const)('for supplier %s and %s: row %i', (supplierId, severity, index) => {
    expect(policyRowFor(rows, { supplierId, severity })).toBe(rows[index]);
  });

  it('is shorter by default for what is exploited, and says where each number comes from', () => {
    const exploited = defaultPolicy('exploited', 'GB-ENG');
    const ordinary = defaultPolicy('critical', 'GB-ENG');
    expect(exploited.stages.acknowledge).toMatchObject({ days: 1, unit: 'working' });
    expect(ordinary.stages).toMatchObject({ acknowledge: { days: 10 }, position: { days: 30 }, fix: { days: 90 } });
    for (const { stages } of [exploited, ordinary]) {
      for (const stage of Object.values(stages)) expect(stage.origin).toMatch(/default/i);
    }
    const clocks = clocksFrom(exploited, '2026-12-24');
    expect(clocks.map(({ dueOn }) => dueOn)).toEqual(['2026-12-29', '2027-01-05', '2027-01-25']);
    expect(
      clocks.flatMap((clock) => stepsFrom(clock, exploited)).every(({ plannedOn }) => plannedOn > '2026-12-24'),
    ).toBe(true);
  });

  it('waits for a fix only where a letter asks for one', () => {
    const asking = LETTER_KINDS.filter((kind) => LETTER_KIND_WORDS[kind].asks);
    const withFix = asking.filter((kind) => stagesOf(kind).includes('fix'));
    expect(withFix).toEqual(['supplier-request-letter', 'vulnerability-position-request']);
    for (const kind of asking) expect(stagesOf(kind).slice(0, 2)).toEqual(['acknowledge', 'position']);
    const clocks = clocksFrom(defaultPolicy('low', 'GB-ENG'), '2026-03-02', stagesOf('security-documents-request'));
    expect(clocks.map(({ dueOn }) => dueOn)).toEqual(['2026-03-16', '2026-04-01']);
  });

  it('moves a date by a pause only where it was still to come', () => {
    const clock = { dueOn: '2026-03-16', unit: 'working', calendar: 'GB-ENG' } as const;
    expect(movedBy(clock, '2026-03-12', '2026-03-19')).toBe('2026-03-23');
    expect(movedBy(clock, '2026-03-17', '2026-03-19')).toBe('2026-03-16');
    expect(movedBy(clock, '2026-03-12', '2026-03-12')).toBe('2026-03-16');
    expect(movedBy({ ...clock, unit: 'calendar' }, '2026-03-12', '2026-03-14')).toBe('2026-03-18');
  });
});

describe('setting clocks', () => {
  const database = testDatabase();
  let at: House;
  beforeAll(async () => {
    at = await house(database);
  });
  const form = (over: Record<string, string> = {}) => {
    const data = new FormData();
    const fields = {
      ...{ acknowledgeDays: '5', acknowledgeUnit: 'working', positionDays: '20', positionUnit: 'calendar' },
      ...{ fixDays: '60', fixUnit: 'calendar', reminderOffsets: '-3, 0, 5', escalateAfter: '', calendar: 'GB-SCT' },
      ...{ why: 'Contract of 2025', version: '0', intent: 'save' },
    };
    for (const [name, value] of Object.entries({ ...fields, ...over })) data.set(name, value);
    return data;
  };
  const forAll = { supplierId: null, severity: '' } as const;

  it('shows before it saves, saves once, and goes back', async () => {
    const shown = await setPolicy(at.regulatory, forAll, form({ intent: 'preview' }));
    if (!shown.ok || !shown.wished) throw new Error('refused');
    const view = await getPolicy(at.regulatory, forAll, shown.wished);
    expect(view?.isSet).toBe(false);
    expect(view?.preview.every(({ before, after }) => after < before)).toBe(true);
    expect((await listPolicies(at.regulatory)).set).toEqual([]);

    expect(await setPolicy(at.regulatory, forAll, form())).toEqual({ ok: true, wished: null });
    expect((await listPolicies(at.regulatory)).set[0]).toMatchObject({
      ...{ terms: ['5 working days', '20 calendar days', '60 calendar days'], calendar: 'Scotland' },
      ...{ escalation: 'not by itself', reminders: '3 working days before, on the date, 5 working days after' },
    });
    // Somebody who saw nothing set would overwrite it.
    expect(await setPolicy(at.regulatory, forAll, form({ acknowledgeDays: '9' }))).toMatchObject({ ok: false });
    expect(await setPolicy(at.regulatory, forAll, form({ version: '1', intent: 'remove' }))).toMatchObject({
      ok: true,
    });
    expect((await listPolicies(at.regulatory)).set).toEqual([]);
  });

  it.each([
    ['acknowledgeDays', ''],
    ['acknowledgeDays', '0'],
    ['positionDays', '1.5'],
    ['fixDays', '9999'],
    ['reminderOffsets', 'soon'],
    ['reminderOffsets', '99'],
    ['escalateAfter', '-1'],
    ['calendar', 'XX'],
  ])('refuses %s = "%s" by name and keeps what was typed', async (name, value) => {
    const refused = await setPolicy(at.regulatory, forAll, form({ [name]: value }));
    if (refused.ok) throw new Error('accepted');
    expect(Object.keys(refused.errors)).toEqual([name]);
    expect(refused.kept[name]).toEqual([value]);
  });

  it('knows no supplier of another organisation', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    expect(await getPolicy(at.regulatory, { supplierId: elsewhere.supplierId, severity: '' }, null)).toBeNull();
  });
});
