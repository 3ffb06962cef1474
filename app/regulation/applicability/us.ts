/** When the instruments of one book apply. United States. */
import type { ApplicabilityRow, Known } from './row';

const ACTORS: Readonly<Record<string, string>> = {
  health_institution: 'the hospital',
  servicing_entity: 'an independent servicer',
  integrator: 'an integrator',
  importer_or_distributor: 'the importer or distributor',
};

const CLEARANCES: Readonly<Record<string, string>> = {
  '510k': 'cleared by 510(k)',
  de_novo: 'granted De Novo',
  preamendments: 'preamendments device',
  '510k_pending': '510(k) pending',
  pma: 'approved by PMA',
  hde: 'humanitarian device exemption',
};

/** How the device came on the market, with the number where one is stated. */
function authorised(known: Known): string {
  const number = known.certification('US')?.number;
  return `${CLEARANCES[known.value('us_market_status') ?? ''] ?? 'device on the US market'}${number ? `, ${number}` : ''}`;
}

export const usRows: readonly ApplicabilityRow[] = [
  {
    instrument: 'US-FDA-SW510K-2017',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes US and us_market_status in {510k, de_novo, preamendments} and MAKER and change_domains includes software and not result_pccp_covered',
    hintWhen:
      '(markets includes US or places includes US) and us_market_status in {510k, de_novo, preamendments, 510k_pending} and change_domains includes software and change_location = device and (OPERATOR or us_market_status = 510k_pending)',
    says: (known) => `${authorised(known)}; software changes`,
    hintBecause:
      'forecast: what the holder of the clearance would have to decide (the remanufacturing guidance gives the same advice to others)',
    speaksTo: 'it speaks to holders of a 510(k), De Novo or preamendments device whose software they change',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-POSTMARKET-CYBER-2016',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes US and MAKER and remediates_known_vulnerability',
    hintWhen:
      'places includes US and OPERATOR and (remediates_known_vulnerability or change_location in {device_connection, environment})',
    says: () => 'marketed in the United States; the change answers a known vulnerability',
    hintBecause: 'forecast: the manufacturer decides by its documented process whether the risk is controlled',
    speaksTo: 'it speaks to manufacturers of marketed devices with a vulnerability',
    confidence: 'V',
  },
  {
    instrument: 'US-CFR-806',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes US and (MAKER or actor = importer_or_distributor) and applies_to_supplied_units',
    hintWhen: null,
    says: (known) =>
      `${known.value('actor') === 'importer_or_distributor' ? 'importer' : 'manufacturer'} acts on units already distributed in the United States`,
    hintBecause: '',
    speaksTo:
      'it speaks to manufacturers and importers who act on distributed units; a hospital has the reporting duties of part 803 instead',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-RECALL-VS-ENH-2014',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes US and MAKER and applies_to_supplied_units',
    hintWhen: null,
    says: () => 'the firm acts on its own units already distributed in the United States',
    hintBecause: '',
    speaksTo: 'it speaks to a firm that changes its own distributed devices',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-REMAN-2024',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'places includes US and OPERATOR and change_location = device',
    hintWhen: null,
    says: (known) =>
      `unit used in the United States, changed by ${ACTORS[known.value('actor') ?? ''] ?? 'somebody other than its manufacturer'}`,
    hintBecause: '',
    speaksTo:
      'it speaks to anybody but the manufacturer who acts on a finished device in the United States; network equipment outside the device is not meant',
    confidence: 'V',
  },
];
