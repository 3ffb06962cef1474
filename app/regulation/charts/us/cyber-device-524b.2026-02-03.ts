/**
 * Section 524B of the Act (21 U.S.C. 360n-2, in force since 29 March 2023) with FDA's guidance of 3 February 2026: is it
 * a cyber device, and which cybersecurity content does a submission for a change need. Every sentence is ours.
 */
import { chart, type Obligation } from '../../chart';
import { citing } from '../../sources';

const law = citing('usc_21');
const doc = citing('fda_premarket_cyber');
const act = citing('fdc_act');
const cfr = citing('cfr_21');

const TEST = 'Cyber device test (524B(c))';
const CONTENT = 'Content for a modification (section VII.D)';

const duty = (id: string, must: string, at: string, due: string | null): Obligation => ({
  who: 'manufacturer',
  must: `${id}: ${must}`,
  cite: law(at),
  confidence: 'V',
  due,
});

/** Duties of 524B(b) for a cyber device with a submission. */
const DUTIES: Obligation[] = [
  duty(
    'CY1',
    'plan to monitor, identify and address vulnerabilities after marketing, coordinated disclosure included.',
    '360n-2(b)(1)',
    'with the submission, and kept up afterwards',
  ),
  duty(
    'CY2',
    'keep processes that give reasonable assurance that the device and related systems are cybersecure.',
    '360n-2(b)(2)',
    null,
  ),
  duty(
    'CY3',
    'make updates and patches available for known unacceptable vulnerabilities (FDA: typically of controlled risk).',
    '360n-2(b)(2)(A)',
    'on a reasonably justified regular cycle',
  ),
  duty(
    'CY4',
    'make patches available for critical vulnerabilities that could cause uncontrolled risks.',
    '360n-2(b)(2)(B)',
    'as soon as possible, out of cycle',
  ),
  duty(
    'CY5',
    'provide a software bill of materials: commercial, open-source and off-the-shelf parts with level and end of support, and known vulnerabilities, those known to be exploited among them.',
    '360n-2(b)(3)',
    'with the submission',
  ),
];

export const cyberDevice524b = chart({
  instrument: 'US-FDC-524B',
  name: 'Section 524B',
  title: 'FD&C Act 524B and premarket cybersecurity content (guidance of 2026-02-03)',
  jurisdiction: 'US',
  edition: '3 February 2026',
  issued: '2026-02-03',
  inForce: { from: '2026-02-03', to: null },
  source: 'fda_premarket_cyber',
  addressee: 'Sponsors of a submission (510(k), De Novo, PMA, PDP, HDE, supplements included) for a cyber device',
  answers: 'law',
  start: 'CD1',
  nodes: {
    CD1: {
      kind: 'step',
      part: TEST,
      asks: 'Does it contain software (firmware and programmable logic included) that the sponsor validated, installed or authorised, as a device or in one?',
      short: 'software of the sponsor?',
      cite: law('360n-2(c)(1)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'software bill of materials; technical description',
      rule: { yes: 'contains_software' },
      yes: 'CD2',
      no: 'not_cyber_device',
    },
    CD2: {
      kind: 'step',
      part: TEST,
      asks: 'Can it connect to the internet, on purpose or not, by any means?',
      short: 'can connect, by any means?',
      cite: law('360n-2(c)(2), with section VII.B of the guidance'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'MDS2 form (connections); interface list; block diagram',
      rule: { yes: 'connectable_to_network' },
      yes: 'CD3',
      no: 'not_cyber_device',
      subRules: [
        {
          id: 'CD2 means',
          text: 'Network, cloud, Wi-Fi, cellular, Bluetooth, magnetic induction, USB, Ethernet and serial ports are named among the means.',
          cite: doc('section VII.B'),
          confidence: 'V',
          answer: 'yes',
          when: 'connectable_to_network',
        },
      ],
    },
    CD3: {
      kind: 'step',
      part: TEST,
      asks: 'Does it have technological characteristics that could be vulnerable to cyber threats?',
      short: 'vulnerable technology?',
      cite: law('360n-2(c)(3)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'threat model; software bill of materials',
      rule: { yes: 'cyber_vulnerable_technology' },
      yes: 'MC1',
      no: 'not_cyber_device',
      note: 'FDA may exempt types of devices (524B(d)).',
    },
    MC1: {
      kind: 'step',
      part: CONTENT,
      asks: 'Does the change need a premarket submission at all?',
      short: 'submission needed?',
      cite: doc('section VII.D'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'decision under the 510(k) guidances or on the PMA supplement',
      rule: { yes: 'submission_required' },
      yes: 'MC2',
      no: 'no_524b_filing',
      note: 'The answer comes from the other charts; a submission decided there sets it to yes.',
    },
    MC2: {
      kind: 'step',
      part: CONTENT,
      asks: 'Could the change affect cybersecurity?',
      short: 'could affect cybersecurity?',
      cite: doc('section VII.D.1'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'architecture views and threat model before and after; release note',
      rule: { yes: 'change_could_affect_cybersecurity' },
      yes: 'full_524b_documentation',
      no: 'reduced_524b_documentation',
      subRules: [
        {
          id: 'MC2 examples',
          text: 'Examples: another algorithm of authentication or encryption, a new connection, another way of updating.',
          cite: doc('section VII.D.1'),
          confidence: 'V',
          answer: 'yes',
          when: 'change_could_affect_cybersecurity',
        },
        {
          id: 'MC3',
          text: 'Unlikely to affect cybersecurity (materials, sterilisation, an algorithm changed without architecture, software structure or connections): the reduced set.',
          cite: doc('section VII.D.2'),
          confidence: 'V',
          answer: 'no',
          when: 'not change_could_affect_cybersecurity',
        },
      ],
    },
  },
  outcomes: {
    not_cyber_device: {
      tier: 'none',
      meaning: 'not a cyber device',
      label: 'not a cyber device',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Write down which of the three criteria is not met, and keep it with the submission.',
          cite: law('360n-2(c)'),
          confidence: 'V/D',
          due: null,
        },
      ],
      evidence: ['Why one of the three criteria fails'],
      notes: ['The postmarket guidance and the quality system apply to the device all the same.'],
    },
    no_524b_filing: {
      tier: 'none',
      meaning: 'no submission, no 524B filing',
      label: 'no filing for this change',
      obligations: [
        {
          who: 'manufacturer',
          must: 'derived: go on with the duties of an earlier 524B filing (monitoring, disclosure, patch cycles, bill of materials); a change without submission ends none of them.',
          cite: law('360n-2(b)'),
          confidence: 'D',
          due: 'as the plan filed says',
        },
      ],
      evidence: ['Decision that no submission is needed; the plan of the last filing'],
      notes: ['No 524B duty arises from a change alone: it hangs on a submission that is needed anyway.'],
    },
    full_524b_documentation: {
      tier: 'approval',
      meaning: 'submission with full cybersecurity documentation',
      label: 'full cybersecurity documentation',
      obligations: [
        {
          who: 'manufacturer',
          must: 'MC2: include the full documentation of section VII.C with the submission.',
          cite: doc('sections VII.C and VII.D.1'),
          confidence: 'V',
          due: 'with the submission',
        },
        ...DUTIES,
      ],
      evidence: [
        'Plan of monitoring: persons, sources and frequency, handling of known exploited vulnerabilities, periodic tests, patch timeline and capability, disclosure, communication to customers (CY7)',
        'Software bill of materials with level and end of support and known vulnerabilities (CY5)',
        'Documentation of processes and controls (section VII.C)',
        'Labelling: recommended controls, ports, secure configuration, user settings that raise risk, authorised download of software, end of support (CY8)',
      ],
      notes: [
        'Whatever the change is about, FDA weighs the cybersecurity concerns it knows of, and answers that do not satisfy it can lead to a finding of not substantially equivalent (sections VII.D and VII.E).',
      ],
    },
    reduced_524b_documentation: {
      tier: 'approval',
      meaning: 'submission with the reduced cybersecurity set',
      label: 'reduced cybersecurity set',
      obligations: [
        {
          who: 'manufacturer',
          must: 'MC3: include the plan or a reference to it with a summary of its changes, a statement on critical vulnerabilities at present, a statement on uncontrolled vulnerabilities remediated since the last authorisation and how, and the software bill of materials.',
          cite: doc('section VII.D.2'),
          confidence: 'V',
          due: 'with the submission',
        },
        ...DUTIES,
      ],
      evidence: [
        'Why the change is unlikely to affect cybersecurity',
        'Plan or reference with summary of changes; the two statements; software bill of materials',
      ],
      notes: ['FDA takes known cybersecurity concerns into account whatever the change (section VII.D).'],
    },
  },
  aids: [],
  principles: [
    {
      id: 'L9',
      text: 'A cyber device meets all three criteria; the duties of 524B(b) then hang on any submission for it.',
      cite: law('360n-2(a), 360n-2(c)'),
      confidence: 'V',
    },
    {
      id: 'L10',
      text: 'from memory: breach of the duty to keep the device cybersecure is a prohibited act (section 301(q), as amended by Pub. L. 117-328 section 3305(b)).',
      cite: act('section 301(q)'),
      confidence: 'M',
    },
    {
      id: 'R11',
      text: 'In every case in which a submission is made, ask whether the device is a cyber device.',
      cite: law('360n-2(a), 360n-2(c)'),
      confidence: 'V',
    },
    {
      id: 'N4',
      text: 'The submissions meant are 510(k) (special and abbreviated ones included), De Novo, PMA, PDP and HDE, with their supplements.',
      cite: doc('section VII.A'),
      confidence: 'V',
    },
    {
      id: 'CY6',
      text: 'An update or patch in this sense modifies the code of the device to address a cyber risk. Derived: a pure compensating control does not discharge the duty to make patches available.',
      cite: doc('footnote 63'),
      confidence: 'V/D',
    },
    {
      id: 'CY7',
      text: 'The plan lists persons, sources and frequency of monitoring, handling of known exploited vulnerabilities, periodic tests, timeline and capability of patching, disclosure and communication to customers.',
      cite: doc('section VI.B'),
      confidence: 'V',
    },
    {
      id: 'CY8',
      text: 'Labelling may tell users the recommended controls (anti-malware, firewall, passwords), the ports, the secure configuration, which user settings raise risk, how authorised software is downloaded, and the end of support.',
      cite: doc('section VI.A'),
      confidence: 'V',
    },
    {
      id: 'CY1 to CY5 beyond the submission',
      text: 'Monitoring and disclosure (section VI.B), cycles of patches (section VII.C.1) and the bill of materials (section V.A.4) are explained in the guidance.',
      cite: doc('sections V.A.4, VI.B and VII.C.1'),
      confidence: 'V',
    },
    {
      id: 'Exploitability',
      text: 'Security risk is judged by exploitability, not by probability; after marketing, exploitability may be rated anew.',
      cite: doc('section V.A.2'),
      confidence: 'V',
    },
    {
      id: 'QMSR files',
      text: 'Design history is now the design and development file (ISO 13485 clause 7.3.10), the device master record the medical device file (clause 4.2.3).',
      cite: cfr('820.7 and ISO 13485 clauses 7.3.10 and 4.2.3'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'Statute and guidance in one chart: the test and the duties are law since 29 March 2023, the split of the content is guidance of 3 February 2026. Earlier issues: 27 September 2023, and 27 June 2025, which added section VII.',
    'A second-stage instrument: it is walked only where another United States chart ends in a submission.',
    'MC3 is no question of its own: it is what remains when MC2 is answered no.',
    'Sections V to VII and parts of Appendix 1 of the guidance were read; the subsection numbers of 524B(c) follow the order of its three criteria.',
    'A security change nearly always could affect cybersecurity; the reduced set is meant for changes of another kind that still need a submission.',
  ],
});
