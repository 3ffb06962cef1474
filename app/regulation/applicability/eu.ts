/** When the instruments of one book apply. European Union. */
import type { ApplicabilityRow, Known } from './row';

const DIRECTIVES: Readonly<Record<string, string>> = {
  mdd: 'Directive 93/42/EEC',
  aimdd: 'Directive 90/385/EEC',
  ce_mdd: 'Directive 93/42/EEC',
  ce_aimdd: 'Directive 90/385/EEC',
  ivdd: 'Directive 98/79/EC',
  ce_ivdd: 'Directive 98/79/EC',
};

const LEGACY_STATUS: Readonly<Record<string, string>> = {
  legacy_directive: 'legacy device under the old directives',
  legacy_class1_upclassed: 'class I device declared under the old directive, now in a higher class',
  legacy_ivdd: 'legacy in vitro diagnostic device under Directive 98/79/EC',
  old_device: 'unit placed on the market before 26 May 2021',
};

const OPERATORS: Readonly<Record<string, string>> = {
  health_institution: 'the hospital',
  servicing_entity: 'an independent servicer',
  integrator: 'an integrator',
  importer_or_distributor: 'the importer or distributor',
};

/** The device under the MDR or IVDR with its class, as far as they are known. */
function underTheRegulation(known: Known): string {
  const deviceClass = known.value('eu_device_class');
  const number = known.certification('EU')?.number ?? known.certification('NI')?.number;
  const status = known.value('eu_device_status');
  const diagnostic = known.value('is_ivd');
  const act = diagnostic === 'true' ? 'IVDR' : diagnostic === 'false' ? 'MDR' : 'MDR or IVDR';
  const kind =
    status === 'mdr_class1_self'
      ? `device self-declared under the ${act}`
      : status === 'mdr_certificate'
        ? `device with a certificate under the ${act}`
        : 'device in the European Union';
  return `${kind}${deviceClass ? `, class ${deviceClass}` : ''}${number ? `, ${number}` : ''}`;
}

/** Who, other than the manufacturer, makes the change. */
function operatorOf(known: Known): string {
  return OPERATORS[known.value('actor') ?? ''] ?? 'somebody other than its manufacturer';
}

export const euRows: readonly ApplicabilityRow[] = [
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
    instrument: 'EU-MDCG-2022-6',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes_any {EU, NI, GB} and eu_device_status = legacy_ivdd and MAKER and DEVICE-CHANGE',
    hintWhen:
      '(markets includes_any {EU, NI, GB} or places includes_any {EU, NI, GB}) and (eu_device_status = legacy_ivdd or gb_marking = ce_ivdd) and change_location = device and OPERATOR',
    says: (known) => {
      const number = known.certification('EU')?.number ?? known.certification('NI')?.number;
      return `legacy in vitro diagnostic device under Directive 98/79/EC${number ? `, ${number}` : ''}`;
    },
    hintBecause:
      'forecast: what the manufacturer would have to decide; it is no test for a unit already on the market, nor for an operator',
    speaksTo: 'it speaks to manufacturers of in vitro diagnostic devices under the old directive',
    confidence: 'V',
  },
  {
    instrument: 'EU-MDR-CERT',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes_any {EU, NI, GB} and eu_device_status in {mdr_certificate, mdr_class1_self} and MAKER and DEVICE-CHANGE',
    hintWhen:
      '(markets includes_any {EU, NI, GB} or places includes_any {EU, NI, GB}) and eu_device_status in {mdr_certificate, mdr_class1_self} and change_location = device and OPERATOR',
    says: underTheRegulation,
    hintBecause:
      'forecast: what the manufacturer would have to settle with its notified body before it makes this change',
    speaksTo: 'it speaks to manufacturers of devices under the MDR or IVDR',
    confidence: 'V',
  },
  {
    instrument: 'EU-NBOG-2014-3',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes_any {EU, NI, GB} and eu_device_status in {legacy_directive, legacy_ivdd} and MAKER and DEVICE-CHANGE and not directive_device_class = I',
    hintWhen: null,
    says: (known) => {
      const basis = known.certification('EU')?.basis ?? known.certification('NI')?.basis ?? known.value('gb_marking');
      if (known.value('eu_device_status') === 'legacy_ivdd')
        return 'in vitro diagnostic device under Directive 98/79/EC; speaks where a notified body certified it, and a self-declared one has none to tell';
      return `certificate under ${DIRECTIVES[basis ?? ''] ?? 'a directive'}, with a notified body to be told of changes`;
    },
    hintBecause: '',
    speaksTo: 'it speaks to manufacturers whose device has a notified-body certificate under a directive',
    confidence: 'V2',
  },
  {
    instrument: 'EU-MDR-ART16',
    stage: 2,
    onlyWhenClaimed: false,
    appliesWhen:
      'places includes_any {EU, NI} and OPERATOR and change_location = device and eu_device_status in {mdr_certificate, mdr_class1_self} and not result_within_instructions',
    hintWhen:
      'places includes_any {EU, NI} and OPERATOR and change_location = device and eu_device_status in {legacy_directive, legacy_class1_upclassed, legacy_ivdd, old_device} and not result_within_instructions',
    says: (known) => {
      const device = LEGACY_STATUS[known.value('eu_device_status') ?? ''] ?? underTheRegulation(known);
      return `${device}, changed by ${operatorOf(known)} and not shown to be within the instructions`;
    },
    hintBecause:
      'warning: whether Art. 16(1)(c) reaches legacy and old devices is not settled; it is read with caution as if it did',
    speaksTo:
      'it speaks to anybody but the manufacturer who modifies a device in the European Union or Northern Ireland',
    confidence: 'V/i',
  },
  {
    instrument: 'EU-MDR-ART5-5',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen:
      'places includes_any {EU, NI} and actor = health_institution and (eu_device_status = in_house or made_in_house or amounts_to_making_own_device or (change_domains includes intended_purpose and change_location = device))',
    hintWhen: null,
    says: (known) =>
      known.value('eu_device_status') === 'in_house' || known.value('made_in_house') === 'true'
        ? 'device made in-house, changed by its health institution'
        : 'a health institution turns the device into one of its own, or gives it another purpose',
    hintBecause: '',
    speaksTo: 'it speaks to health institutions that make a device, or modify one into a new device or purpose',
    confidence: 'V',
  },
  {
    instrument: 'EU-MDCG-2019-16',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'places includes_any {EU, NI} and OPERATOR and not kind = decommission',
    hintWhen: null,
    says: (known) => `unit in the European Union or Northern Ireland, changed by ${operatorOf(known)}`,
    hintBecause: '',
    speaksTo:
      'it speaks to whoever, other than the manufacturer, changes a unit in the European Union or Northern Ireland',
    confidence: 'V',
  },
  {
    instrument: 'EU-MDR-UDI',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes_any {EU, NI, GB} and eu_device_status in {mdr_certificate, mdr_class1_self} and MAKER and DEVICE-CHANGE',
    hintWhen: null,
    says: underTheRegulation,
    hintBecause: '',
    speaksTo:
      'it speaks to manufacturers of devices under the MDR or IVDR; legacy, old and in-house devices carry no UDI duty',
    confidence: 'V',
  },
  {
    instrument: 'EU-MDR-CLASS',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen:
      'markets includes_any {EU, NI} and MAKER and contains_software and (change_domains includes intended_purpose or new_feature = medical or user_input_replaced_by_closed_loop or risk_class_changes)',
    hintWhen: null,
    says: () => 'device with software; its purpose, a medical function, its control or its class changes',
    hintBecause: '',
    speaksTo: 'it speaks to manufacturers of software whose purpose, medical function or closed loop changes',
    confidence: 'i',
  },
  {
    instrument: 'EU-MDR-VIG',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen: '(markets includes_any {EU, NI} or places includes_any {EU, NI}) and event_occurred_or_foreseen',
    hintWhen: '(markets includes_any {EU, NI} or places includes_any {EU, NI}) and malware_present',
    says: (known) =>
      known.value('event_occurred_or_foreseen') === 'true'
        ? 'an event with the device has happened or is foreseen'
        : 'malware was found on the device',
    hintBecause: 'the event behind it may have to be reported',
    speaksTo: 'it speaks of events with a device, not of proposals',
    confidence: 'V',
  },
  {
    instrument: 'EU-MDR-FSCA',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes_any {EU, NI} and MAKER and applies_to_supplied_units',
    hintWhen: null,
    says: () =>
      "the manufacturer's action reaches units already supplied, of a device on the market of the European Union or Northern Ireland",
    hintBecause: '',
    speaksTo: 'it speaks to manufacturers who act on units already supplied',
    confidence: 'V',
  },
  {
    instrument: 'EU-AIA',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen: 'markets includes EU and MAKER and is_high_risk_ai_system and as_of >= 2028-08-02',
    hintWhen: 'markets includes EU and is_high_risk_ai_system',
    says: () => 'high-risk AI system on the market of the European Union',
    hintBecause:
      'look ahead: the duties for devices apply from 2 August 2028, and to systems already on the market only after significant design changes',
    speaksTo: 'it speaks to providers of high-risk AI systems from 2 August 2028 on',
    confidence: 'V',
  },
];
