/**
 * IEC 80001-1: risk management of a network with medical devices, run by the organisation that operates it. The device
 * clause (4.4.4.3 of the 2010 edition) and the change permit (4.5.2.2) with rows RM-1 to RM-5; the 2021 edition keeps the
 * principle without those numbers. With it stand the standards that give the network information. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('iec_80001_2021');
const first = citing('iec_80001_2010');
const electrical = citing('iec_60601_1');
const security = citing('iec_tr_60601_4_5');
const own = citing('changemark');

const CLAUSE = 'Change on the device (2010: 4.4.4.3)';
const PERMIT = 'Change permit (2010: 4.5.2.2)';
const PROCESS = 'Risk management of the change';

const AS_QUOTED = '4.4.4.3, as quoted in IMDRF N60 6.4.2';
const RISK_FILE = 'medical IT-network risk management file';

export const iec800011 = chart({
  instrument: 'IEC-80001-1',
  name: 'IEC 80001-1',
  title: 'IEC 80001-1: change on a device in a health IT network',
  jurisdiction: 'international',
  edition: '2021 (2nd edition), with clauses of 2010',
  issued: '2021',
  inForce: { from: '2021-01-01', to: null },
  source: 'iec_80001_2021',
  addressee: 'Organisations that run networks with medical devices, and whoever works for them',
  answers: 'safe',
  start: '4.4.4.3',
  nodes: {
    '4.4.4.3': {
      kind: 'step',
      part: CLAUSE,
      asks: 'Is it a change inside the device that neither the manufacturer makes, nor its instructions describe, nor a documented permission of the manufacturer covers?',
      short: 'inside device, without the maker?',
      cite: first(AS_QUOTED),
      confidence: 'V',
      who: 'hospital',
      foundIn: "instructions for use, security guide; manufacturer's permission; service agreement",
      rule: {
        yes: 'change_location = device and not manufacturer_makes_change and not covered_by_manufacturer_instructions and not manufacturer_authorised',
      },
      yes: 'NOT-RECOMMENDED',
      no: 'RM-1',
      subRules: [
        {
          id: '4.4.4.3-a',
          text: 'Control of risk inside the device belongs to its manufacturer, or to the responsible organisation following the instructions or with documented permission. Other changes by the organisation are not recommended.',
          cite: first(AS_QUOTED),
          confidence: 'V',
          answer: 'yes',
          when: 'change_location = device and not manufacturer_makes_change and not covered_by_manufacturer_instructions and not manufacturer_authorised',
        },
        {
          id: '4.4.4.3-b',
          text: 'derived: a change of the environment or of the connection alone is not inside the device.',
          cite: own('IEC 80001-1 4.4.4.3'),
          confidence: 'D',
          answer: 'no',
          when: 'change_location in {environment, device_connection}',
        },
      ],
    },
    'RM-1': {
      kind: 'step',
      part: PERMIT,
      asks: 'Is the change inside an approved change permit: do type, asset class, window, test and roll-back all match?',
      short: 'change permit covers it?',
      cite: first('4.5.2.2'),
      confidence: 'M',
      who: 'hospital',
      foundIn: 'change permits of the network, with their limits',
      rule: { yes: 'change_permit_covers' },
      yes: 'RM-PROCEED',
      no: 'RM-2',
      subRules: [
        {
          id: 'RM-1-a',
          text: 'from memory: a permit is a class of routine changes agreed beforehand, allowed within its limits without a risk analysis each time; all other changes run as projects.',
          cite: first('4.5.2.2'),
          confidence: 'M',
          answer: 'yes',
          when: 'change_permit_covers',
        },
        {
          id: 'RM-1-b',
          text: 'from memory: the 2021 edition has no clause of that name; its framework and the change policy of the organisation serve.',
          cite: doc('framework'),
          confidence: 'M',
        },
      ],
    },
    'RM-2': {
      kind: 'step',
      part: PROCESS,
      asks: 'Is the risk file of the medical IT network current for this asset?',
      short: 'risk file current?',
      cite: first('4.4, 4.5'),
      confidence: 'M',
      who: 'hospital',
      foundIn: RISK_FILE,
      rule: { yes: 'network_risk_file_current' },
      yes: 'RM-3',
      no: 'RM-UPDATE-FILE',
    },
    'RM-3': {
      kind: 'step',
      part: PROCESS,
      asks: 'Are there new or changed hazards for safety, effectiveness or security?',
      short: 'new or changed hazards?',
      cite: first('4.4'),
      confidence: 'M',
      who: 'hospital',
      foundIn: RISK_FILE,
      rule: { yes: 'new_or_modified_hazard or adversely_affects_safety_or_performance' },
      yes: 'RM-FULL-ANALYSIS',
      no: 'RM-4',
      subRules: [
        {
          id: 'RM-3-a',
          text: 'derived: the key properties count one by one: safety, effectiveness, data and system security.',
          cite: own('IEC 80001-1 key properties'),
          confidence: 'D',
        },
      ],
    },
    'RM-4': {
      kind: 'step',
      part: PROCESS,
      asks: 'Does a responsibility agreement cover who patches, who tests and who answers incidents?',
      short: 'responsibility agreement covers it?',
      cite: first('4.3.4; TR 80001-2-6'),
      confidence: 'M',
      who: 'hospital',
      foundIn: 'responsibility agreement; service contract',
      rule: { yes: 'responsibility_agreement_covers' },
      yes: 'RM-5',
      no: 'RM-AMEND-AGREEMENT',
    },
    'RM-5': {
      kind: 'step',
      part: PROCESS,
      asks: 'Is the go-live decision recorded with the configuration baseline?',
      short: 'go-live decision recorded?',
      cite: first('4.5'),
      confidence: 'M',
      who: 'hospital',
      foundIn: 'change record; configuration baseline',
      rule: { yes: 'go_live_decision_recorded' },
      yes: 'RM-PROCEED',
      no: 'RM-STOP',
    },
  },
  outcomes: {
    'NOT-RECOMMENDED': {
      tier: 'hold',
      meaning: 'not recommended: obtain documented permission',
      label: 'not recommended',
      obligations: [
        {
          who: 'hospital',
          must: 'Leave the device as it is, and obtain the documented permission of the manufacturer.',
          cite: first(AS_QUOTED),
          confidence: 'V',
          due: 'before the change is made',
        },
        {
          who: 'hospital',
          must: 'derived: treat the risk in the network meanwhile, under the same process.',
          cite: own('IEC 80001-1 4.4.4.3 answered yes'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: ['Request to the manufacturer with date', 'Measures in the network meanwhile; risk file entry'],
      notes: [],
    },
    'RM-PROCEED': {
      tier: 'record',
      meaning: 'proceed and log',
      label: 'proceed and log',
      obligations: [
        {
          who: 'hospital',
          must: 'from memory: make the change inside the limits of the permit or of the decision, and log it against the configuration.',
          cite: first('4.5'),
          confidence: 'M',
          due: 'with the change',
        },
        {
          who: 'hospital',
          must: 'from memory: watch the live network afterwards, and feed events back into the risk file.',
          cite: first('4.6'),
          confidence: 'M',
          due: null,
        },
      ],
      evidence: [
        'Permit with its limits, or go-live decision with configuration baseline',
        'Log entry; test and roll-back record',
        'Risk file entry of the asset',
      ],
      notes: [],
    },
    'RM-UPDATE-FILE': {
      tier: 'hold',
      meaning: 'update the risk file first',
      label: 'update the risk file first',
      obligations: [
        {
          who: 'hospital',
          must: 'from memory: bring the risk file up to date for the asset, then walk on.',
          cite: first('4.4, 4.5'),
          confidence: 'M',
          due: 'before the change is made',
        },
      ],
      evidence: ['Updated risk file: asset, version, place, peers, flows'],
      notes: [],
    },
    'RM-FULL-ANALYSIS': {
      tier: 'hold',
      meaning: 'full risk analysis and residual-risk decision first',
      label: 'full risk analysis first',
      obligations: [
        {
          who: 'hospital',
          must: 'from memory: analyse the risk in full for each key property, and let the delegate of top management decide on what remains.',
          cite: first('4.4'),
          confidence: 'M',
          due: 'before the change is made',
        },
      ],
      evidence: [
        'Risk analysis for safety, effectiveness and security',
        'Decision of the delegate of top management',
        'Controls and their verification',
      ],
      notes: ['The standard sets no acceptable level of risk; the policy of the organisation does (4.1).'],
    },
    'RM-AMEND-AGREEMENT': {
      tier: 'hold',
      meaning: 'amend the agreement or ask the supplier first',
      label: 'amend the agreement first',
      obligations: [
        {
          who: 'hospital',
          must: 'from memory: amend the responsibility agreement, or ask the supplier who patches, tests and answers incidents, over the whole life of the network.',
          cite: first('4.3.4; TR 80001-2-6'),
          confidence: 'M',
          due: 'before the change is made',
        },
        {
          who: 'manufacturer',
          must: 'derived: say what it takes on: patching, testing, incidents.',
          cite: own('supplier request, block D'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: ['Responsibility agreement with the three tasks named', 'Answer of the supplier'],
      notes: [],
    },
    'RM-STOP': {
      tier: 'hold',
      meaning: 'no go-live decision: stop',
      label: 'no go-live decision: stop',
      obligations: [
        {
          who: 'hospital',
          must: 'from memory: stop; go live only after the decision is recorded with the configuration baseline.',
          cite: first('4.5'),
          confidence: 'M',
          due: 'before go-live',
        },
      ],
      evidence: ['Go-live decision: who, when, which configuration'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: '4.1 subject',
      text: '2010: IT networks incorporating medical devices, after acquisition. 2021: connected medical devices and health software in a health IT infrastructure, before, during and after connection.',
      cite: doc('scope'),
      confidence: 'V',
    },
    {
      id: '4.1 who',
      text: '2010: responsible organisation, top management, risk manager of the medical IT network, manufacturer, IT provider. 2021: the organisation, top management and stakeholders in a sociotechnical ecosystem.',
      cite: doc('roles'),
      confidence: 'V/M',
    },
    {
      id: '4.1 key properties',
      text: 'Safety, effectiveness, and data and system security (2021: security).',
      cite: doc('key properties'),
      confidence: 'V',
    },
    {
      id: '4.1 structure',
      text: '2010: roles 3, life cycle risk management 4 (planning 4.3, risk management 4.4, change release and configuration 4.5, live network 4.6), document control 5. 2021: along ISO 31000, with principles 4, framework 5, process 6.',
      cite: doc('structure'),
      confidence: 'V/M',
    },
    {
      id: '4.1 acceptable risk',
      text: 'The standard sets no acceptable level of risk; the organisation sets the policy.',
      cite: first('risk acceptability'),
      confidence: 'V',
    },
    {
      id: '4.1 scope note',
      text: 'Adding to a system of one manufacturer, or configuring it otherwise than that manufacturer specifies, brings the standard into play.',
      cite: first('scope note'),
      confidence: 'V',
    },
    {
      id: '4.1 change permit',
      text: 'from memory: 4.5.2.2: routine changes of an agreed class, within limits, without a fresh analysis each time; others run as projects.',
      cite: first('4.5.2.2'),
      confidence: 'M',
    },
    {
      id: '4.1 responsibility agreement',
      text: 'Who does what over the whole life of the network; TR 80001-2-6 serves both editions.',
      cite: first('4.3.4; TR 80001-2-6'),
      confidence: 'V',
    },
    {
      id: '4.1 helpful parts',
      text: 'TR 80001-2-2 (19 security capabilities, the groups of the MDS2 form), 2-4 (delivery organisations), 2-5 (distributed alarms), 2-7 (self-assessment), 2-8 (controls per capability), 2-9 (assurance cases).',
      cite: first('technical reports'),
      confidence: 'V/M',
    },
    {
      id: 'IEC 60601-1 14.13 (information)',
      text: 'from memory: of a device meant for a network the instructions give the purpose of the connection, the characteristics and configuration the network must have, technical specifications with security, the intended flow of information, and the hazardous situations if the network fails.',
      cite: electrical('14.13'),
      confidence: 'M',
    },
    {
      id: 'IEC 60601-1 14.13 (warning)',
      text: 'from memory: the organisation is told that the connection can bring risks nobody identified, and that later changes (configuration, connecting or removing items, update, upgrade) can bring new ones and need analysis. UK-H10 needs this information: ask for it where it is absent.',
      cite: electrical('14.13'),
      confidence: 'M',
    },
    {
      id: 'IEC TR 60601-4-5',
      text: 'Security of devices in medical IT networks by seven foundational requirements: capability levels (SL-C) let the hospital place a device in zones with a target level (SL-T); support of the essential function 4.2, compensating countermeasures 4.3, least privilege 4.4, data minimisation 4.5. Not for in vitro diagnostics.',
      cite: security('4.2 to 4.5'),
      confidence: 'V',
    },
    {
      id: 'IEC TR 60601-4-5 letter',
      text: 'derived: ask the supplier for SL-C of each foundational requirement, and which countermeasure the hospital has to provide where SL-C is below SL-T.',
      cite: security('capability levels'),
      confidence: 'D',
    },
    {
      id: 'IEC 62304 6.2.5',
      text: 'The supplier tells users about problems in released software, what continued use means, and how to obtain and install the change: that answer belongs into the risk file.',
      cite: citing('iec_62304')('6.2.5, as quoted in IMDRF N60'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'The clause numbers are those of the 2010 edition; the 2021 edition keeps the principle of 4.4.4.3 and has no clause named change permit. Rows RM-1 to RM-5 are from memory and say so.',
    'derived: the permit is asked after 4.4.4.3, so a permit of the organisation does not stand in for the permission of the manufacturer on a change inside the device.',
    'The chart is for the organisation that runs the network, servicing entities and integrators. A setting may switch it off where the organisation has not adopted the standard.',
    'derived: RM-3 is answered from the risk analysis of the network, with the facts that the manufacturer uses for the device; one fact serves both, and a hazard known to either side counts.',
    'RM-2 to RM-5 end the walk at the first thing that is missing; after it is mended, walk again.',
    'Only the year of issue is used for the day from which the edition counts.',
  ],
});
