/**
 * When each instrument applies, as a table of conditions in the rule language. A row for each instrument of the
 * library; the shape carries the second stage (conditions over results of the first) and rows that stay out while
 * nobody claims the event they need.
 */
import type { Confidence } from './chart';
import type { FactBase } from './fact-base';
import { knownName, valueFrom } from './vocabulary';

/** What the sentence of a row may look at. */
export interface Known {
  /** Value of a fact or computed name as text, or null when it is not known. */
  value(key: string): string | null;
  /** Basis and number of the certification for a market, or null. */
  certification(market: string): { basis: string | null; number: string | null } | null;
}

export interface ApplicabilityRow {
  instrument: string;
  /** 2: the conditions use results of the first stage. */
  stage: 1 | 2;
  /** True: left out, not unknown, while the condition is unknown. */
  onlyWhenClaimed: boolean;
  appliesWhen: string;
  /** Null: never only a hint. */
  hintWhen: string | null;
  /** Why it applies, short, with the particulars of the device. */
  says(known: Known): string;
  /** Why it is shown as a forecast only. */
  hintBecause: string;
  /** To whom it speaks, for the reason why it was left out. */
  speaksTo: string;
  confidence: Confidence;
}

const DIRECTIVES: Readonly<Record<string, string>> = {
  mdd: 'Directive 93/42/EEC',
  aimdd: 'Directive 90/385/EEC',
  ce_mdd: 'Directive 93/42/EEC',
  ce_aimdd: 'Directive 90/385/EEC',
};

const CLEARANCES: Readonly<Record<string, string>> = {
  '510k': 'cleared by 510(k)',
  de_novo: 'granted De Novo',
  preamendments: 'preamendments device',
  '510k_pending': '510(k) pending',
};

const NATION_NAMES: Readonly<Record<string, string>> = { england: 'England', scotland: 'Scotland', wales: 'Wales' };

const ACTOR_NAMES: Readonly<Record<string, string>> = {
  health_institution: 'the hospital',
  servicing_entity: 'an independent servicer',
  integrator: 'an integrator',
  importer_or_distributor: 'the importer or distributor',
};

export const APPLICABILITY: readonly ApplicabilityRow[] = [
  {
    instrument: 'EU-MDCG-2020-3-R1',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes_any {EU, NI, GB} and eu_device_status in {legacy_directive, legacy_class1_upclassed} and MAKER and DEVICE-CHANGE',
    hintWhen:
      '(markets includes_any {EU, NI, GB} or places includes_any {EU, NI, GB}) and (eu_device_status in {legacy_directive, legacy_class1_upclassed, old_device} or gb_marking in {ce_mdd, ce_aimdd}) and change_location = device and OPERATOR',
    says: (known) => {
      const deviceClass = known.value('directive_device_class');
      const suffix = deviceClass && deviceClass !== 'AIMD' ? `, class ${deviceClass}` : '';
      const status = known.value('eu_device_status');
      if (status === 'legacy_class1_upclassed')
        return 'class I device declared under Directive 93/42/EEC, now in a higher class';
      if (status === 'old_device') return `device placed on the market before 26 May 2021 under a directive${suffix}`;
      const basis = known.certification('EU')?.basis ?? known.certification('NI')?.basis ?? known.value('gb_marking');
      return `legacy device under ${DIRECTIVES[basis ?? ''] ?? 'a directive'}${suffix}`;
    },
    hintBecause:
      'forecast: what the manufacturer would have to decide; it is no test for a unit already on the market, nor for an operator',
    speaksTo: 'it speaks to manufacturers of devices certified under the old directives',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-SW510K-2017',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes US and us_market_status in {510k, de_novo, preamendments} and MAKER and change_domains includes software and not result_pccp_covered',
    hintWhen:
      '(markets includes US or places includes US) and us_market_status in {510k, de_novo, preamendments, 510k_pending} and change_domains includes software and change_location = device and (OPERATOR or us_market_status = 510k_pending)',
    says: (known) => {
      const number = known.certification('US')?.number;
      return `${CLEARANCES[known.value('us_market_status') ?? ''] ?? 'device on the US market'}${number ? `, ${number}` : ''}; software changes`;
    },
    hintBecause:
      'forecast: what the holder of the clearance would have to decide (the remanufacturing guidance gives the same advice to others)',
    speaksTo: 'it speaks to holders of a 510(k), De Novo or preamendments device whose software they change',
    confidence: 'V',
  },
  {
    instrument: 'UK-MDR-H',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'places includes GB and OPERATOR and not kind = decommission',
    hintWhen: null,
    says: (known) => {
      const where = NATION_NAMES[known.value('nation') ?? ''] ?? 'Great Britain';
      return `installed unit in ${where}, changed by ${ACTOR_NAMES[known.value('actor') ?? ''] ?? 'somebody other than its manufacturer'}`;
    },
    hintBecause: '',
    speaksTo: 'it speaks to whoever, other than the manufacturer, changes a unit in England, Scotland or Wales',
    confidence: 'V',
  },
];

/** What is known in one dossier, for the sentences above. */
export function knownIn(
  base: FactBase,
  certifications: readonly { market: string; basis: string | null; number: string | null }[],
): Known {
  return {
    value(key) {
      const name = knownName(key);
      const code = base.codes[name.index] as number;
      return Number.isNaN(code) ? null : String(valueFrom(name, code));
    },
    certification: (market) => certifications.find((one) => one.market === market) ?? null,
  };
}
