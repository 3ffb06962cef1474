/**
 * What the second stage of instruments, and facts that carry one result to another instrument, learn from the first.
 * The names are two-valued: a result that is not certain is no.
 */
import { derivedFrom, type FactBase } from './fact-base';
import type { Finding } from './result';
import { knownName } from './vocabulary';

const CLEARANCES = ['US-FDA-SW510K-2017', 'US-FDA-GEN510K-2017'];
const SUBMITTING = [...CLEARANCES, 'US-FDA-PMA-SUPP-2008'];
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
  { name: 'result_us_submission', instruments: SUBMITTING, outcome: isSubmitted, certain: true },
  {
    name: 'result_us_submission_possible',
    instruments: SUBMITTING,
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

const indexed = NAMES.map((entry) => ({ ...entry, name: knownName(entry.name) }));
const NO_RESULT = derivedFrom('no such result');

/** Instruments whose result anything else learns from. */
const TAUGHT = new Set([...NAMES.flatMap((entry) => entry.instruments), 'EU-MDCG-2020-3-R1']);

/** Whether conditions of the first stage look at an instrument's result, so that it has to run before them. */
export function teachesFirstStage(instrument: string): boolean {
  return instrument === 'US-FDA-PCCP-515C' || instrument === 'EU-MDCG-2020-3-R1';
}

/** Before any instrument ran, no result is there. */
export function clearResults(base: FactBase): void {
  for (const { name } of indexed) base.compute(name, 0, NO_RESULT);
}

/** Writes a finding that applies into the names that later conditions use, and into the facts it feeds. */
export function recordResult(base: FactBase, finding: Finding): void {
  if (!TAUGHT.has(finding.instrument) || (finding.state !== 'applies' && finding.state !== 'named')) return;
  const reason = `result of ${finding.instrument}`;
  for (const { name, instruments, outcome, certain } of indexed) {
    if (!instruments.includes(finding.instrument)) continue;
    const holds = certain ? finding.outcomes.every(outcome) : finding.outcomes.some(outcome);
    if (holds) base.compute(name, 1, derivedFrom(reason));
  }
  if (finding.outcome === 'significant' && finding.instrument === 'EU-MDCG-2020-3-R1') {
    base.derive([{ key: 'legacy_significant_change_made', value: true, reason }]);
  }
  if (SUBMITTING.includes(finding.instrument) && finding.outcomes.every(isSubmitted)) {
    base.derive([{ key: 'submission_required', value: true, reason }]);
  }
}
