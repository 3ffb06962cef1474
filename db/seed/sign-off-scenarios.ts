/**
 * What became of the demonstration's changes: histories of two years, told in days before today, so that clocks run
 * whenever the demonstration is loaded. Every sentence is invented; no maker or hospital said any of it.
 */
import type { Outcome } from '../../app/features/implementation/outcomes';
import type { DissentParty } from '../schema/sign-off.server';
import type { Fact, History, Person, Plan } from './sign-off-acts';

const REQUIREMENTS: Fact = {
  key: 'network_requirements_known',
  value: 'yes',
  because: 'The integration guide names ports, peers and protocols.',
  document: 'Integration guide',
  page: '9',
};
const SAFETY_OFFICER: Fact = {
  key: 'clinical_safety_officer_involved',
  value: 'yes',
  because: 'Walked through with clinical safety before it was proposed.',
};
const WITHIN: Fact = {
  key: 'within_network_requirements',
  value: 'yes',
  because: 'Nothing is closed that the network guide lists.',
  document: 'Network planning guide',
  page: '22',
};
const AROUND: readonly Fact[] = [REQUIREMENTS, SAFETY_OFFICER, WITHIN];

const said = (key: string, value: string, because: string, document = ''): Fact => ({ key, value, because, document });

/** Nothing is left open: the approval is good for a year. With a question open it is good for a month. */
const SETTLED: readonly Fact[] = [
  ...AROUND,
  said('segment_holds_single_device_type', 'no', 'Gateway and server stand in the same segment.'),
  said('is_health_it_system', 'yes', 'It gives information to the wards in real time.', 'Scope of the safety case'),
  said('could_change_clinical_risk', 'yes', 'A unit that is not seen sends no alarms.', 'Hazard log'),
  said('clinical_risk_score', '2', 'Judged with the ward managers, with the measure in place.', 'Hazard log'),
  said('clinical_risk_changed', 'no', 'No hazard scores higher than before.', 'Hazard log'),
  said('change_permit_covers', 'no', 'There is no permit for this kind of change yet.'),
  said('network_risk_file_current', 'yes', 'Reviewed with the asset list of the quarter.', 'Network risk file'),
  said('new_or_modified_hazard', 'no', 'None beside those in the log.', 'Hazard log'),
  said('adversely_affects_safety_or_performance', 'no', 'Measured on a unit in the workshop.', 'Test record'),
  said('responsibility_agreement_covers', 'yes', 'Network and devices share one on-call.', 'Responsibility agreement'),
  said('go_live_decision_recorded', 'yes', 'With the baseline of the configuration.', 'Change board minutes'),
];

const PLAN: Plan = {
  timing: 'Mornings after the ward round, one ward a day; each unit is out of reach for 15 minutes.',
  steps: 'Move the port, renew the address, check that the unit is seen by its server, test the alarm path.',
  backOut: 'The old port stays configured for 14 days; network on-call moves the unit back within 15 minutes.',
  success: 'The server shows every unit, alarms arrive at the station, nothing is denied in the log for 24 hours.',
};

const done = (
  ago: number,
  units: number | 'rest',
  outcome: Outcome = 'done',
  more: { fault?: string; back?: string } = {},
) => ({ act: 'record', ago, by: 'engineer', units, outcome, ...more }) as const;
const everybody = (ago: number) => ({ act: 'sign', ago }) as const;
const begin = (ago: number) => ({ act: 'begin', ago, by: 'engineer' }) as const;
const toVerification = (ago: number) => ({ act: 'verify', ago, by: 'engineer' }) as const;
const dissent = (ago: number, by: Person, party: DissentParty, opinion: string, voice = '') =>
  ({ act: 'dissent', ago, by, party, opinion, voice }) as const;

/** In the order in which they were proposed. */
export const HISTORIES: Record<'northbridge' | 'anselm', readonly History[]> = {
  northbridge: [
    {
      title: 'Put the old bedside monitors behind a firewall of their own',
      description: 'No patches come any more. A firewall per ward, only the central station and time let through.',
      device: ['mp70', 'patient monitor', 'monitor'],
      kinds: ['network_firewall'],
      facts: AROUND,
      risk: { before: [4, 4], after: [4, 2] },
      plan: PLAN,
      proposed: 735,
      put: 731,
      acts: [
        everybody(730),
        {
          ...{ act: 'accept', ago: 726, by: 'risk_owner', reviewOn: 640, expiresOn: 361 },
          what: 'Known vulnerabilities of the monitors stay open behind the firewall until they are replaced.',
          because:
            'Replacement is in the capital plan of next year; the firewall takes away the way in from the wards.',
        },
        begin(724),
        done(722, 'rest'),
        toVerification(716),
        {
          ...{ act: 'close', ago: 714, by: 'regulatory_affairs', outcome: 'with_deviations' },
          words: 'Every unit is behind its firewall. The checklist was filled in on paper and is in the ward folder.',
        },
      ],
    },
    {
      title: 'Take the SPECT workplaces off the internet',
      description: 'No route outside; the archive and the dose server only.',
      device: ['symbia.net', 'workplace'],
      kinds: ['isolation'],
      facts: AROUND,
      risk: { before: [3, 4], after: [2, 2] },
      proposed: 520,
      put: 514,
      acts: [everybody(512), { act: 'expire', ago: 481 }],
    },
    {
      title: 'Split the dispensing cabinets from the office network',
      description: 'VLAN 430 with access lists to the pharmacy server.',
      device: ['pyxis', 'cabinet', 'anesthesia'],
      kinds: ['segmentation'],
      facts: AROUND,
      risk: { before: [3, 3], after: [3, 2] },
      proposed: 430,
      put: 424,
      acts: [
        dissent(
          ...([423, 'regulatory_affairs', 'clinician'] as const),
          'In theatre a cabinet that cannot be opened costs minutes that nobody has.',
          'Dr A. Mensah, anaesthetics, in the workshop on the segment',
        ),
        {
          ...{ act: 'answer', ago: 421, by: 'clinical_safety' },
          answer: 'The cabinet opens by key without the network. The key is now in the theatre’s emergency box.',
        },
        { act: 'sign', ago: 420, only: ['author', 'clinical_safety', 'regulatory_affairs'] },
        {
          ...{ act: 'sign', ago: 416, only: ['risk_owner'], decide: 'reject' },
          reason: 'Two months before the cabinets are replaced this is effort for nothing. Bring it with the new ones.',
        },
      ],
    },
    {
      title: 'Close the remote service port of the telemetry server',
      description: 'Port 5900 closed at once: somebody from outside had a session open that nobody ordered.',
      device: ['apexpro', 'telemetry server'],
      kinds: ['network_firewall'],
      facts: AROUND,
      risk: { before: [5, 4], after: [3, 2] },
      proposed: 300,
      acts: [
        { act: 'emergency', ago: 300, by: 'engineer', reason: 'A foreign session is open on the telemetry server.' },
        { act: 'confirm', ago: 300, by: 'risk_owner' },
        done(300, 'rest'),
        // 72 hours later the clock has run out.
        { act: 'overdue', ago: 296 },
        everybody(294),
        toVerification(290),
        {
          ...{ act: 'close', ago: 289, by: 'regulatory_affairs', outcome: 'with_deviations' },
          words:
            'The port is closed and stays closed. The signatures came late: the risk owner was away and nobody stood in.',
        },
      ],
    },
    {
      title: 'Give the wireless infusion pumps a network of their own',
      description: 'SSID and VLAN 418 for pumps only: gateway, time and directory.',
      device: ['agilia', 'infusion pump', 'pump'],
      kinds: ['segmentation'],
      facts: SETTLED,
      risk: { before: [4, 3], after: [4, 2] },
      safety: { fail_closed: 'network on-call can open the segment within 15 minutes, day and night' },
      plan: PLAN,
      hazard: {
        title: 'Pump loses its drug library server',
        cause: 'An access list closes a port that the update of the library needs.',
        effect: 'The pump infuses with an older library until somebody notices.',
        control: 'Library versions are compared every morning for a week.',
      },
      proposed: 190,
      put: 180,
      acts: [
        everybody(178),
        begin(175),
        done(172, 'rest'),
        { act: 'checks', ago: 168, by: 'engineer' },
        toVerification(167),
        {
          act: 'close',
          ago: 165,
          by: 'regulatory_affairs',
          outcome: 'as_planned',
          words: 'All pumps seen, alarms tested.',
        },
        { act: 'standard', ago: 160, by: 'risk_owner', title: 'Pumps onto the pump network', days: 340 },
      ],
    },
    {
      title: 'Watch the traffic of the infusion pumps passively',
      description: 'A sensor on a mirror port of the pump segment. It listens and sends nothing.',
      device: ['agilia', 'infusion pump', 'pump'],
      kinds: ['passive_ids'],
      facts: SETTLED,
      risk: { before: [4, 3], after: [4, 2] },
      plan: PLAN,
      proposed: 150,
      put: 142,
      acts: [
        everybody(140),
        { act: 'standard', ago: 130, by: 'risk_owner', title: 'Passive sensor beside a pump segment', days: 330 },
        {
          ...{ act: 'step', ago: 60, by: 'risk_owner', step: 'revoke' },
          reason: 'The sensor’s maker was found to send samples abroad. Another product is looked for.',
        },
      ],
    },
    {
      title: 'Retire the carrier modem of the home monitors',
      description: 'The telephone line is cut off by the carrier; patients get the mobile model.',
      device: ['cardiomessenger', 'home'],
      kinds: ['decommission'],
      facts: [SAFETY_OFFICER],
      risk: { before: [3, 3], after: [2, 2] },
      proposed: 120,
      put: 115,
      acts: [
        {
          ...{ act: 'step', ago: 113, by: 'clinical_safety', step: 'send-back' },
          reason: 'Which patients have no mobile reception at home? Without that list nobody can judge it.',
        },
      ],
    },
    {
      title: 'Route the wards’ monitors through the new core switch',
      description: 'Ward by ward; the old switch is switched off at the end.',
      device: ['mx750', 'patient monitor'],
      kinds: ['segmentation'],
      facts: AROUND,
      risk: { before: [4, 3], after: [4, 2] },
      proposed: 95,
      acts: [
        {
          ...{ act: 'step', ago: 80, by: 'engineer', step: 'hold' },
          reason: 'Delivery of the switch is late by two months.',
        },
      ],
    },
    {
      title: 'Filter the network of the spot monitors',
      description: 'Only the central station and the directory may be reached.',
      device: ['spot monitor', 'vital signs'],
      kinds: ['network_firewall'],
      facts: SETTLED,
      risk: { before: [4, 3], after: [4, 2] },
      plan: PLAN,
      proposed: 70,
      put: 62,
      acts: [
        everybody(60),
        {
          ...{ act: 'fact', ago: 41, by: 'regulatory_affairs' },
          fact: {
            ...{ key: 'within_network_requirements', value: 'no', document: 'Network guide, edition 7', page: '14' },
            because: 'The new edition of the guide asks for port 7711, which the filter closes.',
          },
        },
      ],
    },
    {
      title: 'Move the telemetry receivers to a segment of their own',
      description:
        'VLAN 420 with access lists: telemetry server, time and directory. One receiver at a time, at night.',
      device: ['telemetry receiver', '96280'],
      kinds: ['segmentation'],
      facts: SETTLED,
      risk: { before: [4, 3], after: [4, 2] },
      safety: { fail_closed: 'network on-call can open the segment within 15 minutes, day and night' },
      plan: PLAN,
      proposed: 48,
      put: 40,
      acts: [
        everybody(37),
        begin(30),
        done(27, 7),
        done(24, 1, 'rolled_back', {
          fault: 'No alarms at the station after the move',
          back: 'Old port taken into use again within 10 minutes; alarms tested',
        }),
      ],
    },
    {
      title: 'Isolate the CT consoles at night',
      description: 'Outside of working hours only the archive is reached.',
      device: ['optima ct', 'ct scanner', 'ct'],
      kinds: ['isolation'],
      facts: SETTLED,
      risk: { before: [4, 3], after: [4, 2] },
      plan: PLAN,
      proposed: 44,
      put: 38,
      acts: [everybody(36), begin(30), done(26, 'rest'), toVerification(4)],
    },
    {
      title: 'Let the anaesthesia machines reach their server only',
      description: 'Access lists on the theatre switches.',
      device: ['aisys', 'anaesthesia', 'anesthesia'],
      kinds: ['network_firewall'],
      facts: SETTLED,
      risk: { before: [4, 3], after: [4, 2] },
      plan: PLAN,
      proposed: 26,
      put: 19,
      acts: [
        {
          ...{ act: 'sign', ago: 17, decide: 'approve_with_conditions' },
          reason: 'Only once theatres know what to do when a machine is not seen.',
          conditions: [
            {
              ...{ text: 'Theatre staff have the one-page instruction', before: 'implementation', owner: 'engineer' },
              dueIn: 12,
            },
            { text: 'Log of denied traffic read for 30 days', before: 'closure', owner: 'engineer', dueIn: 60 },
          ],
        },
      ],
    },
    {
      title: 'Separate the glucose meters from the guest network',
      description: 'Docking stations move to VLAN 440; results go on through the middleware.',
      device: ['accu-chek', 'glucose', 'inform'],
      kinds: ['segmentation'],
      facts: AROUND,
      risk: { before: [3, 3], after: [2, 2] },
      proposed: 14,
      put: 9,
      acts: [
        { act: 'sign', ago: 8, only: ['author', 'clinical_safety'] },
        {
          ...{ act: 'fact', ago: 6, by: 'regulatory_affairs' },
          fact: {
            ...{ key: 'network_requirements_known', value: 'no', document: 'Call with the maker’s desk', page: '' },
            because: 'The guide is of the earlier docking station; for the present one the maker has no document yet.',
          },
        },
      ],
    },
    {
      title: 'Drop unknown senders before the monitoring servers',
      description: 'Only registered bedside monitors may speak to the information centre.',
      device: ['information center', 'central monitoring', 'central station'],
      kinds: ['network_firewall'],
      facts: AROUND,
      risk: { before: [4, 3], after: [4, 2] },
      proposed: 12,
      put: 7,
      acts: [
        { act: 'sign', ago: 6, only: ['author', 'regulatory_affairs'] },
        dissent(
          ...([4, 'clinical_safety', 'clinical_safety'] as const),
          'A borrowed monitor would not be seen at the station and nobody on the ward would know. I do not agree yet.',
        ),
      ],
    },
    {
      title: 'Limit the laboratory sequencers to their archive',
      description: 'Access list on the laboratory switch; results are exported through the archive.',
      device: ['miseq', 'sequencer'],
      kinds: ['network_firewall'],
      facts: SETTLED,
      risk: { before: [4, 3], after: [4, 2] },
      plan: PLAN,
      proposed: 11,
      put: 6,
      // The risk owner is on leave and regulatory affairs signs for him; so a colleague takes their own place, if any.
      acts: [{ act: 'sign', ago: 3, instead: { regulatory_affairs: 'second', risk_owner: 'regulatory_affairs' } }],
    },
    {
      title: 'Give the bedside pumps of oncology a port filter',
      description: 'Filter on the ward switches; the pump server, time and directory stay open.',
      device: ['medfusion', 'syringe pump', 'pump'],
      kinds: ['network_firewall'],
      facts: AROUND,
      risk: { before: [3, 3], after: [2, 2] },
      plan: PLAN,
      proposed: 9,
      put: 5,
      acts: [{ act: 'sign', ago: 3, only: ['author', 'clinical_safety'] }],
    },
    {
      title: 'Cut the vital signs monitors off the network at once',
      description: 'They answer to an address abroad. Readings are written by hand meanwhile.',
      device: ['cms8000', 'vital signs'],
      kinds: ['isolation'],
      facts: AROUND,
      risk: { before: [4, 4], after: [3, 2] },
      proposed: 1,
      acts: [
        {
          act: 'emergency',
          ago: 1,
          by: 'engineer',
          reason: 'Patient data leaves the house as long as they are connected.',
        },
        { act: 'confirm', ago: 1, by: 'clinical_safety' },
        done(1, 2),
        { act: 'sign', ago: 1, only: ['author'] },
      ],
    },
  ],
  anselm: [
    {
      title: 'Segment the infusion pumps of intensive care',
      description: 'VLAN 212 with access lists: gateway, time and directory.',
      device: ['infusomat', 'infusion pump', 'pump'],
      kinds: ['segmentation'],
      facts: SETTLED,
      risk: { before: [4, 3], after: [4, 2] },
      plan: PLAN,
      proposed: 400,
      put: 392,
      acts: [
        everybody(390),
        begin(384),
        done(380, 'rest'),
        toVerification(376),
        {
          ...{ act: 'close', ago: 374, by: 'clinical_safety', outcome: 'with_deviations' },
          words: 'Every pump is seen. The checklist is on paper, in the file of the ward.',
        },
      ],
    },
    {
      title: 'Filter the network of the old monitors',
      description: 'Only the central station is let through.',
      device: ['infinity', 'monitor'],
      kinds: ['network_firewall'],
      facts: SETTLED,
      risk: { before: [4, 3], after: [4, 2] },
      plan: PLAN,
      proposed: 30,
      put: 22,
      acts: [everybody(20)],
    },
    {
      title: 'Watch the imaging network passively',
      description: 'A sensor on a mirror port. It sends nothing.',
      device: ['fastview', 'x-ray', 'imaging'],
      kinds: ['passive_ids'],
      facts: AROUND,
      risk: { before: [3, 3], after: [3, 2] },
      proposed: 10,
      put: 5,
      acts: [{ act: 'sign', ago: 4, only: ['author'] }],
    },
  ],
};
