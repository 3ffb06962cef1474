/** When the instruments of one book apply. European Union. */
import type { ApplicabilityRow } from './row';

const DIRECTIVES: Readonly<Record<string, string>> = {
  mdd: 'Directive 93/42/EEC',
  aimdd: 'Directive 90/385/EEC',
  ce_mdd: 'Directive 93/42/EEC',
  ce_aimdd: 'Directive 90/385/EEC',
};

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
];
