/** The two editions of MDCG 2020-3, judged on the same facts. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../assess';
import { parseDossier } from '../../dossier';
import type { Finding } from '../../result';
import type { FactValue } from '../../vocabulary';

type Facts = Readonly<Record<string, FactValue>>;

const ID = 'EU-MDCG-2020-3-R1';
const FIRST = 'First edition, March 2020';
const REV_1 = 'Rev.1, May 2023';

const SOFTWARE: Facts = {
  actor: 'manufacturer',
  eu_device_status: 'legacy_directive',
  required_by_other_eu_law: false,
  is_corrective_action: false,
  alters_control_mechanism: false,
  alters_operating_principle: false,
  alters_energy_source: false,
  alters_alarm_system: false,
  change_domains: ['software'],
  os_change: 'none',
  component_change: 'none',
  architecture_change: 'none',
  database_structure_changed: false,
  algorithm_changed: false,
  user_input_replaced_by_closed_loop: false,
  ui_change: 'none',
  new_feature: 'none',
  new_interoperability_channel: false,
  new_data_presentation: false,
  changes_interpretation_of_data: false,
  benefit_risk_worse: false,
};

const DESIGN: Facts = {
  ...SOFTWARE,
  change_domains: ['design'],
  new_hazard: false,
  risk_raised: false,
  clinical_data_needed: 'none',
  adversely_affects_safety_or_performance: false,
};

function judge(facts: Facts, edition: string): Finding | undefined {
  const parsed = parseDossier({ dossier: 1, id: 'editions', instruments: [ID], facts });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return assess(parsed.dossier, '2026-11-23', { [ID]: edition }).findings[0];
}

describe('the editions of MDCG 2020-3', () => {
  it.each([
    ['a security update', SOFTWARE, 'not_significant', 'not_significant'],
    ['a worse benefit/risk ratio alone', { ...SOFTWARE, benefit_risk_worse: true }, 'not_significant', 'significant'],
    [
      'a medical feature in a corrective action that the authority accepted',
      {
        ...SOFTWARE,
        new_feature: 'medical',
        is_corrective_action: true,
        corrective_action_accepted_by_authority: true,
      },
      'significant',
      'not_significant',
    ],
    ['a new hazard by design', { ...DESIGN, new_hazard: true }, 'significant', 'not_significant'],
    ['further clinical data', { ...DESIGN, clinical_data_needed: 'confirmatory' }, 'significant', 'not_significant'],
  ] as const)('judge %s', (_what, facts: Facts, before, after) => {
    expect(judge(facts, FIRST)).toMatchObject({ edition: FIRST, outcome: before });
    expect(judge(facts, REV_1)).toMatchObject({ edition: REV_1, outcome: after });
  });

  it('print another path, for their questions carry other numbers', () => {
    const channel = { ...SOFTWARE, new_interoperability_channel: true };
    const upTo3 = ['MC-A:no', 'MC-B:no', 'MC-C:yes', 'C1:no', 'C2:no', 'C3:no'];
    expect(judge(channel, FIRST)?.path).toEqual([...upTo3, 'C4:yes']);
    expect(judge(channel, REV_1)?.path).toEqual(['MC-0:no', ...upTo3, 'C4:yes']);
    const display = { ...SOFTWARE, new_data_presentation: true };
    expect(judge(display, FIRST)?.path).toEqual([...upTo3, 'C4:no', 'C5:yes']);
    expect(judge(display, REV_1)?.path).toEqual(['MC-0:no', ...upTo3, 'C4:yes']);
  });
});
