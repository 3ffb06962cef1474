/** The findings taken together: how far the change reaches at least and at most, why, and where instruments disagree. */
import type { Chart, Tier } from './chart';
import { chartOf } from './charts';
import { dutyTransferSentence, dutyTransfers } from './duty-transfer';
import type { FactBase } from './fact-base';
import { type Rule, rule, YES } from './language';
import { type Instrument, outcomeOf } from './library';
import type { AssessmentResult, Finding } from './result';
import { greatestTier, rankOf, tierRange } from './tiers';

/** A sentence to say when a condition holds, because the charts themselves stay silent there. */
interface Remark {
  when: Rule;
  /** Not said where this holds. */
  unless?: Rule;
  says: string;
  /** Counts in the tiers as this weight. */
  tier?: Tier;
}

const REMARKS: readonly Remark[] = [
  {
    when: rule('markets includes US and us_market_status in {exempt, 510k_pending} and MAKER and DEVICE-CHANGE'),
    says: 'needs_review: the device is exempt from 510(k), or its 510(k) is still pending, so neither 510(k) guidance applies. Design controls do, and a person has to check the limits of the exemption or the pending file.',
    tier: 'hold',
  },
  {
    when: rule('eu_device_status = old_device and DEVICE-CHANGE'),
    says: 'The unit was placed on the market before 26 May 2021: a change of it reaches no certificate. The directive under which it was supplied stays the benchmark.',
  },
  {
    when: rule('(eu_device_status = in_house or made_in_house) and DEVICE-CHANGE'),
    says: 'The device is made in house: there is no certificate that a change could reach. The conditions of the in-house rule have to hold after the change too.',
  },
  {
    when: rule('eu_device_status = mdr_class1_self and DEVICE-CHANGE'),
    says: 'The device is of class I without a notified body: there is no certificate that a change could reach. The manufacturer judges and documents it.',
  },
  {
    when: rule('directive_device_class = I and DEVICE-CHANGE'),
    unless: rule('eu_device_status in {legacy_class1_upclassed, old_device}'),
    says: 'The device is of class I under the directive, without a notified body: there is no certificate that a change could reach, unless the Regulation moves it to a higher class.',
  },
  {
    when: rule('OPERATOR and places includes US and change_location in {device_connection, environment}'),
    says: checklist(),
  },
];

/** No chart of the United States asks an operator about the network a device needs; these are the questions all the same. */
function checklist(): string {
  const nodes = chartOf('EU-MDCG-2019-16')?.nodes ?? {};
  const asks = ['EN-1', 'EN-2', 'EN-3', 'EN-4'].map((id) => nodes[id]?.asks).filter(Boolean);
  return `No chart asks an operator in the United States about the network that the device needs. Check all the same, as IMDRF N60 6.4.1 and MDCG 2019-16 advise: ${asks.join(' ')}`;
}

export interface Together {
  /** Findings that count, with their instruments. */
  counted: readonly { finding: Finding; instrument: Instrument }[];
  /** Findings of which it cannot be said yet whether they count. */
  unsure: readonly Finding[];
  /** Forecasts: they do not count, but may warn. */
  hints: readonly Finding[];
  base: FactBase;
  /** Sentences about how the choice was made. */
  remarks: readonly string[];
  /** True when the dossier named the instruments: then nothing is said about others. */
  named: boolean;
}

/** Takes the findings together. The strictest counts, since every instrument that applies has to be met. */
export function overallOf({ counted, unsure, hints, base, remarks, named }: Together): AssessmentResult['overall'] {
  const holds = (condition: Rule | undefined) => condition?.evaluate(base.codes) === YES;
  const said = named ? [] : REMARKS.filter((remark) => holds(remark.when) && !holds(remark.unless));
  const extra = said.flatMap((remark) => remark.tier ?? []);
  const nothingYet: Tier[] = counted.length === 0 && extra.length === 0 && unsure.length > 0 ? ['hold'] : [];
  const transfers = dutyTransfers([...counted.map(({ finding }) => finding), ...hints]);
  return {
    tier: greatestTier([...counted.map(({ finding }) => finding.tier), ...extra, ...nothingYet]),
    worst_tier: greatestTier([...counted.map(({ finding }) => finding.worst_tier), ...extra, ...nothingYet]),
    reasons: [
      ...transfers.map(dutyTransferSentence),
      ...counted.map(({ finding, instrument }) => sentence(finding, instrument)),
      ...said.map((remark) => remark.says),
      ...unsure.map((finding) => `${finding.instrument} is not counted: ${finding.applies}.`),
      ...(counted.length === 0 && unsure.length === 0 ? ['No instrument of this library applies.'] : []),
      ...remarks,
    ],
    conflicts_between_instruments: QUESTIONS.flatMap((question) => disagreement(counted, question)),
    duty_transfer: transfers,
  };
}

function sentence(finding: Finding, instrument: Instrument): string {
  const range = tierRange(finding.tier, finding.worst_tier);
  if (finding.outcome !== 'undecided') {
    return `${finding.instrument}: ${range}: ${finding.outcome}, ${outcomeOf(instrument, finding.outcome).meaning}.`;
  }
  const open = finding.open.map((question) => question.question).join(', ');
  return `${finding.instrument}: ${range}: still possible are ${finding.outcomes.join(', ')}; open: ${open}.`;
}

type Counted = Together['counted'][number];

const QUESTIONS: readonly Chart['answers'][] = ['law', 'who', 'safe'];

const NOT_AVERAGED: Readonly<Record<Chart['answers'], string>> = {
  law: 'each counts for its own market',
  who: 'none replaces another, the strictest has to be met',
  safe: 'none replaces another, the strictest has to be met',
};

/**
 * One sentence where instruments that judge the same of the three questions cannot come to the same weight any more.
 * Of law and who only those are compared that can cost a certificate: a chart about labels or notices does not
 * disagree with one about certificates.
 */
function disagreement(counted: readonly Counted[], question: Chart['answers']): string[] {
  const judges = counted.filter(({ instrument: { chart } }) => chart.answers === question && weighs(chart));
  const apart = judges.filter((one) => judges.some((other) => cannotAgree(one.finding, other.finding)));
  if (apart.length === 0) return [];
  return [`${apart.map(({ finding }) => weight(finding)).join(', ')}: ${NOT_AVERAGED[question]}.`];
}

function weighs({ answers, outcomes }: Chart): boolean {
  return answers === 'safe' || Object.values(outcomes).some(({ tier }) => tier === 'approval' || tier === 'recertify');
}

function cannotAgree(one: Finding, other: Finding): boolean {
  return rankOf(one.worst_tier) < rankOf(other.tier) || rankOf(other.worst_tier) < rankOf(one.tier);
}

function weight(finding: Finding): string {
  return `${finding.instrument} gives ${finding.outcomes.join(' or ')} (${tierRange(finding.tier, finding.worst_tier)})`;
}
