/** Law, who and safe of one option, read from its assessment and kept apart. */

import type { Chart } from '../chart';
import { chartOf } from '../charts';
import type { Location } from '../kinds/facts-of-kind';
import { library, outcomeOf } from '../library';
import type { AssessmentResult, Finding } from '../result';
import { greatestTier, rankOf } from '../tiers';
import type { Side } from './measures';
import type { CertificateBurden, FindingBrief, MayAct, TierSpan } from './option-result';

/** The findings that answer one of the three questions, hints among them. */
export function findingsOn(result: AssessmentResult, question: Chart['answers']): FindingBrief[] {
  return [...result.findings, ...result.hints].flatMap((finding) =>
    chartOf(finding.instrument)?.answers === question ? [briefOf(finding)] : [],
  );
}

const briefOf = ({ instrument, state, outcomes, tier, worst_tier }: Finding): FindingBrief => ({
  instrument,
  state,
  outcomes,
  tier,
  worstTier: worst_tier,
});

const counts = ({ state }: Pick<FindingBrief, 'state'>) => state === 'applies' || state === 'named';

/** The span over several findings: each has to be met. One of which it cannot be said whether it applies may add. */
function spanOf(findings: readonly FindingBrief[]): TierSpan {
  return {
    least: greatestTier(findings.filter((one) => one.state !== 'unknown').map((one) => one.tier)),
    worst: greatestTier(findings.map((one) => one.worstTier)),
  };
}

/** A chart that can cost a certificate; one about notices, labels or reports alone is law too, but no burden on it. */
function isAboutCertificate({ instrument }: FindingBrief): boolean {
  const outcomes = Object.values(chartOf(instrument)?.outcomes ?? {});
  return outcomes.some(({ tier }) => tier === 'approval' || tier === 'recertify');
}

/** What the option asks of the certificate. Forecasts stand in only where no chart counts, and say so. */
export function certificateOf(result: AssessmentResult, lands: Location | null): CertificateBurden {
  const law = findingsOn(result, 'law').filter(isAboutCertificate);
  const walked = law.filter((one) => one.state !== 'hint');
  const remark = remarkTier(result);
  const instruments = walked.map((one) => one.instrument);
  if (walked.length > 0 || remark) {
    const span = spanOf(walked);
    const tiers = remark
      ? { least: greatestTier([span.least, remark]), worst: greatestTier([span.worst, remark]) }
      : span;
    if (walked.every(counts)) return { state: 'judged', instruments, tiers, says: 'By the charts that apply.' };
    return { state: 'open', instruments, tiers, says: 'It cannot be said yet whether every chart applies that may.' };
  }
  if (lands === 'device_connection' || lands === 'environment') {
    return {
      state: 'untouched',
      instruments,
      tiers: { least: 'none', worst: 'none' },
      says: 'It lands outside the device: no chart about the certificate applies.',
    };
  }
  if (law.length > 0) {
    return {
      state: 'forecast',
      instruments: law.map((one) => one.instrument),
      tiers: spanOf(law),
      says: 'A forecast: charts addressed to the maker, who alone can decide them.',
    };
  }
  return {
    state: 'no_chart',
    instruments,
    tiers: null,
    says: `On the device, but no chart of the library about its certificate applies: not known. ${result.overall.reasons.join(' ')}`,
  };
}

/** A weight that the assessment gives beside its charts (a pending or exempt clearance), or null. */
function remarkTier({ findings, overall }: AssessmentResult) {
  const counted = findings.filter(counts);
  if (counted.length === 0 && findings.length > 0) return null;
  const ofCharts = greatestTier(counted.map((finding) => finding.tier));
  return rankOf(overall.tier) > rankOf(ofCharts) ? overall.tier : null;
}

/**
 * Who may make the change on this unit, by the charts that answer it.
 * @param acts whose act it is: the maker needs nobody's permission for its own, so long as no chart asks for one
 */
export function mayActOf(result: AssessmentResult, acts: Side | null): MayAct {
  const who = findingsOn(result, 'who').filter((one) => one.state !== 'hint');
  if (who.length === 0 && acts === 'manufacturer') {
    return { state: 'makers_act', tiers: { least: 'none', worst: 'none' }, outcomes: [] };
  }
  if (who.length === 0) return { state: 'no_chart', tiers: null, outcomes: [] };
  const settled = who.every((one) => counts(one) && one.outcomes.length === 1);
  return {
    state: settled ? 'settled' : 'open',
    tiers: spanOf(who),
    outcomes: who.flatMap(({ instrument, outcomes }) => {
      const known = library().get(instrument);
      return outcomes.map((code) => ({ instrument, code, meaning: known ? outcomeOf(known, code).meaning : code }));
    }),
  };
}
