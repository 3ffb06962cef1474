/**
 * IMDRF N60 (2020), section 6.4.3 with table 3: how much oversight a change for cyber security should draw, and, as
 * principles, who updates and how. Without legal force: regulators apply it within their own law.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('imdrf_n60');
const japan = citing('jp_mhlw');
const brazil = citing('br_anvisa');
const own = citing('changemark');

const TABLE_U = 'Table IM-U: oversight tier';
const TIERS = '6.4.3, table 3';

const LIFE_CYCLE = {
  who: 'manufacturer',
  must: 'Be able to show that the maintenance process of IEC 62304 was followed; a regulator may ask at any tier.',
  cite: doc(TIERS),
  confidence: 'V',
  due: 'on request',
} as const;

const MESSAGE = {
  who: 'manufacturer',
  must: 'Tell users the timeline of the fix, how it is deployed, a score such as CVSS, exploitability and method of attack, and what to do meanwhile.',
  cite: doc('6.4.1'),
  confidence: 'V',
  due: 'in time relative to the risk',
} as const;

export const oversightImdrf = chart({
  instrument: 'N60',
  name: 'IMDRF N60 oversight tier',
  title: 'IMDRF N60: oversight tier of a cyber change (table IM-U)',
  jurisdiction: 'international',
  edition: '2020',
  issued: '2020',
  inForce: { from: '2020-03-18', to: null },
  source: 'imdrf_n60',
  addressee: 'Manufacturers and regulators in any market; no law by itself',
  answers: 'law',
  start: 'IM-U1',
  nodes: {
    'IM-U1': {
      kind: 'step',
      part: TABLE_U,
      asks: 'Is the change meant only to strengthen security, not to remedy a known vulnerability, and is it shown to have no other effect?',
      short: 'only strengthens, no other effect?',
      cite: doc(TIERS),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'release note; verification and validation report',
      rule: {
        yes: 'solely_strengthens_cybersecurity and not other_impact_on_device and not remediates_known_vulnerability',
      },
      yes: 'N60-LOW',
      no: 'IM-U2',
      subRules: [
        {
          id: 'IM-U1-a',
          text: 'Incidental effects that are found may call for review by the regulator before the update is deployed.',
          cite: doc(TIERS),
          confidence: 'V',
          answer: 'no',
          when: 'solely_strengthens_cybersecurity and other_impact_on_device',
        },
      ],
    },
    'IM-U2': {
      kind: 'step',
      part: TABLE_U,
      asks: 'Does it remedy a vulnerability, or lower the risk from one?',
      short: 'remedies a vulnerability?',
      cite: doc(TIERS),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'security advisory; list of vulnerabilities closed by the release',
      rule: { yes: 'remediates_known_vulnerability' },
      yes: 'IM-U3',
      no: 'N60-NOT-CYBER',
    },
    'IM-U3': {
      kind: 'step',
      part: TABLE_U,
      asks: 'Is the remaining risk of harm to patients from the vulnerability acceptable, judged by exploitability and severity?',
      short: 'residual patient risk acceptable?',
      cite: doc(TIERS),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'vulnerability assessment with exploitability and severity of harm',
      rule: { yes: 'residual_patient_harm_risk_acceptable' },
      yes: 'N60-MED',
      no: 'N60-HIGH',
      subRules: [
        {
          id: 'IM-U3-a',
          text: 'Harm to patients means injury or damage to their health; that is narrower than harm in ISO 14971.',
          cite: doc(TIERS),
          confidence: 'V',
        },
        {
          id: 'IM-U4',
          text: 'Several purposes or vulnerabilities in one release: the highest tier that applies counts, so answer for the worst of them.',
          cite: doc(TIERS),
          confidence: 'V',
        },
        {
          id: 'IM-U5',
          text: 'At any tier a regulator may ask whether the maintenance process of IEC 62304 was followed.',
          cite: doc(TIERS),
          confidence: 'V',
        },
      ],
    },
  },
  outcomes: {
    'N60-LOW': {
      tier: 'record',
      meaning: 'low oversight (cyber hygiene)',
      label: 'low oversight',
      obligations: [LIFE_CYCLE],
      evidence: [
        'Rationale for the tier',
        'Verification that nothing else is affected',
        'IEC 62304 maintenance records',
      ],
      notes: ['What the regulator in each market asks is decided by that market, not here.'],
    },
    'N60-NOT-CYBER': {
      tier: 'none',
      meaning: 'not a cyber change: normal change rules',
      label: 'not a cyber change',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Use the normal rules for changes in each market.',
          cite: doc(TIERS),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: ['Why the change is neither for security only nor for a vulnerability'],
      notes: ['derived: exchange of the operating system is no pure cyber change.'],
    },
    'N60-MED': {
      tier: 'notify',
      meaning: 'medium oversight',
      label: 'medium oversight',
      obligations: [MESSAGE, LIFE_CYCLE],
      evidence: ['Rationale for the tier', 'Vulnerability assessment with residual risk', 'Message to users'],
      notes: [],
    },
    'N60-HIGH': {
      tier: 'approval',
      meaning: 'high oversight',
      label: 'high oversight',
      obligations: [
        MESSAGE,
        {
          who: 'manufacturer',
          must: 'Bring the risk down, by update or by compensating controls, and tell the regulators early.',
          cite: doc('6.4.1'),
          confidence: 'V',
          due: 'in time relative to the risk',
        },
        {
          who: 'hospital',
          must: 'Install the update as the manufacturer says; where that cannot be done in reasonable time, use the compensating controls or settings it recommends.',
          cite: doc('6.4.2'),
          confidence: 'V',
          due: 'in time relative to the risk',
        },
        LIFE_CYCLE,
      ],
      evidence: [
        'Rationale for the tier',
        'Vulnerability assessment with residual risk, before and after',
        'Message to users and report to regulators',
      ],
      notes: ['No harm need have happened: the possibility is enough.'],
    },
  },
  aids: [],
  principles: [
    {
      id: 'IM-1',
      text: 'Responsibility is shared by manufacturers, healthcare providers, users, regulators and finders of vulnerabilities.',
      cite: doc('4 and 6'),
      confidence: 'V',
    },
    {
      id: 'IM-2',
      text: 'The first answer to a vulnerability is a risk assessment under ISO 14971, tied to a process for cyber security, with the safety of patients in front.',
      cite: doc('6.4.1'),
      confidence: 'V',
    },
    {
      id: 'IM-3',
      text: 'A vulnerability in a third-party component is handled like an own one; waiting for the maker of the component is no reason to leave the risk as it is.',
      cite: doc('6.4.1'),
      confidence: 'V',
    },
    {
      id: 'IM-4',
      text: 'The message of the manufacturer holds: timeline of the fix, way of deployment, a score such as CVSS, exploitability and method, interim measures.',
      cite: doc('6.4.1'),
      confidence: 'V',
    },
    {
      id: 'IM-5',
      text: 'Principles of remediation: local law, safety and essential performance, sharing of information, cooperation, timeliness relative to the risk.',
      cite: doc('6.4.1'),
      confidence: 'V',
    },
    {
      id: 'IM-6',
      text: 'Where no update is feasible: compensating controls, such as a firewall in front of the device or taking it off the network, usually by the provider on information from the manufacturer.',
      cite: doc('6.4.1'),
      confidence: 'V',
    },
    {
      id: 'IM-7',
      text: 'Users whom the manufacturer names are expected to install its updates by its instructions, and to follow notices under IEC 62304 6.2.5.',
      cite: doc('6.4.2'),
      confidence: 'V',
    },
    {
      id: 'IM-8',
      text: 'An update that cannot be applied in reasonable time gives way to compensating controls or settings that the manufacturer recommends; a regulator may order a function to be disabled.',
      cite: doc('6.4.2'),
      confidence: 'V',
    },
    {
      id: 'IM-9',
      text: 'Inside the device, controls of risk belong to the manufacturer, or to the responsible organisation that follows the instructions for use or holds documented permission; other changes are not recommended.',
      cite: doc('6.4.2, citing IEC 80001-1:2010 4.4.4.3'),
      confidence: 'V',
    },
    {
      id: 'IM-10',
      text: 'Installing updates on devices in a medical IT network is nothing for lay persons.',
      cite: doc('6.4.2'),
      confidence: 'V',
    },
    {
      id: 'IM-11',
      text: 'A responsibility agreement is one way to split the duties.',
      cite: doc('6.4.2'),
      confidence: 'V',
    },
    {
      id: 'IM-12',
      text: 'Who sells in several markets should bring out information and fixes with small gaps between markets, and tell regulators early.',
      cite: doc('6.4.1'),
      confidence: 'V',
    },
    {
      id: 'IM-13',
      text: 'Manufacturer and provider have plans for incidents; spare devices are considered, contacts listed, MDS2 form and software bill of materials used.',
      cite: doc('6.5'),
      confidence: 'V',
    },
    {
      id: 'Update: remote',
      text: "Remote update by the manufacturer's authorised service: the user keeps the remote link available as instructed.",
      cite: doc('table 2'),
      confidence: 'V',
    },
    {
      id: 'Update: by the user',
      text: 'Update by the user, from the manufacturer or, where approved, from the maker of the component: the user fetches and installs it as instructed.',
      cite: doc('table 2'),
      confidence: 'V',
    },
    {
      id: 'Update: service visit',
      text: 'Service visit, where a failed update could do serious harm: the user hands the device over or supports the visit, and deals with qualified staff.',
      cite: doc('table 2'),
      confidence: 'V',
    },
    {
      id: 'IM-SECURITY',
      text: 'derived: a security-only patch and a new log-in feature without clinical effect draw low oversight, a patch for a vulnerability medium or high by its residual risk; exchange of the operating system is no pure cyber change.',
      cite: own('security changes, IMDRF'),
      confidence: 'D',
    },
    {
      id: 'JP-1',
      text: 'from memory: Japan asks in article 12(3) of its essential principles for a cyber security plan over the life cycle, a minimum environment and security by design; the transition ended on 31 March 2024.',
      cite: japan('essential principles, article 12(3)'),
      confidence: 'M',
    },
    {
      id: 'JP-2',
      text: 'from memory: JIS T 81001-5-1 (IEC 81001-5-1) is the standard by which conformity is shown.',
      cite: japan('JIS T 81001-5-1'),
      confidence: 'M',
    },
    {
      id: 'JP-3',
      text: 'from memory: a change needs partial approval, or a minor change notification within 30 days, or nothing; security updates of an operating system or bought-in software without effect on efficacy or safety need nothing.',
      cite: japan('notice of 2017 on software changes'),
      confidence: 'M',
    },
    {
      id: 'JP-4',
      text: 'Notices of 2015 and 2018 on cyber security; N60 and N70 were taken over into guidance for manufacturers and for medical institutions (2021 to 2023).',
      cite: japan('notices of 2015 and 2018'),
      confidence: 'V/M',
    },
    {
      id: 'BR-1',
      text: 'from memory: Brazil has RDC 751/2022 on devices, RDC 657/2022 on software, and Guide 38/2020 on cyber security.',
      cite: brazil('RDC 751/2022, RDC 657/2022, Guide 38/2020'),
      confidence: 'M',
    },
    {
      id: 'BR-2',
      text: 'from memory: changes after approval need approval, or may be made at once, or are not reported; a security patch without effect is not reported in practice.',
      cite: brazil('changes after approval'),
      confidence: 'M',
    },
  ],
  readingNotes: [
    'Read from late section 6.2 to early section 6.5. The document suggests oversight and binds nobody: it is shown as a hint.',
    'derived: the dictionary of facts lets a change that remedies a known vulnerability pass IM-U1 with no even where it only strengthens security, so that its residual risk is asked.',
    'from memory: the day of March 2020 from which the edition is used; the year was seen.',
    'Japan and Brazil have no chart: what is known of them is from memory and stands here as principles.',
  ],
});
