/** What the demonstration changes say. Every sentence is invented; no maker or hospital said any of it. */
import type { ChangeActor } from '../../app/features/changes/actors';
import type { Vulnerability } from '../../app/features/changes/vulnerability-input';
import type { Source } from '../../app/features/provenance/source';
import type { Role } from '../../app/guard/roles';
import type { KindId } from '../../app/regulation/kinds/kind-ids';
import type { OptionId } from '../../app/regulation/options/option-result';

interface Said {
  key: string;
  value: string;
  because: string;
  source?: Partial<Source>;
}

export interface Scenario {
  title: string;
  description: string;
  /** Searches of the register, tried in order until a model with units is found. */
  device: readonly string[];
  kinds: readonly KindId[];
  actor?: ChangeActor;
  by?: Role;
  /** How many of the vulnerabilities published about the model are taken; where there are none, `cves` are. */
  vulnerabilities?: number;
  cves?: readonly Vulnerability[];
  neededBy?: string;
  facts?: readonly Said[];
  answers?: readonly (Said & { value: 'yes' | 'no' | 'unknown' })[];
  safety?: { conditions: Record<string, string>; open: readonly string[] };
  report?: boolean;
  letter?: boolean;
  stage: 'draft' | 'submitted';
  /** Fields of the forms for what options cost, and for the plan over time that it carries. */
  costs?: readonly { option: OptionId; fields: Record<string, string> }[];
  plan?: Record<string, string>;
  /** Reason for which it was withdrawn. */
  withdrawn?: string;
}

export const SCENARIOS: readonly Scenario[] = [
  {
    title: 'Replace the shared service password of the pumps',
    description: 'The default service account is known on every ward. Rotate it through the configuration tool.',
    device: ['medfusion', 'syringe pump', 'infusion pump', 'pump'],
    kinds: ['credential_rotation'],
    stage: 'draft',
  },
  {
    title: 'Reinstall the console on our own Windows build',
    description: 'Proposed by IT after the third virus alert of the year.',
    device: ['symbia workplace', 'workplace', 'x-ray', 'ct'],
    kinds: ['os_replacement'],
    actor: 'hospital',
    stage: 'submitted',
    withdrawn: 'Nobody may do this without the maker. Segmentation is proposed instead.',
  },
  {
    title: 'Take the sequencer off the clinical network',
    description:
      'Results are printed; the interface to the laboratory system is to be closed until a replacement is bought.',
    device: ['nextseq', 'sequencer', 'analyser', 'laboratory'],
    kinds: ['isolation'],
    actor: 'hospital',
    facts: [{ key: 'is_health_it_system', value: 'yes', because: 'It sends results to the laboratory system.' }],
    stage: 'draft',
  },
  {
    title: 'Upgrade the console from Windows 7 to Windows 10',
    description:
      'The maker offers a release on Windows 10 IoT LTSC with new drivers, made on site by its own engineer.',
    device: ['biograph', 'xr656', 'ct scanner', 'x-ray'],
    kinds: ['os_upgrade'],
    actor: 'manufacturer',
    by: 'regulatory_affairs',
    neededBy: '2027-03-31',
    stage: 'submitted',
  },
  {
    title: 'Close remote desktop to the central monitoring station at the firewall',
    description: 'Rule set FW-2026-118: port 3389 closed from everywhere but the service gateway.',
    device: ['central monitoring station', 'patient monitor', 'monitor'],
    kinds: ['network_firewall'],
    actor: 'hospital',
    vulnerabilities: 1,
    cves: [{ cve: 'CVE-2019-0708', cvss: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    facts: [
      {
        key: 'within_network_requirements',
        value: 'yes',
        because: 'Port 3389 is not among the ports the network guide lists.',
        source: { document: 'Network planning guide', page: '22', date: '2024-05-02' },
      },
    ],
    safety: { conditions: {}, open: [] },
    report: true,
    stage: 'submitted',
  },
  {
    title: 'Switch off SMB version 1 on the visualisation server',
    description: 'Service disabled by policy; shares of the archive use version 3 already.',
    device: ['intellispace portal', 'visualisation', 'workstation', 'pacs'],
    kinds: ['hardening'],
    actor: 'hospital',
    vulnerabilities: 1,
    cves: [{ cve: 'CVE-2017-0144', cvss: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    answers: [
      {
        key: 'UK-MDR-H/UK-H3',
        value: 'yes',
        because: 'The hardening guide lists it among the settings an administrator may make.',
        source: { saidBy: 'the maker', document: 'Security and hardening guide', page: '31' },
      },
    ],
    safety: {
      conditions: { needed_functions: 'service laptop tested against the server first' },
      open: ['rollback'],
    },
    stage: 'submitted',
  },
  {
    title: 'Move the infusion pumps to a network segment of their own',
    description: 'VLAN 412 with access lists: gateway, time and directory only. Ward by ward, at night.',
    device: ['alaris 8015', 'spectrum', 'infusion pump', 'pump'],
    kinds: ['segmentation'],
    actor: 'hospital',
    facts: [
      {
        key: 'network_requirements_known',
        value: 'yes',
        because: 'The integration guide names ports, peers and protocols.',
        source: { document: 'Integration guide', page: '9' },
      },
      { key: 'clinical_safety_officer_involved', value: 'yes', because: 'Workshop of 4 November 2026.' },
    ],
    safety: {
      conditions: { fail_closed: 'network on-call can open the segment within 15 minutes, day and night' },
      open: ['latency', 'time_and_directory'],
    },
    stage: 'submitted',
  },
  {
    title: 'Install the hospital’s anti-virus agent on the image archive',
    description: 'Agent 7.3 with real-time scan; exclusions still to be agreed.',
    device: ['vue pacs', 'pacs', 'archive', 'server'],
    kinds: ['av_install'],
    actor: 'hospital',
    facts: [
      {
        key: 'covered_by_manufacturer_instructions',
        value: 'no',
        because: 'The manual names another product and no procedure.',
        source: { document: 'Service manual', page: '114' },
      },
    ],
    letter: true,
    stage: 'submitted',
  },
  {
    title: 'Install the March Windows security roll-up on the telemetry receiver',
    description:
      'KB5035888 from the update server, one unit first. Downtime 20 minutes a unit; bedside monitoring meanwhile.',
    device: ['telemetry receiver', 'telemetry', 'central station', 'monitor'],
    kinds: ['os_patch'],
    actor: 'hospital',
    vulnerabilities: 3,
    cves: [{ cve: 'CVE-2017-0144', cvss: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    neededBy: '2026-12-15',
    facts: [
      {
        key: 'covered_by_manufacturer_instructions',
        value: 'no',
        because: 'The security guide says that each patch is approved one by one.',
        source: { saidBy: 'the maker', document: 'Security guide', page: '12', date: '2025-02-11' },
      },
    ],
    safety: {
      conditions: {
        one_unit_first: 'one unit first, for 7 days',
        alarms: 'alarm-path test after every restart',
      },
      open: [],
    },
    costs: [
      {
        option: 'segmentation',
        fields: {
          ...{ downtime_least: '2', downtime_most: '4', downtime_source: 'Ward managers, meeting of 12 November' },
          ...{ staff_least: '24', staff_most: '40', staff_source: 'Network team' },
          ...{ lead_least: '14', lead_most: '28', lead_source: 'Network team' },
        },
      },
      {
        option: 'os_patch',
        fields: {
          ...{ downtime_least: '4', downtime_source: 'Twenty minutes a unit, twelve units' },
          ...{ lead_least: '14', lead_most: '28', lead_source: 'Clinical engineering: one unit first, for 7 days' },
        },
      },
    ],
    plan: {
      title: 'Segment now, patch when the maker has answered, replace in 2028',
      note: 'The segment stays after the patch: the next fault will find it there.',
      ...{ option_1: 'segmentation', from_1: '2026-12', note_1: 'VLAN of the telemetry, gateway and time server only' },
      ...{ option_2: 'os_patch', waits_2: 'supplier_answer' },
      ...{ option_3: 'replacement', from_3: '2028', note_3: 'In the capital plan of the year' },
    },
    report: true,
    letter: true,
    stage: 'submitted',
  },
];
