import { describe, expect, it } from 'vitest';
import type { PlanStep } from '../../../db/schema/placement.server';
import { compare } from '../../regulation/compare';
import type { OptionInput } from '../../regulation/options/option-result';
import type { Landmark } from './plan-times';
import { optionsToJudge, planView } from './plan-view';

const TODAY = '2026-11-29';
const step = (option: string, over: Partial<PlanStep>): PlanStep => ({
  ...{ option, from: '', waitsFor: '', until: '', note: '' },
  ...over,
});
const THREAT = {
  ...{ dossier: 1 as const, as_of: TODAY, facts: { public_exploit: true } },
  vulnerabilities: [{ cve: 'CVE-2017-0144', cvss: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
};
const SUPPORT: Landmark = { what: 'support_end', label: 'Windows 7: support over', on: '2027-06-01', because: '' };

const view = (steps: PlanStep[], given: OptionInput[] = [], landmarks: Landmark[] = []) =>
  planView({
    plan: { title: 'Plan', note: '', steps },
    ...{ today: TODAY, landmarks, cves: ['CVE-2017-0144'] },
    comparison: compare(
      THREAT,
      optionsToJudge(steps).map((option) => given.find((one) => one.option === option) ?? { option }),
    ),
  });

const PLAN = [
  step('isolation', { from: '2026-11-01', until: 'next_step' }),
  step('vendor_patch', { from: '2027-03' }),
  step('replacement', { from: '2028' }),
];

describe('a plan as it is shown', () => {
  it('says what is left in each period, why, and what is not known', () => {
    const { periods } = view(PLAN, [], [SUPPORT]);
    expect(periods.map(({ from, least, greatest }) => `${from}: ${least} to ${greatest}`)).toEqual([
      `${TODAY}: low to low`,
      '2027-03-01: none to very_high',
      '2027-03-31: none to none',
      '2027-06-01: none to none',
      '2028-01-01: none to none',
      '2028-12-31: none to none',
    ]);
    expect(periods[0]).toMatchObject({ steps: [1], beginning: [1], unknown: [] });
    expect(periods[0]?.reasons.join()).toContain('Isolation: ');
    expect(periods[1]).toMatchObject({ perhaps: [2] });
    expect(periods[1]?.unknown.join()).toMatch(/whether step 1 .*whether step 2 /);
    expect(periods[3]).toMatchObject({ marks: ['Windows 7: support over'] });
    expect(periods[3]?.unknown).toEqual(['how faults found from now on are mended (Windows 7: support over)']);
    // The old device is gone: who mends it matters no more.
    expect(periods.at(-1)?.unknown).toEqual([]);
  });

  it('adds up only what was given, and says for how many steps it was', () => {
    const source = 'Ward manager';
    const given: OptionInput[] = [
      { option: 'isolation', downtimeHours: { least: 1, most: 2, source }, staffHours: { least: 3, most: 3, source } },
      { option: 'replacement', downtimeHours: { least: 8, most: 12, source } },
    ];
    const { downtime, staff, steps } = view(PLAN, given);
    expect(downtime).toEqual({ least: 9, most: 14, given: 2, of: 3 });
    expect(staff).toEqual({ least: 3, most: 3, given: 1, of: 3 });
    expect(steps[1]).toMatchObject({ downtimeHours: null, staffHours: null, leadTimeDays: null });
  });

  it('counts no days where nothing ever removes the fault', () => {
    expect(view([step('segmentation', { from: '2026-12-01' })]).exposedDays).toBeNull();
    expect(view(PLAN).exposedDays).toEqual({ least: 92, most: 122 });
  });

  it('leaves a step that waits for nobody knows what open to the end', () => {
    const { periods } = view([step('vendor_patch', { waitsFor: 'supplier_answer' })]);
    expect(periods).toHaveLength(1);
    expect(periods[0]).toMatchObject({ least: 'none', greatest: 'very_high', maybeSteps: [1] });
  });
});
