/**
 * What the second stage of instruments, and facts that carry one result to another instrument, learn from the first.
 * The names are two-valued: a result that is not certain is no.
 */
import type { FactBase } from './fact-base';
import type { Finding } from './result';
import { knownName } from './vocabulary';

const CLEARANCES = ['US-FDA-SW510K-2017', 'US-FDA-GEN510K-2017'];
const APPROVAL = 'US-FDA-PMA-SUPP-2008';
const NOT_SUBMITTED = new Set(['pma_annual_report', 'pccp_covered']);

const isNew = (code: string) => code === 'new_510k';
const isSubmitted = (code: string) => isNew(code) || (code.startsWith('pma_') && !NOT_SUBMITTED.has(code));

interface ResultName {
  name: string;
  instruments: readonly string[];
  outcome(code: string): boolean;
  /** true: every outcome has to be of this kind; false: one still possible is enough. */
  certain: boolean;
}

const NAMES: readonly ResultName[] = [
  {
    name: 'result_pccp_covered',
    instruments: ['US-FDA-PCCP-515C'],
    outcome: (code) => code === 'pccp_covered',
    certain: true,
  },
  { name: 'result_new_510k', instruments: CLEARANCES, outcome: isNew, certain: true },
  { name: 'result_new_510k_possible', instruments: CLEARANCES, outcome: isNew, certain: false },
  { name: 'result_us_submission', instruments: [...CLEARANCES, APPROVAL], outcome: isSubmitted, certain: true },
  {
    name: 'result_us_submission_possible',
    instruments: [...CLEARANCES, APPROVAL],
    outcome: isSubmitted,
    certain: false,
  },
  {
    name: 'result_within_instructions',
    instruments: ['EU-MDCG-2019-16'],
    outcome: (code) => code === 'operation_within_instructions',
    certain: true,
  },
  { name: 'result_v_report', instruments: ['UK-MDR-P4A'], outcome: (code) => code === 'V-REPORT', certain: true },
];

/** Before any instrument ran, no result is there. */
export function clearResults(base: FactBase): void {
  for (const { name } of NAMES) base.compute(knownName(name), 0, 'no such result');
}

/** Writes a finding that applies into the names that later conditions use, and into the facts it feeds. */
export function recordResult(base: FactBase, finding: Finding): void {
  if (finding.state !== 'applies' && finding.state !== 'named') return;
  for (const { name, instruments, outcome, certain } of NAMES) {
    if (!instruments.includes(finding.instrument)) continue;
    const holds = certain ? finding.outcomes.every(outcome) : finding.outcomes.some(outcome);
    if (holds) base.compute(knownName(name), 1, `result of ${finding.instrument}`);
  }
  const reason = `result of ${finding.instrument}`;
  if (finding.outcome === 'significant' && finding.instrument === 'EU-MDCG-2020-3-R1') {
    base.derive([{ key: 'legacy_significant_change_made', value: true, reason }]);
  }
  if (finding.outcomes.every(isSubmitted) && [...CLEARANCES, APPROVAL].includes(finding.instrument)) {
    base.derive([{ key: 'submission_required', value: true, reason }]);
  }
}
