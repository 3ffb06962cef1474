/**
 * The fixed questions of a letter to a supplier, in blocks A to K, and which of them a kind of change needs: a letter
 * that asks everything is answered by nobody. What is asked as a deciding question is not asked here a second time.
 * The blocks and their MDS2 references follow our reading of what a supplier has to be asked; the sentences are ours.
 */
import type { KindId } from '../../regulation/kinds/kind-ids';
import type { WrittenChoice } from './drafting/choices';

export type BlockLetter = 'A' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K';

export interface FixedQuestion {
  /** Without the letter of its block: "permission" becomes "block:D.permission". */
  key: string;
  text: string;
  choices: WrittenChoice[];
  from: string;
  /** Facts that ask the same: where one of them is a deciding question, this one is left out. */
  sameAs?: readonly string[];
  /** Facts that the values of its choices state. */
  facts?: readonly string[];
}

export interface Circumstance {
  /** There is at least one vulnerability in annex B. */
  vulnerabilities: boolean;
  /** Markets in which the device is certified or the unit stands. */
  great_britain: boolean;
  europe: boolean;
  america: boolean;
  /** The NHS in England: its clinical safety standards apply. */
  england: boolean;
  /** A chart that asks whether the certificate is disturbed counts, so the maker is asked its questions. */
  lawCounts: boolean;
  /** Charts of the law that the maker would walk. */
  charts: readonly string[];
}

export const BLOCK_TITLES: Record<BlockLetter, string> = {
  A: 'Identity',
  C: 'Effect of the vulnerabilities',
  D: 'Permission',
  E: 'Regulatory position',
  F: 'Verification and way back',
  G: 'Network',
  H: 'Lifecycle',
  I: 'Accounts and remote access',
  J: 'Safety case',
  K: 'Your commitments',
};

const IDENTITY: FixedQuestion = {
  key: 'identity',
  text: 'Are the entries of annex A, certificates included, right for these units?',
  choices: [{ label: 'All right' }, { label: 'Corrections:', fill: '' }],
  from: 'MDS2 DOC-1 to DOC-7',
};

const EFFECT: FixedQuestion[] = [
  {
    key: 'effect',
    text: 'Please give the status and your rating in annex B. Could exploiting them harm a patient?',
    choices: [{ label: 'No' }, { label: 'Yes:', fill: '' }, { label: 'Being assessed, result by', fill: '' }],
    from: 'MDS2 CSUP-11',
  },
  {
    key: 'measures',
    text: 'Which measures do you recommend until the change is made?',
    choices: [{ label: 'Those of annex C are enough' }, { label: 'Others:', fill: '' }, { label: 'None known' }],
    from: 'MDS2 SGUD-4',
  },
];

const PERMISSION = (references: string): FixedQuestion => ({
  key: 'permission',
  text: 'May we make this change on the model and version named above?',
  choices: [
    { label: 'Yes, as described', value: true, id: 'yes' },
    { label: 'Yes, with conditions:', fill: '' },
    { label: 'Only your service may' },
    { label: 'No, because', fill: '', value: false, id: 'no' },
    { label: 'Not decided yet; by', fill: '' },
  ],
  from: references,
  facts: ['manufacturer_authorised'],
  sameAs: ['manufacturer_authorised', 'manufacturer_will_authorise'],
});

const VALIDATED: FixedQuestion = {
  key: 'validated',
  text: 'If not: when will your own validated update for this device be available?',
  choices: [{ label: 'It is, version', fill: '' }, { label: 'On (date)', fill: '' }, { label: 'None is planned' }],
  from: 'MDS2 CSUP-7, CSUP-11.2',
};

const STANDING: FixedQuestion = {
  key: 'standing',
  text: 'Does your answer also hold for later changes of the same kind?',
  choices: [{ label: 'Only for this one' }, { label: 'Also for later ones, if', fill: '' }],
  from: 'MDS2 CSUP-2.4, CSUP-9, CSUP-10',
};

const PROTECTION: FixedQuestion = {
  key: 'protection',
  text: 'Which products, versions, exclusions and scan times do you support on this device?',
  choices: [{ label: 'List attached' }, { label: 'None' }, { label: 'As follows:', fill: '' }],
  from: 'MDS2 MLDP-2.8, CSUP-4, CSUP-9',
};

const SCAN: FixedQuestion = {
  key: 'scan',
  text: 'Do you support an active vulnerability scan of this device, off the patient?',
  choices: [
    { label: 'Yes, with settings attached', value: true, id: 'yes' },
    { label: 'Only passively', value: false },
    { label: 'No', value: false },
  ],
  from: 'MDS2 SAHD-13',
  facts: ['active_scan_allowed'],
  sameAs: ['active_scan_allowed'],
};

const BODY = ({ great_britain, europe, america }: Circumstance): FixedQuestion => ({
  key: 'body',
  text: `Has ${
    [great_britain ? 'your Approved Body' : '', europe ? 'your Notified Body' : '', america ? 'the FDA' : '']
      .filter(Boolean)
      .join(' or ') || 'a conformity assessment body'
  } been told?`,
  choices: [{ label: 'Not needed' }, { label: 'Told on', fill: '' }, { label: 'Not yet; by', fill: '' }],
  from:
    [great_britain && 'UK MDR 2002', europe && 'MDR IX 4.10', america && '21 CFR 807.81'].filter(Boolean).join('; ') ||
    'MDR Annex IX 4.10',
});

const OWN_ASSESSMENT = ({ charts }: Circumstance): FixedQuestion => ({
  key: 'own_assessment',
  text: 'What is the result of your own assessment of this change?',
  choices: [{ label: 'No submission needed' }, { label: 'Submission needed' }, { label: 'Not yet; by', fill: '' }],
  from: charts.join('; ') || 'your change procedure; IEC 62304 7.4',
});

const REGULATORY: FixedQuestion[] = [
  {
    key: 'corrective_action',
    text: 'Is it a field safety corrective action or a recall?',
    choices: [
      { label: 'No', value: false },
      { label: 'Yes, reference', fill: '', value: true, id: 'yes' },
      { label: 'Being assessed' },
    ],
    facts: ['is_corrective_action'],
    from: 'UK MDR 2002 Part 4A; MDR Art. 87',
    sameAs: ['is_corrective_action'],
  },
  {
    key: 'certificate',
    text: 'Does the certificate, declaration or clearance cover the version that results?',
    choices: [{ label: 'Yes' }, { label: 'No' }, { label: 'From version', fill: '' }],
    from: 'IEC 62304 7.4',
  },
];

const VERIFICATION: FixedQuestion[] = [
  {
    key: 'verification',
    text: 'What must be tested after the change before the device goes back to patients?',
    choices: [{ label: 'Test attached' }, { label: 'Your usual acceptance test' }, { label: 'As follows:', fill: '' }],
    from: 'MDS2 CSUP-2.1',
  },
  {
    key: 'undo',
    text: 'Can the change be undone, and is a new calibration needed?',
    choices: [{ label: 'Undone as attached' }, { label: 'Cannot be undone' }, { label: 'Calibration needed' }],
    from: 'MDS2 DTBK-2, DTBK-5',
  },
];

const NETWORK: FixedQuestion[] = [
  {
    key: 'ports',
    text: 'Which ports, protocols and peers does the device need?',
    choices: [{ label: 'List attached' }, { label: 'As follows:', fill: '' }],
    from: 'MDS2 CONN-2, CONN-3, CONN-4, DOC-10; IEC 60601-1 14.13',
    sameAs: ['network_requirements_known'],
  },
  {
    key: 'services',
    text: 'What bandwidth, delay, time, name and directory services does it need?',
    choices: [{ label: 'None beyond the list' }, { label: 'As follows:', fill: '' }],
    from: 'MDS2 CONN, AUDT-4.1.1; IEC 60601-1 14.13',
  },
  {
    key: 'network_loss',
    text: 'What does it do when the network is lost or a connection is blocked?',
    choices: [{ label: 'Works fully' }, { label: 'Works with limits:', fill: '' }, { label: 'Stops or loses alarms' }],
    from: 'MDS2 CONN-6, DOC-6; MDR Annex I 17.4',
    sameAs: ['connection_needed', 'disconnected_operation_documented'],
  },
  {
    key: 'network_support',
    text: 'Do you support the device behind the network measure we propose?',
    choices: [{ label: 'Yes' }, { label: 'Yes, if', fill: '' }, { label: 'No, because', fill: '' }],
    from: 'MDS2 NAUT-2; IMDRF N70 7.1.2',
    sameAs: ['within_network_requirements'],
  },
];

const LIFECYCLE: FixedQuestion[] = [
  {
    key: 'support_ends',
    text: 'Until when do you support the device and its operating system?',
    choices: [{ label: 'Device until', fill: '' }, { label: 'System until', fill: '' }, { label: 'Ended' }],
    from: 'MDS2 RDMP-3, RDMP-4; IMDRF N70 7.1',
  },
  {
    key: 'sbom',
    text: 'Can you send a software bill of materials (SBOM) for the installed version?',
    choices: [{ label: 'Attached' }, { label: 'On (date)', fill: '' }, { label: 'None exists' }],
    from: 'MDS2 SBOM-1, SBOM-2',
  },
];

const UPGRADE: FixedQuestion = {
  key: 'upgrade',
  text: 'Which upgrade do you offer, and on what terms?',
  choices: [{ label: 'Offer attached' }, { label: 'None' }, { label: 'As follows:', fill: '' }],
  from: 'MDS2 RDMP-4; IMDRF N70 7.3',
};

const ACCESS: FixedQuestion[] = [
  {
    key: 'accounts',
    text: 'Which default and service accounts exist, and how may their passwords or keys be changed?',
    choices: [
      { label: 'List and method attached' },
      { label: 'All may be changed' },
      { label: 'Fixed ones:', fill: '' },
    ],
    from: 'MDS2 PAUT-1, PAUT-4, PAUT-5, SGUD-3',
    sameAs: ['credential_rotation_allowed'],
  },
  {
    key: 'remote_access',
    text: 'How does your service reach the device, and with a second factor?',
    choices: [{ label: 'Not at all' }, { label: 'With a second factor' }, { label: 'Without one' }],
    from: 'MDS2 RMOT-1 to RMOT-3, PAUT-8',
    sameAs: ['supplier_remote_access', 'remote_access_mfa'],
  },
];

const WIPE: FixedQuestion = {
  key: 'erase',
  text: 'How are patient data and keys erased so that it can be shown?',
  choices: [{ label: 'Instructions attached' }, { label: 'By your service' }, { label: 'Cannot be erased' }],
  from: 'MDS2 SGUD-2, MPII-2',
};

const SAFETY_CASE: FixedQuestion = {
  key: 'safety_case',
  text: 'Please send the safety case report and hazard log for the version that results.',
  choices: [{ label: 'Attached' }, { label: 'Unchanged, version', fill: '' }, { label: 'Not health IT (DCB0129)' }],
  from: 'DCB0129 3.5.3, 7.3.3',
};

const COMMITMENT: FixedQuestion = {
  key: 'time_to_patch',
  text: 'What is your time from a published vulnerability to a validated patch, and whom do we tell of findings?',
  choices: [{ label: 'Policy attached' }, { label: 'Days:', fill: '' }, { label: 'Contact:', fill: '' }],
  from: 'IEC 81001-5-1 6.1.1; MDS2 DOC-8',
};

/** A patch of what others made, and one of the maker's own making, which also has a list of components to show. */
const UPDATE: BlockLetter[] = ['A', 'C', 'D', 'E', 'F', 'H', 'J'];
const OWN_UPDATE: BlockLetter[] = [...UPDATE, 'K'];
const SETTING: BlockLetter[] = ['A', 'C', 'D', 'E', 'F', 'J'];
const AROUND: BlockLetter[] = ['A', 'C', 'G'];

/** Blocks per kind of change; a block that nothing in the circumstances needs falls away by itself. */
const BY_KIND: Record<KindId, BlockLetter[]> = {
  os_patch: UPDATE,
  app_patch: OWN_UPDATE,
  firmware_update: OWN_UPDATE,
  feature_update: UPDATE,
  os_upgrade: UPDATE,
  os_replacement: UPDATE,
  component_update: OWN_UPDATE,
  hardware_swap: UPDATE,
  virtualisation: ['A', 'C', 'D', 'E', 'F', 'G', 'H', 'J'],
  av_install: SETTING,
  av_signature_update: ['A', 'D', 'F'],
  edr_agent: [...SETTING, 'G'],
  allow_listing: SETTING,
  host_firewall: ['A', 'C', 'D', 'F', 'G'],
  hardening: [...SETTING, 'G'],
  credential_rotation: ['A', 'D', 'F', 'I'],
  certificate_renewal: ['A', 'D', 'F', 'I'],
  encryption_or_auth: SETTING,
  mfa_or_lock: [...SETTING, 'I'],
  logging: ['A', 'D', 'F'],
  remote_access: ['A', 'D', 'G', 'I'],
  network_firewall: AROUND,
  segmentation: AROUND,
  passive_ids: AROUND,
  inline_ips: AROUND,
  isolation: AROUND,
  active_scan: ['A', 'D', 'F'],
  backup_restore: ['A', 'D', 'F'],
  reimage: ['A', 'C', 'D', 'F'],
  rollback: ['A', 'C', 'D', 'F'],
  security_notice: ['A', 'C', 'E', 'K'],
  decommission: ['A', 'H', 'I'],
};

const PROTECTION_KINDS: readonly KindId[] = ['av_install', 'av_signature_update', 'edr_agent', 'allow_listing'];
const NEW_SYSTEM_KINDS: readonly KindId[] = ['os_upgrade', 'os_replacement', 'feature_update', 'virtualisation'];

const OWN_MAKING_KINDS: readonly KindId[] = ['app_patch', 'firmware_update', 'component_update'];

/** References of MDS2 that speak of permission, by kind. */
function permissionSource(kinds: readonly KindId[]): string {
  const has = (...some: KindId[]) => kinds.some((kind) => some.includes(kind));
  if (has('firmware_update')) return 'MDS2 CSUP-3.1 to CSUP-3.4, SAHD-3.2';
  if (has(...PROTECTION_KINDS)) return 'MDS2 MLDP-2.3, CSUP-4.1 to CSUP-4.4';
  if (has('component_update')) return 'MDS2 CSUP-5.1 to CSUP-5.4';
  if (has('hardening', 'host_firewall')) return 'MDS2 SAHD-7 to SAHD-14, NAUT-2';
  if (has('credential_rotation', 'mfa_or_lock')) return 'MDS2 PAUT-5, PAUT-8, SGUD-3';
  return 'MDS2 CSUP-2.1 to CSUP-2.4, CSUP-6, CSUP-7';
}

function questionsOf(letter: BlockLetter, kinds: readonly KindId[], circumstance: Circumstance): FixedQuestion[] {
  const has = (some: readonly KindId[]) => kinds.some((kind) => some.includes(kind));
  switch (letter) {
    case 'A':
      return [IDENTITY];
    case 'C':
      return circumstance.vulnerabilities ? EFFECT : EFFECT.slice(1);
    case 'D':
      if (has(['active_scan'])) return [SCAN];
      if (has(PROTECTION_KINDS)) return [PERMISSION(permissionSource(kinds)), PROTECTION];
      return [PERMISSION(permissionSource(kinds)), VALIDATED, STANDING];
    case 'E':
      // Where a chart of the law counts, its open questions are asked instead.
      return [...(circumstance.lawCounts ? [] : [OWN_ASSESSMENT(circumstance)]), BODY(circumstance), ...REGULATORY];
    case 'F':
      return VERIFICATION;
    case 'G':
      return NETWORK;
    case 'H':
      if (has(NEW_SYSTEM_KINDS)) return [...LIFECYCLE, UPGRADE];
      return has(OWN_MAKING_KINDS) ? LIFECYCLE : LIFECYCLE.slice(0, 1);
    case 'I':
      return has(['decommission']) ? [WIPE] : ACCESS;
    case 'J':
      return circumstance.england ? [SAFETY_CASE] : [];
    case 'K':
      return [COMMITMENT];
  }
}

/** The blocks that a letter about these kinds of change needs; for no known kind all that could matter on a device. */
export const blockLettersOf = (kinds: readonly KindId[]): BlockLetter[] => {
  const wanted = new Set<BlockLetter>(kinds.length === 0 ? UPDATE : kinds.flatMap((kind) => BY_KIND[kind]));
  return (Object.keys(BLOCK_TITLES) as BlockLetter[]).filter((letter) => wanted.has(letter));
};

/**
 * The questions of these blocks, in the order of their letters; a block that nothing needs falls away by itself.
 * @param asked facts that are asked as deciding questions already
 */
export function blocksFor(
  letters: readonly BlockLetter[],
  kinds: readonly KindId[],
  circumstance: Circumstance,
  asked: ReadonlySet<string>,
): { letter: BlockLetter; title: string; questions: FixedQuestion[] }[] {
  return letters
    .map((letter) => ({
      letter,
      title: letter === 'C' && !circumstance.vulnerabilities ? 'Measures meanwhile' : BLOCK_TITLES[letter],
      questions: questionsOf(letter, kinds, circumstance).filter(
        (question) => !question.sameAs?.some((fact) => asked.has(fact)),
      ),
    }))
    .filter((block) => block.questions.length > 0);
}
