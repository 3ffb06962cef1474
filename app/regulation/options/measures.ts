/** What can be done about one vulnerability of one device: each measure, whose act it is and where it lands. */
import type { FactValues } from '../kinds/change-kind';
import type { Location } from '../kinds/facts-of-kind';
import type { KindId } from '../kinds/kind-ids';

export const MEASURE_IDS = [
  'vendor_patch',
  'os_patch',
  'antivirus',
  'allow_listing',
  'host_firewall',
  'disable_service',
  'credential_change',
  'upgrade',
  'network_firewall',
  'segmentation',
  'passive_monitoring',
  'inline_prevention',
  'isolation',
  'replacement',
  'accept',
] as const;

export type MeasureId = (typeof MEASURE_IDS)[number];

/** The side that carries a measure out on the installed unit. */
export type Side = 'manufacturer' | 'hospital';

export interface Measure {
  id: MeasureId;
  label: string;
  /** What it is, in one line. */
  what: string;
  /** The kind of change it is; null: nothing about the certified unit changes, and no chart is walked. */
  kind: KindId | null;
  /** Kinds it is instead where the proposal at hand is one of them: a patch is the patch that was proposed. */
  orAsProposed: readonly KindId[];
  /** What the measure settles beside its kind. */
  facts: FactValues;
  acts: Side;
  lands: Location | null;
  /** Said where no chart is walked: why there is no tier. */
  noChange?: string;
  /** Whether an attack would be noticed by it. */
  notices: boolean;
  /** What shows that it works, each with how long the proof holds. Ours, derived. */
  proof: readonly string[];
}

const onDevice = { orAsProposed: [], facts: {}, acts: 'hospital', lands: 'device', notices: false } as const;
const inEnvironment = { ...onDevice, lands: 'environment' } as const;

/** Every measure, in the order in which options are shown: on the device, in its environment, neither. */
export const MEASURES: readonly Measure[] = [
  {
    ...onDevice,
    id: 'vendor_patch',
    label: 'Patch from the maker',
    what: 'The maker releases a patch for this vulnerability and it is installed as the maker says',
    kind: 'app_patch',
    orAsProposed: ['os_patch', 'app_patch', 'firmware_update', 'component_update'],
    facts: { remediates_known_vulnerability: true },
    acts: 'manufacturer',
    proof: ["the maker's release note that names the vulnerability", 'version read from each unit after installation'],
  },
  {
    ...onDevice,
    id: 'os_patch',
    label: 'Operating-system patch by the hospital',
    what: "The hospital installs the operating-system supplier's patch on the device",
    kind: 'os_patch',
    proof: [
      'patch level read from each unit; stale with the next patch day',
      "function test after the patch, by the maker's own acceptance steps",
    ],
  },
  {
    ...onDevice,
    id: 'antivirus',
    label: 'Anti-virus on the device',
    what: 'Anti-malware installed on the device for the first time',
    kind: 'av_install',
    notices: true,
    proof: [
      'exclusions set as the maker lists them, read back from the agent',
      'age of signatures on each unit; stale after a day',
    ],
  },
  {
    ...onDevice,
    id: 'allow_listing',
    label: 'Allow-listing on the device',
    what: 'Only listed programs may run on the device',
    kind: 'allow_listing',
    proof: ['list exported and compared with the validated configuration; stale with each software version'],
  },
  {
    ...onDevice,
    id: 'host_firewall',
    label: 'Firewall on the device',
    what: "The device's own firewall switched on or tightened",
    kind: 'host_firewall',
    proof: ['rule export from the device', 'port scan from a neighbouring address; stale with each rule change'],
  },
  {
    ...onDevice,
    id: 'disable_service',
    label: 'Disable the affected service',
    what: 'The service that holds the vulnerability is switched off on the device',
    kind: 'hardening',
    proof: ['list of listening services after a restart; stale with each software version'],
  },
  {
    ...onDevice,
    id: 'credential_change',
    label: 'Change of credentials',
    what: 'Passwords or keys that an attacker may know are changed through a function made for it',
    kind: 'credential_rotation',
    proof: ['old credentials tried and refused; stale when staff with the password leave'],
  },
  {
    ...onDevice,
    id: 'upgrade',
    label: 'Upgrade by the maker',
    what: 'The maker brings the device to a newer operating system or release that does not hold the vulnerability',
    kind: 'os_upgrade',
    orAsProposed: ['os_upgrade', 'os_replacement', 'feature_update'],
    acts: 'manufacturer',
    proof: [
      "the maker's statement that the new release does not hold the vulnerability",
      'version read from each unit',
    ],
  },
  {
    ...inEnvironment,
    id: 'network_firewall',
    label: 'Network firewall',
    what: 'A firewall or access list outside the device lets only listed traffic reach it',
    kind: 'network_firewall',
    proof: ['rule export', 'port scan from outside the allowed peers; stale with each rule change'],
  },
  {
    ...inEnvironment,
    id: 'segmentation',
    label: 'Segmentation',
    what: 'A network segment of its own around the device',
    kind: 'segmentation',
    proof: [
      'switch and router configuration',
      'reachability test from another segment; stale with each network change',
    ],
  },
  {
    ...inEnvironment,
    id: 'passive_monitoring',
    label: 'Passive monitoring',
    what: "A tap or mirror port watches the device's traffic",
    kind: 'passive_ids',
    facts: { remediates_known_vulnerability: false },
    notices: true,
    proof: ['a test alert that reached a person; stale after a quarter'],
  },
  {
    ...inEnvironment,
    id: 'inline_prevention',
    label: 'Inline prevention',
    what: 'Network equipment in front of the device blocks what looks like the attack',
    kind: 'inline_ips',
    notices: true,
    proof: [
      'the signature for this vulnerability switched to block',
      'a blocked test; stale with each signature update',
    ],
  },
  {
    ...inEnvironment,
    id: 'isolation',
    label: 'Isolation',
    what: 'The device is taken off the network',
    kind: 'isolation',
    lands: 'device_connection',
    proof: ['port shut or cable drawn, radio off; checked on each unit and after each service visit'],
  },
  {
    ...inEnvironment,
    id: 'replacement',
    label: 'Replacement of the device',
    what: 'The unit leaves service and another, supported device takes its place',
    kind: null,
    lands: null,
    noChange:
      'The certified unit is not changed: it leaves service, and its successor brings a certificate of its own. There is no tier to give.',
    proof: [
      "the successor's maker says that it does not hold the vulnerability",
      'the old unit signed out of the register',
    ],
  },
  {
    ...inEnvironment,
    id: 'accept',
    label: 'Accept the risk, do nothing',
    what: 'Nothing is changed; the risk owner accepts the exposure until a stated day',
    kind: null,
    lands: null,
    noChange:
      'Nothing is changed, so no certificate is disturbed and nobody needs permission. There is no tier to give.',
    proof: ["the risk owner's signed acceptance; stale on its stated day"],
  },
];

const byId = new Map<string, Measure>(MEASURES.map((measure) => [measure.id, measure]));

/** Whether a word from outside is the id of a measure. */
export function isMeasureId(word: string): word is MeasureId {
  return byId.has(word);
}

/** The measure behind an id. @throws when there is none: MEASURE_IDS and MEASURES differ, a defect */
export function measureOf(id: MeasureId): Measure {
  const measure = byId.get(id);
  if (!measure) throw new Error(`no measure is called ${id}`);
  return measure;
}
