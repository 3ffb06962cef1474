/** When the instruments of one book apply. United Kingdom, the health service in England, hospital networks. */
import type { ApplicabilityRow, Known } from './row';

const NATION_NAMES: Readonly<Record<string, string>> = { england: 'England', scotland: 'Scotland', wales: 'Wales' };

const ACTOR_NAMES: Readonly<Record<string, string>> = {
  health_institution: 'the hospital',
  servicing_entity: 'an independent servicer',
  integrator: 'an integrator',
  importer_or_distributor: 'the importer or distributor',
};

const MARKINGS: Readonly<Record<string, string>> = {
  ukca: 'UKCA-marked',
  ce_mdr: 'CE-marked under the EU MDR',
  ce_ivdr: 'CE-marked under the EU IVDR',
  ce_mdd: 'CE-marked under Directive 93/42/EEC',
  ce_aimdd: 'CE-marked under Directive 90/385/EEC',
  ce_ivdd: 'CE-marked under Directive 98/79/EC',
  none: 'without a mark',
};

const REMOTE: Readonly<Record<string, string>> = {
  per_task: 'supplier remote access per task',
  always_on: 'supplier remote access that is always on',
};

const certificateOf = (known: Known): string => {
  const number = known.certification('GB')?.number;
  return number ? `, number ${number}` : '';
};

const markOf = (known: Known): string =>
  `device on the market of Great Britain, ${MARKINGS[known.value('gb_marking') ?? ''] ?? 'mark not given'}${certificateOf(known)}`;

const placeOf = (known: Known): string => NATION_NAMES[known.value('nation') ?? ''] ?? 'Great Britain';

const actorOf = (known: Known): string =>
  ACTOR_NAMES[known.value('actor') ?? ''] ?? 'somebody other than its manufacturer';

export const ukAndHospitalRows: readonly ApplicabilityRow[] = [
  {
    instrument: 'GB-CE',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes GB and (MAKER or actor = importer_or_distributor) and DEVICE-CHANGE',
    hintWhen: 'markets includes GB and actor = health_institution and not unit_already_in_service',
    says: markOf,
    hintBecause:
      'background for the buyer: it is a question of placing on the market, and an installed unit is not withdrawn by it',
    speaksTo: 'it speaks to those who place a changed device on the market of Great Britain',
    confidence: 'M',
  },
  {
    instrument: 'UK-MDR-H',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'places includes GB and OPERATOR and not kind = decommission',
    hintWhen: null,
    says: (known) => `installed unit in ${placeOf(known)}, changed by ${actorOf(known)}`,
    hintBecause: '',
    speaksTo: 'it speaks to whoever, other than the manufacturer, changes a unit in England, Scotland or Wales',
    confidence: 'V',
  },
  {
    instrument: 'UK-MDR-S',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes GB and MAKER and gb_marking = ukca and DEVICE-CHANGE',
    hintWhen:
      'markets includes GB and MAKER and gb_marking in {ce_mdd, ce_aimdd, ce_ivdd, ce_mdr, ce_ivdr} and DEVICE-CHANGE',
    says: (known) => `${markOf(known)}, changed by its manufacturer`,
    hintBecause: 'second reading only: a CE-marked device follows its European change rules',
    speaksTo: 'it speaks to manufacturers of UK-marked devices who change the device',
    confidence: 'M',
  },
  {
    instrument: 'UK-MDR-FSCA',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'markets includes GB and MAKER and applies_to_supplied_units and not made_in_house and not investigational_or_exceptional_use',
    hintWhen: null,
    says: () =>
      'action on units already supplied in Great Britain, whatever the mark; a model of which no unit has been supplied since 16 June 2025 stays under the earlier rules',
    hintBecause: '',
    speaksTo: 'it speaks to manufacturers who act on units already supplied in Great Britain',
    confidence: 'V2',
  },
  {
    instrument: 'UK-HIE',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen:
      'places includes GB and actor = health_institution and (made_in_house or amounts_to_making_own_device)',
    hintWhen: null,
    says: (known) => `device made, or altered in substance, by the hospital for its own patients in ${placeOf(known)}`,
    hintBecause: '',
    speaksTo:
      'it speaks to health institutions that make a device, or alter one in substance, for their own patients; an ordinary security change is neither',
    confidence: 'V',
  },
  {
    instrument: 'UK-OFFLABEL',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen: 'places includes GB and OPERATOR and used_outside_instructions',
    hintWhen: null,
    says: (known) =>
      `unit in ${placeOf(known)} used, or adapted by ${actorOf(known)}, otherwise than its instructions describe`,
    hintBecause: '',
    speaksTo: 'it speaks to those who use a device otherwise than its instructions describe',
    confidence: 'V',
  },
  {
    instrument: 'UK-MDR-P4A',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen: '(markets includes GB or places includes GB) and event_occurred_or_foreseen',
    hintWhen: '(markets includes GB or places includes GB) and malware_present',
    says: (known) =>
      known.value('event_occurred_or_foreseen') === 'true'
        ? 'an event, or something that could lead to one, with a device supplied in Great Britain; a model not supplied since 16 June 2025 stays under the earlier rules'
        : 'malware on a device supplied in Great Britain',
    hintBecause: 'malware is present: look whether there is an event to report',
    speaksTo: 'it speaks of events with devices in Great Britain, never of a mere proposal',
    confidence: 'V',
  },
  {
    instrument: 'UK-MDR-P4A-TIME',
    stage: 2,
    onlyWhenClaimed: false,
    appliesWhen: 'result_v_report',
    hintWhen: null,
    says: () => 'the event is reportable by UK-MDR-P4A: this is the clock of the manufacturer',
    hintBecause: '',
    speaksTo: 'it sets the clock of a report, once there is one to make',
    confidence: 'V2',
  },
  {
    instrument: 'DCB0129',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes GB and MAKER and DEVICE-CHANGE',
    hintWhen: null,
    says: () => 'change released by the manufacturer for Great Britain; it binds for health IT systems used in England',
    hintBecause: '',
    speaksTo: 'it speaks to manufacturers of health IT systems used in England',
    confidence: 'V',
  },
  {
    instrument: 'DCB0129-2.5',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'markets includes GB and MAKER and DEVICE-CHANGE and third_party_product_in_release',
    hintWhen: null,
    says: () => 'the release contains a product of a third party; it binds for health IT systems used in England',
    hintBecause: '',
    speaksTo: 'it speaks to manufacturers whose release contains a product of a third party',
    confidence: 'V',
  },
  {
    instrument: 'DCB0160',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen: 'places includes GB and nation = england and OPERATOR',
    hintWhen: 'places includes GB and nation = england and MAKER and unit_already_in_service',
    says: (known) =>
      `unit deployed in England, changed by ${known.value('actor')?.startsWith('manufacturer') ? 'its manufacturer' : actorOf(known)}`,
    hintBecause: 'when the manufacturer does the work, the hospital still owes its own part',
    speaksTo: 'it speaks to the organisation in England that deploys and uses the system',
    confidence: 'V',
  },
  {
    instrument: 'NHS-ALERT',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen: 'nation = england and actor = health_institution and has_alert',
    hintWhen: null,
    says: () => 'a cyber alert is given, and a hospital in England has to answer it',
    hintBecause: '',
    speaksTo: 'it speaks to hospitals in England that hold a cyber alert',
    confidence: 'V',
  },
  {
    instrument: 'NHS-CMD',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen:
      'nation = england and actor = health_institution and (supplier_remote_access in {per_task, always_on} or host_firewall_only_protection)',
    hintWhen: null,
    says: (known) => {
      const access = REMOTE[known.value('supplier_remote_access') ?? ''];
      const firewall =
        known.value('host_firewall_only_protection') === 'true' ? 'a host firewall as the only protection' : null;
      return `hospital in England; the proposal contains ${[access, firewall].filter(Boolean).join(' and ')}`;
    },
    hintBecause: '',
    speaksTo:
      'its rows judge two proposals of hospitals in England only: remote access of a supplier, and a host firewall as the only protection',
    confidence: 'V',
  },
  {
    instrument: 'NHS-SEG',
    stage: 1,
    onlyWhenClaimed: true,
    appliesWhen: 'nation = england and actor = health_institution and kind = segmentation',
    hintWhen: null,
    says: () => 'hospital in England segments the network around the device',
    hintBecause: '',
    speaksTo: 'its row judges a segmentation design of a hospital in England only',
    confidence: 'V',
  },
  {
    instrument: 'IEC-80001-1',
    stage: 1,
    onlyWhenClaimed: false,
    appliesWhen:
      'actor in {health_institution, servicing_entity, integrator} and connectable_to_network and not kind = decommission',
    hintWhen: null,
    says: (known) =>
      `device that can be connected to a network, changed by ${actorOf(known)}; for an organisation that has adopted the standard`,
    hintBecause: '',
    speaksTo: 'it speaks to the organisation that runs the network and to those who work for it',
    confidence: 'V2',
  },
];
