/**
 * NHS England, Guidance on protecting connected medical devices (2022, steps 1 to 5), with the text of the same title
 * that AXREM hosts: rows NHS-D. Two rows judge a proposal and are walked (NHS-D11, NHS-D9); the others are what a
 * hospital may do without touching the device. With them stand procurement, unsupported systems and the compensating
 * controls of IMDRF N70. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('nhs_connected_devices');
const segmentation = citing('nhs_segmentation');
const n70 = citing('imdrf_n70');
const own = citing('changemark');

const ROWS = 'Rows NHS-D11 and NHS-D9';

export const connectedDevices = chart({
  instrument: 'NHS-CMD',
  name: 'NHS connected medical devices',
  title: 'NHS England: guidance on protecting connected medical devices (rows NHS-D9, NHS-D11)',
  jurisdiction: 'GB',
  edition: '2022, steps 1 to 5',
  issued: '2022',
  inForce: { from: '2022-01-01', to: null },
  source: 'nhs_connected_devices',
  addressee: 'NHS organisations in England that run connected medical devices',
  answers: 'safe',
  start: 'NHS-D11',
  nodes: {
    'NHS-D11': {
      kind: 'step',
      part: ROWS,
      asks: 'Does the proposal give a supplier remote access that is always on, or that lacks multi-factor authentication?',
      short: 'remote access always on, or no MFA?',
      cite: doc('step 5'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'remote access agreement; MDS2 RMOT-1, PAUT-8',
      rule: {
        yes: 'supplier_remote_access = always_on or (supplier_remote_access = per_task and not remote_access_mfa)',
      },
      yes: 'CMD-REMOTE-ACCESS',
      no: 'NHS-D9',
      subRules: [
        {
          id: 'NHS-D11-a',
          text: 'Remote access is opened for a task and closed after it, not always on.',
          cite: doc('step 5'),
          confidence: 'V',
          answer: 'yes',
          when: 'supplier_remote_access = always_on',
        },
        {
          id: 'NHS-D11-b',
          text: 'Multi-factor authentication in all cases.',
          cite: doc('step 5'),
          confidence: 'V',
          answer: 'yes',
          when: 'supplier_remote_access = per_task and not remote_access_mfa',
        },
      ],
    },
    'NHS-D9': {
      kind: 'step',
      part: ROWS,
      asks: 'Is a software firewall in the unpatched operating system the only protection of the device?',
      short: 'host firewall the only protection?',
      cite: doc('4.2'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'network plan; patch status of the device',
      rule: { yes: 'host_firewall_only_protection' },
      yes: 'CMD-INSUFFICIENT',
      no: 'CMD-OK',
      subRules: [
        {
          id: 'NHS-D9-a',
          text: 'Assume that an attacker can get round a software firewall on an unpatched system: it is not sufficient alone.',
          cite: doc('4.2'),
          confidence: 'V',
          answer: 'yes',
          when: 'host_firewall_only_protection',
        },
      ],
    },
  },
  outcomes: {
    'CMD-REMOTE-ACCESS': {
      tier: 'hold',
      meaning: 'not acceptable: require per-task access with multi-factor authentication',
      label: 'remote access not acceptable',
      obligations: [
        {
          who: 'hospital',
          must: 'Require access per task, with multi-factor authentication in all cases, before the supplier is connected.',
          cite: doc('step 5'),
          confidence: 'V',
          due: 'before the change is made',
        },
      ],
      evidence: [
        'Remote access agreement with the terms per task and the second factor',
        'How access is opened, closed and logged',
      ],
      notes: ['A supplier access server belongs in a demilitarised zone (NHS-D13).'],
    },
    'CMD-INSUFFICIENT': {
      tier: 'hold',
      meaning: 'the proposed control is not sufficient alone',
      label: 'not sufficient alone',
      obligations: [
        {
          who: 'hospital',
          must: 'Add protection in the network: a zone with only the clients that need the device, outbound traffic through a proxy, an air gap where feasible.',
          cite: doc('4.2'),
          confidence: 'V',
          due: 'before the change is made',
        },
      ],
      evidence: ['Further controls and where they land', 'Rule set; flows the device needs (MDS2 CONN-2)'],
      notes: ['Controls in the network must not compromise care; test what they block (IMDRF N70).'],
    },
    'CMD-OK': {
      tier: 'none',
      meaning: 'no objection from these rows',
      label: 'no objection from these rows',
      obligations: [
        {
          who: 'hospital',
          must: 'Keep the measures of steps 1 to 5 in place beside it: inventory, blocked routes for malicious data, zones, monitoring.',
          cite: doc('steps 1 to 5'),
          confidence: 'V/D',
          due: null,
        },
      ],
      evidence: ['Remote access and protection as proposed', 'Inventory entry of the device'],
      notes: ['These two rows judge two proposals only; that nothing stands against them approves nothing else.'],
    },
  },
  aids: [],
  principles: [
    {
      id: 'NHS-D1',
      text: 'Inventory of every networked device: operating system, software versions, ports, protocols and services, whether it holds patient data; the MDS2 form of the manufacturer; a topology diagram.',
      cite: doc('step 1'),
      confidence: 'V',
    },
    {
      id: 'NHS-D2',
      text: 'A device that is not networked is outside the scope; the principles apply all the same.',
      cite: doc('step 1'),
      confidence: 'V',
    },
    {
      id: 'NHS-D3',
      text: 'Close the routes for malicious data on all medical devices: email, web browsing, file shares, open ports, unauthorised software, removable media.',
      cite: doc('step 3'),
      confidence: 'V',
    },
    {
      id: 'NHS-D4',
      text: 'Block untrusted services technically, not by policy alone, unless they are needed and the manufacturer allows them.',
      cite: doc('3.1'),
      confidence: 'V',
    },
    {
      id: 'NHS-D5',
      text: 'Prevent removable media as far as practicable.',
      cite: doc('3.2'),
      confidence: 'V',
    },
    {
      id: 'NHS-D6',
      text: 'Data from the internet or from outside are untrusted, even through a known third party or an internal store.',
      cite: doc('step 3'),
      confidence: 'V',
    },
    {
      id: 'NHS-D7',
      text: 'Limit access to enterprise services to critical functions.',
      cite: doc('4.1'),
      confidence: 'V',
    },
    {
      id: 'NHS-D8',
      text: 'Place devices in zones that keep reachable traffic small: only the clients that need them, an air gap where feasible, outbound through a proxy.',
      cite: doc('4.2'),
      confidence: 'V',
    },
    {
      id: 'NHS-D10',
      text: 'Collect useful logs and act on them.',
      cite: doc('4.3'),
      confidence: 'V',
    },
    {
      id: 'NHS-D12',
      text: 'Contracts: attendance times of engineers, time from the release of a patch to its application on the device, DTAC or framework.',
      cite: doc('step 5'),
      confidence: 'V',
    },
    {
      id: 'NHS-D13',
      text: 'Segmentation design: access lists between VLANs, unique subnets, point-of-care testing in VLANs of its own apart from the laboratory system, restricted source, destination and port, supplier access servers in a demilitarised zone.',
      cite: segmentation('pathology'),
      confidence: 'V',
    },
    {
      id: 'NHS-D14',
      text: 'An old operating system tied to hardware or drivers may be impossible to upgrade: plan the replacement, and compensate.',
      cite: doc('AXREM text'),
      confidence: 'V',
    },
    {
      id: 'NHS-CMD modification',
      text: 'Without authority of the manufacturer neither software nor hardware may be modified; patches, and perhaps anti-malware signatures, wait for its assessment, which can take three months or more.',
      cite: doc('AXREM text'),
      confidence: 'V',
    },
    {
      id: 'DTAC2',
      text: 'Form of 24 February 2026; the old form is refused from 6 April 2026. For software-based technologies, medical devices among them: asks whether the product is software or AI as a medical device (then the PAQ), for a plan for multi-factor authentication and for the government software security code; evidence C1.1 PAQ, C1.2.3 safety case report, C1.3.4 hazard log, C3.1 Cyber Essentials, C3.2 penetration test summary.',
      cite: citing('dtac_2026')(''),
      confidence: 'V/V2',
    },
    {
      id: 'PAQ',
      text: 'A questionnaire that device manufacturers fill in before a purchase, for clinical and technical safety review.',
      cite: citing('nhs_paq')(''),
      confidence: 'V',
    },
    {
      id: 'NHS-CHARTER',
      text: 'Voluntary, eight statements: supported and patched systems; toolkit standards met; multi-factor authentication on own systems and support for it in products; monitoring and logging around the clock; immutable backups; exercises at board level; timely reporting and cooperation; software code of practice.',
      cite: citing('nhs_charter')(''),
      confidence: 'V',
    },
    {
      id: 'MDS2 and SBOM',
      text: 'Ask for both at purchase and with every release.',
      cite: n70('7.1'),
      confidence: 'V',
    },
    {
      id: 'Cyber Essentials',
      text: 'from memory: a common floor in contracts, with 14 days for critical and high patches.',
      cite: own('Cyber Essentials'),
      confidence: 'M',
    },
    {
      id: '3.6 unsupported systems',
      text: 'NHS England directs moves to Windows 11; what is left is held by suppliers that have not certified their devices, some of which were put in quarantine. One quote asked 25,000 pounds for a device of three years.',
      cite: citing('nhs_unsupported_press')(''),
      confidence: 'V2',
    },
    {
      id: '3.6 exception record',
      text: 'derived: asset, operating system and its end of support, why not upgraded, dated statement of the supplier, compensating controls, clinical impact of isolation, risk score, owner, review date, exit plan.',
      cite: own('exception record'),
      confidence: 'D',
    },
    {
      id: '8 end of support',
      text: "derived: an operating system out of its maker's support does not by itself end the certification of the device; it calls for an assessment of the component, an exception record, a request to the supplier and compensating controls.",
      cite: own('end of support of a component'),
      confidence: 'D',
    },
    {
      id: '10 physical access',
      text: 'Environment: restricted room, tamper seals.',
      cite: n70('table 1'),
      confidence: 'V',
    },
    {
      id: '10 removable media',
      text: 'Device and environment: policy, physical block, or a setting in firmware or operating system, which is a change of the device.',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 network isolation',
      text: 'Environment: disconnect from the hospital network.',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 segregation',
      text: 'Environment: a VLAN with only the peers that are needed (NHS-D8).',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 firewall',
      text: 'Environment: only the ports that are strictly needed.',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 monitoring',
      text: 'Environment: detection, prevention, event collection (NHS-D10).',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 remote access',
      text: 'Device and environment: remove it, or per task with a second factor (NHS-D11).',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 anti-malware',
      text: 'Device: only after consulting the manufacturer; for a stand-alone unit a type without definition updates.',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 backup and restore',
      text: 'Device and environment: procedures, tested.',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 proxy, gateway, jump host',
      text: 'Environment: broker protocols, filter the web (NHS-D8, NHS-D13).',
      cite: doc('4.2'),
      confidence: 'V',
    },
    {
      id: '10 virtual patching',
      text: 'from memory: environment: a rule of an intrusion prevention system blocks the traffic of the exploit.',
      cite: own('virtual patching, practice'),
      confidence: 'M',
    },
    {
      id: '10 identity',
      text: 'Device and environment: accounts of one person each, a tool for privileged access, rotation.',
      cite: n70('7.1.2'),
      confidence: 'V',
    },
    {
      id: '10 procedural',
      text: 'Organisation: training, a plan for work without the device, reduced use.',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 replacement',
      text: 'Organisation: retire the device.',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
    {
      id: '10 limits',
      text: 'Do not rely on firewall and segmentation alone; they can harm care and integration, and no control may compromise clinical and intended use.',
      cite: n70('compensating controls'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'Only NHS-D9 and NHS-D11 judge a proposal, so only they are walked; NHS-D1 to NHS-D8, NHS-D10 and NHS-D12 to NHS-D14 say what to do without touching the device.',
    'derived: supplier_remote_access = none answers NHS-D11 with no.',
    'Only the year of the guidance was seen; the edition is used from its first day. The AXREM text bears the same title and was read beside it.',
    'The rows of the compensating controls come from IMDRF N70; that they are used here, and where each lands, is the reading of the book.',
  ],
});
