import { describe, expect, it } from 'vitest';
import { FactBase } from './fact-base';
import { rule, YES } from './language';
import type { Finding } from './result';
import { clearResults, recordResult } from './second-stage';

/** What a base holds after one finding. */
function taughtBy(instrument: string, outcomes: string[], state: Finding['state'] = 'applies') {
  const base = FactBase.empty();
  clearResults(base);
  const outcome = outcomes.length === 1 ? (outcomes[0] ?? '') : 'undecided';
  recordResult(base, { instrument, outcomes, outcome, state } as Finding);
  return (condition: string) => rule(condition).evaluate(base.codes) === YES;
}

describe('what later conditions learn from a result', () => {
  it('a name holds only when the result is certain; "possible" as soon as it may be', () => {
    const sure = taughtBy('US-FDA-SW510K-2017', ['new_510k']);
    expect(sure('result_new_510k and result_new_510k_possible and result_us_submission')).toBe(true);
    expect(sure('submission_required')).toBe(true);
    const open = taughtBy('US-FDA-SW510K-2017', ['letter_to_file', 'new_510k']);
    expect(open('not result_new_510k and result_new_510k_possible and result_us_submission_possible')).toBe(true);
    expect(open('submission_required')).toBe(false);
  });

  it('an annual report is no submission, another PMA outcome is', () => {
    expect(taughtBy('US-FDA-PMA-SUPP-2008', ['pma_annual_report'])('not result_us_submission')).toBe(true);
    expect(taughtBy('US-FDA-PMA-SUPP-2008', ['pma_30_day_notice'])('result_us_submission')).toBe(true);
  });

  it('a significant change of a legacy device is remembered; its absence is not', () => {
    expect(taughtBy('EU-MDCG-2020-3-R1', ['significant'])('legacy_significant_change_made')).toBe(true);
    expect(taughtBy('EU-MDCG-2020-3-R1', ['not_significant'])('not legacy_significant_change_made')).toBe(false);
  });

  it('a forecast teaches nothing', () => {
    expect(taughtBy('US-FDA-SW510K-2017', ['new_510k'], 'hint')('result_new_510k_possible')).toBe(false);
    expect(taughtBy('EU-MDCG-2020-3-R1', ['significant'], 'unknown')('legacy_significant_change_made')).toBe(false);
  });
});
