/**
 * Clinical-safety prompts: what a person must look at before a change is made here and now. They come from the safety
 * focus of each kind of change, the triggers named for the benefit/risk question, and the clinical safety standards of
 * the deploying organisation. Which prompts a kind gets is our own selection (derived); a person answers each.
 */
import type { Confidence } from '../../regulation/chart';
import type { KindId } from '../../regulation/kinds/kind-ids';

export interface SafetyPrompt {
  key: string;
  title: string;
  asks: string;
  why: string;
  citation: string;
  /** How sure the link between this prompt and its source is. */
  confidence: Confidence;
}

const MODIFYING = 'DCB0160 (modification of a deployed system); DCB0129 7.3.2';
const BALANCE = 'MDCG 2019-16 Rev.1 §2.2';
const KEEPS = 'MDCG 2019-16 Rev.1 §3.2, §3.3';
const NETWORK = 'IMDRF N60 6.4.1; MDR Annex I 17.4';

const prompt = (
  title: string,
  asks: string,
  why: string,
  citation: string,
  confidence: Confidence,
): Omit<SafetyPrompt, 'key'> => ({ title, asks, why, citation, confidence });

const PROMPTS = {
  downtime: prompt(
    'Downtime',
    'Can each unit be spared for as long as the change takes, at the time it is planned for?',
    'The unit is out of use while the change is made, and longer when it goes wrong.',
    MODIFYING,
    'D',
  ),
  reboot: prompt(
    'Restart',
    'If it restarts, is that certain to happen off the patient and never by itself?',
    'An automatic restart in the middle of care is one of the known ways in which a patch does harm.',
    KEEPS,
    'i',
  ),
  fallback: prompt(
    'Fallback',
    'Is another device or a manual procedure ready on the ward, and do the staff know it?',
    'Downtime and failure are hazards of every change to a deployed system.',
    MODIFYING,
    'D',
  ),
  alarms: prompt(
    'Alarms',
    'Do alarms still sound, show and reach whoever must hear them, also after a restart?',
    'Lost or delayed alarms are a hazard that a change, or its failure, may add.',
    MODIFYING,
    'D',
  ),
  interfaces: prompt(
    'Interfaces',
    'Do orders, results, images and vital signs still flow to and from the other systems?',
    'Drivers, ports and accounts on which an interface rests are what security changes touch.',
    MODIFYING,
    'D',
  ),
  right_results: prompt(
    'Results and display',
    'Are results, units, patient identity and the screen the same as before, as far as the clinician relies on them?',
    'A new software version may change what is shown or computed; wrong data are harder to see than no data.',
    MODIFYING,
    'D',
  ),
  calibration: prompt(
    'Calibration and control',
    'Are calibration, motion, dose or measurement checked before the unit goes back to a patient?',
    'Firmware and drivers stand between the software and the physical function.',
    'MDR Annex I 17.1',
    'D',
  ),
  return_to_service: prompt(
    'Return to service',
    'Is there an acceptance test that the unit must pass before it is used again?',
    'Verification after a remedial action belongs to the maker for the release and to the hospital for the unit.',
    MODIFYING,
    'D',
  ),
  one_unit_first: prompt(
    'One unit first',
    'Will it run on one unit, watched, before it reaches the others, and for how long?',
    'Staging on one unit limits the harm of what no test has found.',
    'DCB0129 7.3.2 (effort in proportion to the change)',
    'i',
  ),
  rollback: prompt(
    'Way back',
    'Is there a tested way back to the present state, and somebody who can walk it?',
    'A failed roll-back is a hazard of its own.',
    MODIFYING,
    'D',
  ),
  unusable_after_failure: prompt(
    'Failed update',
    'If the update breaks off, can the unit be brought back without the maker, and how soon?',
    'An interrupted firmware update may leave a unit unusable.',
    MODIFYING,
    'D',
  ),
  load_and_timing: prompt(
    'Load and timing',
    'Does every time-critical function keep its timing under the added load?',
    'Added latency or processor load on a time-critical function is a trigger to ask about benefit and risk.',
    KEEPS,
    'i',
  ),
  clinical_files: prompt(
    'Blocked or quarantined files',
    'Can it block, quarantine or delete a program or file that the device needs, and are the exclusions set?',
    'A scan of clinical files has stopped a monitor in the middle of a procedure.',
    KEEPS,
    'i',
  ),
  needed_functions: prompt(
    'What is switched off',
    'Does nobody on the ward or in service need what is switched off or blocked: ports, media, programs, accounts?',
    'Blocking executables, ports or media used clinically or for service is a trigger to ask about benefit and risk.',
    KEEPS,
    'i',
  ),
  emergency_access: prompt(
    'Emergency access',
    'Can a clinician use the device at once in an emergency, without waiting for a password, a token or a person?',
    'Security can be too restrictive: emergency access must stay possible.',
    BALANCE,
    'V',
  ),
  vital_signs_visible: prompt(
    'Vital signs stay visible',
    'Does the screen keep showing what must be seen at all times?',
    'A screen lock is wrong where vital signs must be seen.',
    BALANCE,
    'V',
  ),
  account_users: prompt(
    'Who else uses the account',
    'Are all interfaces, services and people known that use the account, key or certificate that changes?',
    'Interfaces that use an old account stop silently.',
    MODIFYING,
    'D',
  ),
  network_flows: prompt(
    'Flows that must get through',
    'Are all flows that the device needs known and let through: alarms, orders, results, time, directory, licences?',
    'What the device needs of its network is the maker’s to state and the network’s to keep.',
    NETWORK,
    'V',
  ),
  latency: prompt(
    'Delay',
    'Does the added delay stay below what the device tolerates, also at the busiest hour?',
    'Delay is one of the hazards of moving a device behind another network element.',
    NETWORK,
    'D',
  ),
  fail_closed: prompt(
    'When the measure itself fails',
    'If the network element fails or blocks too much, what happens to care, and who switches it back at night?',
    'A firewall or prevention system that fails closed takes the device off the network.',
    'IMDRF N70 (limits of compensating controls)',
    'D',
  ),
  loss_of_network: prompt(
    'Without the network',
    'Does the device work safely without its connection, and is the manual way of working known and staffed?',
    'Isolation can remove alarms, orders, results, time and updates.',
    NETWORK,
    'D',
  ),
  time_and_directory: prompt(
    'Time and directory',
    'Does the clock stay right, and can people still log in, without the servers it is cut off from?',
    'A clock that drifts puts results in the wrong order.',
    NETWORK,
    'D',
  ),
  same_type_together: prompt(
    'Not all in one place',
    'Does one fault leave some devices of each type working, not all of them dead at once?',
    'Putting all devices of one type into one segment turns one fault into a lost service.',
    'NHS England, network segmentation principles (pathology)',
    'V',
  ),
  safety_officer: prompt(
    'Risk assessment with the clinical safety officer',
    'Has the clinical safety officer taken part in the risk assessment, and is business continuity in it?',
    'Segmentation of diagnostic devices is to rest on a risk assessment made with the clinical safety officer.',
    'NHS England, network segmentation principles; DCB0160',
    'V',
  ),
  maker_service: prompt(
    'The maker’s service',
    'Can the maker’s service still reach and repair the unit, at the speed that care needs?',
    'Loss of remote service is a trigger to ask about benefit and risk.',
    KEEPS,
    'i',
  ),
  failure_behaviour: prompt(
    'Behaviour on failure',
    'Does the device still fail in the way its users expect: lost link, refused login, expired certificate?',
    'Changed behaviour on failure is a trigger to ask about benefit and risk.',
    KEEPS,
    'i',
  ),
  off_patient: prompt(
    'Off the patient',
    'Is it certain that no unit is on a patient while this runs?',
    'An active scan can stop a device that was never tested against one.',
    'MDS2 SAHD-13; DCB0160',
    'D',
  ),
  restore_point: prompt(
    'The state it returns to',
    'Is the state restored the one the maker validated for this unit, with its settings and its patient data?',
    'A restore may bring back a state that was never accepted, or reopen a vulnerability.',
    MODIFYING,
    'D',
  ),
  disk_space: prompt(
    'Room and load',
    'Is there room on the disk, and does the unit keep working when it fills up?',
    'Logs and backups fill disks; a full disk stops a device.',
    MODIFYING,
    'D',
  ),
  continuity: prompt(
    'Continuity of care',
    'Is the service that this unit gave covered from the first day without it?',
    'Withdrawal is a modification too: continuity, transfer of data and their destruction belong to it.',
    'DCB0160 (decommissioning)',
    'V2',
  ),
  patient_data: prompt(
    'Patient data',
    'Are data that care still needs transferred, and the rest destroyed in a way that can be shown?',
    'Data left on a withdrawn unit are lost to care and found by others.',
    'DCB0160 (decommissioning)',
    'V2',
  ),
  users_told: prompt(
    'Told in time',
    'Do the people who use the device know what changes for them, and from when?',
    'A changed warning, screen or way of working that nobody heard of is a hazard.',
    MODIFYING,
    'D',
  ),
} satisfies Record<string, Omit<SafetyPrompt, 'key'>>;

type PromptKey = keyof typeof PROMPTS;

const UPDATE: PromptKey[] = ['downtime', 'reboot', 'fallback', 'alarms', 'interfaces'];
const STAGED: PromptKey[] = ['one_unit_first', 'return_to_service', 'rollback'];
const AGENT: PromptKey[] = ['load_and_timing', 'clinical_files', 'alarms', 'fallback'];
const IN_NETWORK: PromptKey[] = ['network_flows', 'alarms', 'latency', 'maker_service', 'fail_closed', 'rollback'];

const BY_KIND: Record<KindId, PromptKey[]> = {
  os_patch: [...UPDATE, ...STAGED],
  app_patch: ['downtime', 'fallback', 'right_results', 'alarms', 'interfaces', 'users_told', ...STAGED],
  firmware_update: ['downtime', 'fallback', 'unusable_after_failure', 'calibration', 'alarms', 'interfaces', ...STAGED],
  feature_update: ['downtime', 'fallback', 'right_results', 'alarms', 'interfaces', 'users_told', ...STAGED],
  os_upgrade: [...UPDATE, 'load_and_timing', 'right_results', ...STAGED],
  os_replacement: [...UPDATE, 'load_and_timing', 'right_results', 'calibration', ...STAGED],
  av_install: [...AGENT, 'reboot', ...STAGED],
  av_signature_update: ['clinical_files', 'load_and_timing', 'fallback', 'one_unit_first', 'rollback'],
  edr_agent: [...AGENT, 'network_flows', 'reboot', ...STAGED],
  allow_listing: ['clinical_files', 'needed_functions', 'maker_service', 'fallback', 'emergency_access', ...STAGED],
  host_firewall: ['network_flows', 'alarms', 'interfaces', 'maker_service', 'fallback', ...STAGED],
  hardening: ['needed_functions', 'interfaces', 'alarms', 'maker_service', 'fallback', ...STAGED],
  credential_rotation: ['emergency_access', 'account_users', 'interfaces', 'maker_service', 'rollback'],
  certificate_renewal: ['account_users', 'interfaces', 'failure_behaviour', 'fallback', 'rollback'],
  encryption_or_auth: ['load_and_timing', 'failure_behaviour', 'alarms', 'interfaces', 'emergency_access', ...STAGED],
  mfa_or_lock: ['emergency_access', 'vital_signs_visible', 'alarms', 'users_told', 'one_unit_first', 'rollback'],
  logging: ['disk_space', 'load_and_timing', 'one_unit_first', 'rollback'],
  remote_access: ['maker_service', 'emergency_access', 'network_flows', 'failure_behaviour', 'rollback'],
  component_update: ['downtime', 'fallback', 'right_results', 'alarms', 'interfaces', ...STAGED],
  network_firewall: [...IN_NETWORK, 'fallback'],
  segmentation: ['safety_officer', 'same_type_together', ...IN_NETWORK, 'time_and_directory', 'fallback'],
  passive_ids: ['network_flows', 'fail_closed'],
  inline_ips: [...IN_NETWORK, 'fallback', 'one_unit_first'],
  isolation: ['loss_of_network', 'alarms', 'interfaces', 'time_and_directory', 'maker_service', 'fallback', 'rollback'],
  active_scan: ['off_patient', 'downtime', 'fallback', 'return_to_service', 'one_unit_first'],
  backup_restore: ['restore_point', 'disk_space', 'load_and_timing', 'downtime', 'return_to_service'],
  reimage: ['downtime', 'fallback', 'restore_point', 'calibration', 'alarms', 'interfaces', 'return_to_service'],
  rollback: ['downtime', 'fallback', 'restore_point', 'alarms', 'interfaces', 'return_to_service'],
  hardware_swap: ['downtime', 'fallback', 'calibration', 'alarms', 'interfaces', 'return_to_service', 'one_unit_first'],
  virtualisation: [...UPDATE, 'latency', 'load_and_timing', 'fail_closed', ...STAGED],
  security_notice: ['users_told', 'fallback'],
  decommission: ['continuity', 'patient_data', 'interfaces', 'users_told'],
};

const byKey = new Map<string, SafetyPrompt>(Object.entries(PROMPTS).map(([key, one]) => [key, { key, ...one }]));

/** The prompts of a change, each once, in the order in which they are asked. Several kinds: all of their prompts. */
export function promptsFor(kinds: readonly string[]): SafetyPrompt[] {
  const keys = new Set(kinds.flatMap((kind) => (Object.hasOwn(BY_KIND, kind) ? BY_KIND[kind as KindId] : [])));
  return [...keys].flatMap((key) => byKey.get(key) ?? []);
}

/** The prompt of a key that comes from outside, or undefined. */
export const safetyPrompt = (key: string): SafetyPrompt | undefined => byKey.get(key);
