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
    instrument: 'US-FDA-PCCP-515C',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes US and us_market_status in {510k, de_novo, pma} and MAKER and DEVICE-CHANGE and covered_by_authorised_change_plan',
    hintWhen: null,
    says: (known) => `${authorised(known)}; an authorised change control plan covers the change`,
    hintBecause: '',
    speaksTo: 'it speaks to holders of a clearance or approval with an authorised plan that covers the change',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-GEN510K-2017',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes US and us_market_status in {510k, de_novo, preamendments} and MAKER and change_domains includes_any {labelling, intended_purpose, design, material, sterilisation, packaging} and not result_pccp_covered',
    hintWhen:
      '(markets includes US or places includes US) and us_market_status in {510k, de_novo, preamendments, 510k_pending} and change_domains includes_any {labelling, intended_purpose, design, material, sterilisation, packaging} and change_location = device and (OPERATOR or us_market_status = 510k_pending)',
    says: (known) => `${authorised(known)}; something other than software changes`,
    hintBecause:
      'forecast: what the holder of the clearance would have to decide (the remanufacturing guidance gives the same advice to others)',
    speaksTo:
      'it speaks to holders of a 510(k), De Novo or preamendments device of which something other than software changes',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-PMA-SUPP-2008',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes US and us_market_status in {pma, hde} and MAKER and DEVICE-CHANGE',
    hintWhen:
      '(markets includes US or places includes US) and us_market_status in {pma, hde} and OPERATOR and change_location = device',
    says: (known) => `${authorised(known)}; the device changes`,
    hintBecause: 'forecast: what the holder of the approval would have to decide',
    speaksTo: 'it speaks to holders of a PMA or a humanitarian device exemption who change the device',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-SPECIAL510K-2019',
    stage: 2,
    onlyWhenClaimed: false,
    appliesWhen: 'result_new_510k',
    hintWhen: 'result_new_510k_possible',
    says: () => 'decides the kind of a new 510(k), which the change charts find likely or possible',
    hintBecause: 'forecast: a new 510(k) is one of the outcomes that are still possible',
    speaksTo: 'it decides the kind of a 510(k) that is required anyway',
    confidence: 'V',
  },
  {
    instrument: 'US-FDC-524B',
    stage: 2,
    onlyWhenClaimed: false,
    appliesWhen: 'MAKER and result_us_submission',
    hintWhen: 'MAKER and result_us_submission_possible',
    says: () =>
      'decides the cybersecurity content of a submission to FDA, which other charts find necessary or possible',
    hintBecause: 'forecast: a submission is one of the outcomes that are still possible',
    speaksTo: 'it decides the content of a submission of the manufacturer that is required anyway',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-PREMARKET-CYBER-2026',
    stage: 2,
    onlyWhenClaimed: false,
    appliesWhen: 'MAKER and result_new_510k',
    hintWhen: 'MAKER and result_new_510k_possible',
    says: () => 'FDA weighs the cybersecurity of a new 510(k) against the predicate',
    hintBecause: 'forecast: a new 510(k) is one of the outcomes that are still possible',
    speaksTo: 'it speaks of substantial equivalence in a 510(k) that is required anyway',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-PCCP-GENERAL-DRAFT-2024',
    stage: 2,
    onlyWhenClaimed: false,
    appliesWhen: null,
    hintWhen: 'MAKER and result_us_submission_possible',
    says: () => 'draft of FDA, not for implementation',
    hintBecause: 'an idea for the next time: such a change could be put into a plan that FDA authorises first',
    speaksTo: 'it is a draft for manufacturers whose change may need a submission',
    confidence: 'V',
  },
  {
    instrument: 'US-FDA-POSTMARKET-CYBER-2016',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes US and MAKER and remediates_known_vulnerability',
    hintWhen:
      'places includes US and OPERATOR and (remediates_known_vulnerability or change_location in {device_connection, environment})',
    says: (known) =>
      known.value('remediates_known_vulnerability') === 'true'
        ? 'device marketed or used in the United States; the change answers a known vulnerability'
        : 'unit used in the United States; a measure outside the device may count as a compensating control',
    hintBecause:
      'forecast: it is the manufacturer who decides, by its documented process, whether the risk is controlled',
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
