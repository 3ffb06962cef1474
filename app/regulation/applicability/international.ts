/** When the instruments of one book apply. Canada, Australia, Singapore, China, Switzerland, IMDRF. */
import type { ApplicabilityRow, Known } from './row';

/** "class III, licence 12345": what the certification for a market says. */
function particulars(known: Known, market: string, deviceClass: string | null, numberName: string): string {
  const number = known.certification(market)?.number;
  return `${deviceClass ? `, class ${deviceClass}` : ''}${number ? `, ${numberName} ${number}` : ''}`;
}

export const internationalRows: readonly ApplicabilityRow[] = [
  {
    instrument: 'CA-SIGCHANGE',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes CA and MAKER and ca_device_class in {II, III, IV} and DEVICE-CHANGE and as_of >= 2026-03-31',
    hintWhen: null,
    says: (known) =>
      `device licensed in Canada${particulars(known, 'CA', known.value('ca_device_class'), 'licence')}, changed by the licence holder`,
    hintBecause: '',
    speaksTo: 'it speaks, since 31 March 2026, to the holder of a Canadian licence of class II, III or IV',
    confidence: 'V',
  },
  {
    instrument: 'CA-2011',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes CA and MAKER and ca_device_class in {II, III, IV} and change_domains includes software and as_of < 2026-03-31',
    hintWhen: null,
    says: (known) =>
      `device licensed in Canada${particulars(known, 'CA', known.value('ca_device_class'), 'licence')}; software changes, decided before 31 March 2026`,
    hintBecause: '',
    speaksTo: 'replaced on 31 March 2026: for earlier decisions of a Canadian licence holder on software only',
    confidence: 'V',
  },
];
