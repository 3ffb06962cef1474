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
      `device licensed in Canada${particulars(known, 'CA', known.value('ca_device_class'), 'licence')}, changed by or for the licence holder`,
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
  {
    instrument: 'AU-SUBST',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes AU and MAKER and tga_certificate and DEVICE-CHANGE',
    hintWhen: null,
    says: (known) =>
      `certificate issued by the TGA${particulars(known, 'AU', null, 'number')}, device changed by its manufacturer`,
    hintBecause: '',
    speaksTo: 'it speaks to manufacturers with a certificate that the TGA issued',
    confidence: 'V',
  },
  {
    instrument: 'AU-ARTG',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes AU and (MAKER or actor = importer_or_distributor) and DEVICE-CHANGE',
    hintWhen: null,
    says: (known) => `device in the Australian Register${particulars(known, 'AU', null, 'number')}`,
    hintBecause: '',
    speaksTo: 'it speaks to sponsors and manufacturers of devices in the Australian Register',
    confidence: 'V2',
  },
  {
    instrument: 'N60',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen: null,
    hintWhen: 'MAKER and (solely_strengthens_cybersecurity or remediates_known_vulnerability)',
    says: (known) =>
      known.value('remediates_known_vulnerability') === 'true'
        ? 'change that remedies a vulnerability, made by the manufacturer'
        : 'change for security only, made by the manufacturer',
    hintBecause: 'background: an IMDRF document without legal force, which suggests how much oversight fits',
    speaksTo: 'it speaks to manufacturers about changes made for security',
    confidence: 'V',
  },
  {
    instrument: 'N70',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen: null,
    hintWhen: 'component_end_of_support',
    says: () => 'a component of the device is out of support',
    hintBecause: 'background: an IMDRF document without legal force, on the life-cycle stage of the device',
    speaksTo: 'it speaks of devices with a component at the end of its life or support',
    confidence: 'V',
  },
  {
    instrument: 'SG-GN21',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes SG and MAKER and change_domains includes software',
    hintWhen: null,
    says: (known) => `device registered in Singapore${particulars(known, 'SG', null, 'number')}; software changes`,
    hintBecause: '',
    speaksTo: 'it speaks to registrants in Singapore whose software they change',
    confidence: 'V2',
  },
  {
    instrument: 'CN-CYBER',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes CN and MAKER and change_domains includes software',
    hintWhen: null,
    says: (known) =>
      `device registered in China${particulars(known, 'CN', known.value('cn_device_class'), 'number')}; software changes`,
    hintBecause: '',
    speaksTo: 'it speaks to registrants in China whose software they change',
    confidence: 'V2',
  },
  {
    instrument: 'CH-MEDDO',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'places includes CH and actor = health_institution and connectable_to_network',
    hintWhen: null,
    says: () =>
      'network-capable device in a healthcare institution in Switzerland; a standing duty, whatever the change',
    hintBecause: '',
    speaksTo: 'it speaks to healthcare institutions in Switzerland with network-capable devices',
    confidence: 'V',
  },
];
