/**
 * NHS England, Respond to an NHS cyber alert (service that follows CareCERT Collect): table NHS-A, with what the toolkit
 * (DSPT) says of alerts and of unsupported systems. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('nhs_alert');
const press = citing('nhs_alert_press');
const guides = citing('dspt_guides');
const caf = citing('dspt_caf');
const own = citing('changemark');

const TABLE_A = 'Table NHS-A: high-severity cyber alerts';

const SERVICE = 'NHS cyber alert service: the alert and the status of the organisation';

const FORTY_EIGHT = '48 hours after the alert was issued';

const ACKNOWLEDGE = {
  who: 'hospital',
  must: 'Acknowledge the alert in the service (status "in progress").',
  cite: doc('guidance'),
  confidence: 'V',
  due: 'at once',
} as const;

export const nhsCyberAlert = chart({
  instrument: 'NHS-ALERT',
  name: 'NHS cyber alert',
  title: 'NHS England: respond to an NHS cyber alert (table NHS-A)',
  jurisdiction: 'GB',
  edition: 'service pages, as read in November 2026',
  issued: null,
  inForce: { from: '2018-05-10', to: null },
  source: 'nhs_alert',
  addressee: 'Health and care organisations in England that receive NHS cyber alerts',
  answers: 'safe',
  start: 'NHS-A1',
  nodes: {
    'NHS-A1': {
      kind: 'step',
      part: TABLE_A,
      asks: 'Is the alert of high severity?',
      short: 'high severity?',
      cite: doc('guidance'),
      confidence: 'V',
      who: 'hospital',
      foundIn: SERVICE,
      rule: { yes: 'alert_high_severity' },
      yes: 'NHS-A2',
      no: 'ALERT-NORMAL',
      subRules: [
        {
          id: 'NHS-A1-a',
          text: 'Acknowledge a high-severity alert at once in the service: status "in progress".',
          cite: doc('guidance'),
          confidence: 'V',
          answer: 'yes',
          when: 'alert_high_severity',
        },
      ],
    },
    'NHS-A2': {
      kind: 'step',
      part: TABLE_A,
      asks: 'Have 48 hours passed without a recorded response?',
      short: '48 hours without a response?',
      cite: doc('guidance, with a press report of 2018'),
      confidence: 'V',
      who: 'hospital',
      foundIn: SERVICE,
      rule: { yes: 'hours_since_alert >= 48 and not alert_response_recorded' },
      yes: 'ALERT-OVERDUE',
      no: 'NHS-A4',
      subRules: [
        {
          id: 'NHS-A2-a',
          text: 'A report of 2018 says that the duty is a legal one under the NIS Regulations.',
          cite: press(''),
          confidence: 'V',
        },
        {
          id: 'NHS-A3',
          text: 'After the acknowledgement say for each organisation whether the alert applies, and inform colleagues.',
          cite: doc('guidance'),
          confidence: 'V',
        },
      ],
    },
    'NHS-A4': {
      kind: 'step',
      part: TABLE_A,
      asks: "Does it apply to the organisation's estate?",
      short: 'applies to our estate?',
      cite: doc('guidance'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'asset register; manual register of software on medical devices',
      rule: { yes: 'alert_applies' },
      yes: 'NHS-A5',
      no: 'ALERT-CLOSE',
      subRules: [
        {
          id: 'NHS-A4-a',
          text: 'Survey tools often cannot see the software on medical devices: keep a manual register.',
          cite: guides('guide 8'),
          confidence: 'V',
        },
      ],
    },
    'NHS-A5': {
      kind: 'step',
      part: TABLE_A,
      asks: 'Does the affected estate hold medical devices that cannot get the patch yet?',
      short: 'devices that cannot be patched yet?',
      cite: guides('guide 6.3.2'),
      confidence: 'V/D',
      who: 'manufacturer',
      foundIn: 'supplier bulletin; list of approved patches (MDS2 CSUP-7, CSUP-9)',
      rule: { yes: 'not patch_available_from_manufacturer' },
      yes: 'ALERT-EXTENDED',
      no: 'ALERT-REMEDIATE',
      subRules: [
        {
          id: 'NHS-A5-a',
          text: 'A longer remediation is accepted, and is no excuse for doing nothing.',
          cite: guides('guide 6.3.2'),
          confidence: 'V',
          answer: 'yes',
          when: 'not patch_available_from_manufacturer',
        },
        {
          id: 'NHS-A7',
          text: 'derived: where the mitigation changes a device, run table UK-H and the clinical risk process first; the urgency of an alert grants no permission to modify.',
          cite: own('NHS-A7'),
          confidence: 'D',
        },
      ],
    },
  },
  outcomes: {
    'ALERT-NORMAL': {
      tier: 'record',
      meaning: 'handle in the normal patch cycle',
      label: 'normal patch cycle',
      obligations: [
        {
          who: 'hospital',
          must: 'Handle it in the normal patch cycle, medical devices included.',
          cite: doc('guidance'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: ['Severity of the alert', 'Entry in the patch cycle'],
      notes: [],
    },
    'ALERT-OVERDUE': {
      tier: 'notify',
      meaning: '48 h passed without response: non-compliant, respond now',
      label: 'overdue: respond now',
      obligations: [
        {
          who: 'hospital',
          must: 'Acknowledge and respond in the service now; the organisation is not compliant.',
          cite: doc('guidance'),
          confidence: 'V',
          due: 'at once',
        },
        {
          who: 'hospital',
          must: 'derived: then answer the rest of the table: does it apply, which devices, what is done.',
          cite: own('NHS-A2 answered yes'),
          confidence: 'D',
          due: 'at once',
        },
      ],
      evidence: ['Time of issue and time of the response', 'Why it was late, and who was told'],
      notes: [],
    },
    'ALERT-CLOSE': {
      tier: 'notify',
      meaning: 'acknowledge, answer within 48 h, close as not applicable',
      label: 'answer, close as not applicable',
      obligations: [
        ACKNOWLEDGE,
        {
          who: 'hospital',
          must: 'State for each organisation that the alert does not apply, inform colleagues, and close it.',
          cite: doc('guidance'),
          confidence: 'V',
          due: FORTY_EIGHT,
        },
      ],
      evidence: [
        'How it was checked that nothing in the estate is affected, medical devices included',
        'Record of the response',
      ],
      notes: [],
    },
    'ALERT-EXTENDED': {
      tier: 'notify',
      meaning: 'acknowledge, answer within 48 h, list devices and compensating controls; remediation may take longer',
      label: 'answer, list devices and controls',
      obligations: [
        ACKNOWLEDGE,
        {
          who: 'hospital',
          must: 'State for each organisation that the alert applies, and inform colleagues.',
          cite: doc('guidance'),
          confidence: 'V',
          due: FORTY_EIGHT,
        },
        {
          who: 'hospital',
          must: "List the devices that cannot be patched, with the compensating controls, the supplier's reference and its date.",
          cite: guides('guide 6.3.2'),
          confidence: 'V/D',
          due: FORTY_EIGHT,
        },
        {
          who: 'hospital',
          must: 'Give progress updates; the service sets the first due date, and it can be edited. Close the alert when it is done.',
          cite: doc('guidance'),
          confidence: 'V',
          due: '3 days for the first update',
        },
        {
          who: 'hospital',
          must: 'from memory: after 14 days treat it as a breach point of the trust: patch applied, or the risk accepted in writing (NHS-A6).',
          cite: own('NHS-A6, practice'),
          confidence: 'M',
          due: '14 days: a local target, not printed by the service',
        },
        {
          who: 'manufacturer',
          must: 'derived: say whether the model is affected, which interim measures are advised, and when the validated update comes.',
          cite: own('supplier request, blocks B to D'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: [
        'List of affected devices that cannot be patched',
        'Compensating controls; reference and date of the supplier',
        'Exception record: asset, operating system and its end of support, why not upgraded, statement of the supplier, controls, clinical impact of isolation, risk score, owner, review date, exit plan',
        'Record of the response and of each update',
      ],
      notes: [
        'Hold: the 14 days are a target in wide use; the present pages of the service do not name them (open point 8).',
      ],
    },
    'ALERT-REMEDIATE': {
      tier: 'notify',
      meaning: 'acknowledge, answer within 48 h, report remediation (first due date 3 days)',
      label: 'answer, report remediation',
      obligations: [
        ACKNOWLEDGE,
        {
          who: 'hospital',
          must: 'State for each organisation that the alert applies, and inform colleagues.',
          cite: doc('guidance'),
          confidence: 'V',
          due: FORTY_EIGHT,
        },
        {
          who: 'hospital',
          must: 'Report remediation until it is done, then close the alert; the service sets the first due date, and it can be edited.',
          cite: doc('guidance'),
          confidence: 'V',
          due: '3 days for the first update',
        },
        {
          who: 'hospital',
          must: 'from memory: after 14 days treat it as a breach point of the trust: patch applied, or the risk accepted in writing (NHS-A6).',
          cite: own('NHS-A6, practice'),
          confidence: 'M',
          due: '14 days: a local target, not printed by the service',
        },
      ],
      evidence: ['Record of the response and of each update', 'Patched devices with version before and after'],
      notes: [
        'Hold: the 14 days are a target in wide use; the present pages of the service do not name them (open point 8).',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'NHS-A3',
      text: 'After the acknowledgement: state applicability for each organisation, and inform colleagues.',
      cite: doc('guidance'),
      confidence: 'V',
    },
    {
      id: 'NHS-A6',
      text: 'from memory: 14 days for critical and high fixes is the target of Cyber Essentials and of older wording of the toolkit.',
      cite: own('NHS-A6, practice'),
      confidence: 'M',
    },
    {
      id: 'NHS-A7',
      text: 'derived: a mitigation that changes a device runs through table UK-H and the clinical risk process first.',
      cite: own('NHS-A7'),
      confidence: 'D',
    },
    {
      id: 'DSPT who',
      text: "Trusts and foundation trusts, integrated care boards, commissioning support units and arm's-length bodies use the CAF-aligned toolkit since September 2024; others keep the assertions. It is submitted every year, around 30 June.",
      cite: caf('scope'),
      confidence: 'V/V2',
    },
    {
      id: 'DSPT assertions',
      text: 'Older numbers that suppliers still quote: 8.1 to 8.4 on unsupported systems and patching, 6.3.2 on alerts within 48 hours.',
      cite: guides('headings'),
      confidence: 'V',
    },
    {
      id: 'CAF A2',
      text: 'from memory: risk decisions are documented and repeatable; a patch exception is one, with an owner.',
      cite: caf('A2'),
      confidence: 'M',
    },
    {
      id: 'CAF A3.a',
      text: 'All assets that essential functions need are identified and documented; connected medical devices are named as a type.',
      cite: caf('A3.a'),
      confidence: 'V',
    },
    {
      id: 'CAF A4',
      text: 'from memory: know the dependencies on suppliers; security terms in contracts.',
      cite: caf('A4'),
      confidence: 'M',
    },
    {
      id: 'CAF B2',
      text: 'from memory: privileged and remote access controlled, with a second factor.',
      cite: caf('B2'),
      confidence: 'M',
    },
    {
      id: 'CAF B3.a',
      text: 'Know which data are held and how they flow.',
      cite: caf('B3.a'),
      confidence: 'V',
    },
    {
      id: 'CAF B4.a',
      text: 'No single vulnerability should break an essential function; defences at every connection point; recovery designed in.',
      cite: caf('B4.a'),
      confidence: 'V',
    },
    {
      id: 'CAF B4.b',
      text: 'Assets that need secure configuration are identified: builds, least services.',
      cite: caf('B4.b'),
      confidence: 'V2',
    },
    {
      id: 'CAF B4.c',
      text: 'from memory: administration only from dedicated, controlled systems.',
      cite: caf('B4.c'),
      confidence: 'M',
    },
    {
      id: 'CAF B4.d',
      text: 'from memory: know the exposure, set priorities, mitigate; unsupported items isolated, mitigated or retired; alerts acted on. The text was not seen (open point 9).',
      cite: caf('B4.d'),
      confidence: 'M',
    },
    {
      id: 'CAF B5',
      text: 'Segmentation, backups, tested recovery.',
      cite: caf('B5'),
      confidence: 'V2',
    },
    {
      id: 'CAF C1',
      text: 'Logs are collected and kept by type; six months are quoted as a floor for logs of investigations.',
      cite: caf('C1'),
      confidence: 'V2',
    },
    {
      id: 'CAF D1',
      text: 'from memory: response plans are exercised, medical devices included.',
      cite: caf('D1'),
      confidence: 'M',
    },
    {
      id: 'NIS bill',
      text: 'The Cyber Security and Resilience Bill, introduced on 12 November 2025, would reach managed service providers and critical suppliers, ask for a notice in 24 hours and a report in 72, and fine up to 17 million pounds or 4 percent of turnover. Royal Assent by November 2026 was not found (open point 2).',
      cite: citing('uk_cyber_bill')(''),
      confidence: 'V/V2',
    },
    {
      id: 'NIS operators',
      text: 'Trusts, integrated care boards and independent providers can be operators of essential services.',
      cite: citing('nis_2018')(''),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'NHS-A3, NHS-A6 and NHS-A7 do not decide where the walk goes; they stand as duty, deadline and principle.',
    'The service pages carry no date that was seen; the edition is used from 10 May 2018, from memory the day on which the NIS Regulations took effect.',
    'England only, and only with an alert in the dossier.',
    'NHS-A5 is read from the manufacturer: patch released or approved for the devices concerned. A yes of the question therefore is a no of that fact.',
    'derived: the pages ask for acknowledgement at once and for a response within 48 hours; a status of "in progress" or later is read as a recorded response. Where the trust reads response as the statement whether the alert applies, answer NHS-A2 by that.',
    'derived: hours count from the issue of the alert. A response recorded late keeps the walk going; that it was late stays on the record of the organisation.',
  ],
});
