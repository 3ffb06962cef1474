/**
 * Whether an event has to be reported in Great Britain: Part 4A of the UK Medical Devices Regulations 2002 and the
 * vigilance pages of the MHRA, read as table UK-V. It needs an event or its prospect; a mere proposal sets off nothing.
 * With it stands what else a cyber incident sets off for a hospital. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const partFourA = citing('uk_si_2024_1368');
const guidance = citing('uk_pms_guidance');
const vigilance = citing('uk_vigilance');
const software = citing('uk_software_vigilance');
const examples = citing('uk_reportable_examples');
const summaries = citing('uk_pms_summaries');
const own = citing('changemark');

const TABLE_V = 'Table UK-V: is the event reportable?';

const INVESTIGATION = "manufacturer's investigation; incident record; device and system logs";

export const vigilanceUk = chart({
  instrument: 'UK-MDR-P4A',
  name: 'UK MDR 2002, vigilance',
  title: 'UK MDR 2002 Part 4A: is an event reportable (table UK-V)',
  jurisdiction: 'GB',
  edition: 'Part 4A, 16 June 2025',
  issued: '2025-06-16',
  inForce: { from: '2025-06-16', to: null },
  source: 'uk_si_2024_1368',
  addressee: 'Manufacturers of devices supplied in Great Britain, and the hospitals that tell of incidents',
  answers: 'law',
  start: 'UK-V12',
  nodes: {
    'UK-V12': {
      kind: 'gate',
      part: TABLE_V,
      asks: 'Was the device made in-house, or is it supplied only for a clinical investigation, a performance evaluation or exceptional use?',
      short: 'in-house or investigational?',
      cite: guidance('part A'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'asset register; label; investigation agreement',
      rule: { yes: 'made_in_house or investigational_or_exceptional_use' },
      yes: 'V-NOT-APPLICABLE',
      no: 'UK-V8',
      subRules: [
        {
          id: 'UK-V12-a',
          text: 'Part 4A does not reach it; Yellow Card is still used for devices made under the health institution exemption, voluntarily.',
          cite: guidance('part A'),
          confidence: 'V',
          answer: 'yes',
          when: 'made_in_house',
        },
      ],
    },
    'UK-V8': {
      kind: 'gate',
      part: TABLE_V,
      asks: 'Was harm avoided only because a user, patient or carer stepped in, while a contribution of the device is not excluded?',
      short: 'harm averted by intervention?',
      cite: examples('rationale'),
      confidence: 'V/D',
      who: 'hospital',
      foundIn: 'incident record; staff concerned',
      rule: { yes: 'harm_averted_by_intervention and device_contribution in {suspected, undetermined}' },
      yes: 'V-REPORT',
      no: 'UK-V7',
      subRules: [
        {
          id: 'UK-V8-a',
          text: 'An event without harm is still reportable where somebody had to step in.',
          cite: examples('rationale'),
          confidence: 'V',
          answer: 'yes',
          when: 'harm_averted_by_intervention and device_contribution = suspected',
        },
        {
          id: 'UK-V8-b',
          text: 'derived: a contribution of the device that has been excluded ends it, whoever stepped in.',
          cite: own('UK-V8'),
          confidence: 'D',
          answer: 'no',
          when: 'device_contribution = excluded',
        },
      ],
    },
    'UK-V7': {
      kind: 'gate',
      part: TABLE_V,
      asks: 'Is it unsure, after assessment, whether the device contributed?',
      short: 'cannot tell the contribution?',
      cite: examples('rationale'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: INVESTIGATION,
      rule: { yes: 'device_contribution = undetermined' },
      yes: 'V-REPORT',
      no: 'UK-V1',
      subRules: [
        {
          id: 'UK-V7-a',
          text: 'Doubt does not stop the clock: report within the time limit and correct the report later.',
          cite: examples('rationale'),
          confidence: 'V',
          answer: 'yes',
          when: 'device_contribution = undetermined',
        },
      ],
      note: 'Undetermined is an answer of an assessment that cannot tell; a question nobody has looked at stays open.',
    },
    'UK-V1': {
      kind: 'step',
      part: TABLE_V,
      asks: 'Has an event happened, or has testing or information shown something that could lead to one?',
      short: 'event, or one foreseen?',
      cite: vigilance('three criteria'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'incident record; vulnerability or test report',
      rule: { yes: 'event_occurred_or_foreseen' },
      yes: 'UK-V2',
      no: 'V-MONITOR',
    },
    'UK-V2': {
      kind: 'step',
      part: TABLE_V,
      asks: 'Is the device suspected to have contributed (malfunction, deterioration, inadequate information, a failure of its security)?',
      short: 'device suspected?',
      cite: vigilance('three criteria; with the MHRA guide for software'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: INVESTIGATION,
      rule: { yes: 'device_contribution = suspected' },
      yes: 'UK-V3',
      no: 'V-LOCAL',
      subRules: [
        {
          id: 'UK-V2-a',
          text: 'The guide for software names a computer system security problem among the types that are reported.',
          cite: software('types of problem'),
          confidence: 'V2',
        },
      ],
    },
    'UK-V3': {
      kind: 'step',
      part: TABLE_V,
      asks: 'Did it lead, or could it have led, to a death or a serious deterioration of health, indirect harm counted?',
      short: 'death or serious harm possible?',
      cite: software(''),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'clinical lead; incident record',
      rule: { yes: 'event_could_cause_serious_harm' },
      yes: 'V-REPORT',
      no: 'UK-V9',
      subRules: [
        {
          id: 'UK-V3-a',
          text: 'Indirect harm counts: a wrong or late diagnosis or treatment.',
          cite: software(''),
          confidence: 'V',
        },
      ],
    },
    'UK-V9': {
      kind: 'step',
      part: TABLE_V,
      asks: 'Do lesser incidents show a statistically significant increase?',
      short: 'significant rise of incidents?',
      cite: partFourA('reg 44ZN'),
      confidence: 'V/M',
      who: 'manufacturer',
      foundIn: 'trend analysis of post-market surveillance',
      rule: { yes: 'incident_increase_significant' },
      yes: 'V-TREND',
      no: 'V-MONITOR',
      note: 'from memory: the heading of regulation 44ZN was seen, the words of the test were not.',
    },
  },
  outcomes: {
    'V-NOT-APPLICABLE': {
      tier: 'none',
      meaning: 'Part 4A does not apply',
      label: 'Part 4A does not apply',
      obligations: [
        {
          who: 'hospital',
          must: 'Report a concern with a device made under the exemption by Yellow Card, voluntarily.',
          cite: guidance('part A'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: ['Why the device is in-house, investigational or under exceptional use', 'Local incident record'],
      notes: ['An investigation, an evaluation and an exceptional-use permission have reporting rules of their own.'],
    },
    'V-REPORT': {
      tier: 'notify',
      meaning: 'reportable: manufacturer reports, hospital files Yellow Card',
      label: 'reportable',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Report to the MHRA through MORE; the time limit of 2, 10 or 15 days comes from UK-MDR-P4A-TIME.',
          cite: partFourA('reg 44ZH'),
          confidence: 'V/V2',
          due: '2, 10 or 15 days after becoming aware, by kind of incident',
        },
        {
          who: 'manufacturer',
          must: 'Investigate and send the final report (reg 44ZI).',
          cite: partFourA('reg 44ZI'),
          confidence: 'V2',
          due: null,
        },
        {
          who: 'hospital',
          must: 'Report as soon as possible: Yellow Card in England and Wales, the Health Facilities Scotland (IRIC) route in Scotland, NIAIC in Northern Ireland. Tell the supplier, copy the Medical Device Safety Officer.',
          cite: vigilance('who reports where'),
          confidence: 'V',
          due: 'as soon as possible',
        },
        {
          who: 'hospital',
          must: 'Keep the device and its logs; do not send the device to the MHRA.',
          cite: vigilance('who reports where'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'hospital',
          must: 'Where personal data are at risk, tell the information commissioner through the incident tool of the toolkit.',
          cite: own('fan-out of a cyber incident: personal data'),
          confidence: 'V2/M',
          due: '72 hours after becoming aware',
        },
        {
          who: 'hospital',
          must: 'Where the continuity of an essential service suffers significantly, notify it under the NIS Regulations to NHS England and the Department of Health through the incident tool of the toolkit. The bill before Parliament would ask for a notice in 24 hours and a report in 72.',
          cite: citing('nis_2018')('operators of essential services'),
          confidence: 'V2/M',
          due: '72 hours',
        },
        {
          who: 'hospital',
          must: 'from memory: record the patient safety event in the national learning service and handle it under the incident response framework.',
          cite: own('fan-out of a cyber incident: patient safety'),
          confidence: 'M',
          due: 'local policy',
        },
        {
          who: 'hospital',
          must: 'Tell the cyber security operations of NHS England of a suspected compromise.',
          cite: citing('nhs_alert')('cyber security operations'),
          confidence: 'V/M',
          due: 'at once',
        },
      ],
      evidence: [
        'Report with reference; Yellow Card reference; date on which it became known',
        'Device and logs kept; software version; network situation at the time',
        'Clinical lead on the harm that happened or could have',
        'Decision on each further duty: personal data, essential service, patient safety, NHS cyber',
      ],
      notes: ['The corrective action that follows is judged by UK-MDR-FSCA, and the change itself by its own tables.'],
    },
    'V-MONITOR': {
      tier: 'record',
      meaning: 'monitor',
      label: 'monitor',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Keep it in post-market surveillance and look again when more is known.',
          cite: partFourA('regs 44ZE, 44ZF'),
          confidence: 'V2',
          due: null,
        },
        {
          who: 'hospital',
          must: 'derived: record the observation and tell the supplier; report later if the picture changes.',
          cite: own('V-MONITOR'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: [
        'Observation with date',
        'Reason: no event and none foreseen, or no serious harm possible',
        'Date of the next look',
      ],
      notes: [],
    },
    'V-LOCAL': {
      tier: 'record',
      meaning: 'local IT or privacy incident only',
      label: 'local incident only',
      obligations: [
        {
          who: 'hospital',
          must: 'Handle it as an incident of IT or of privacy: the duties for personal data, essential services, patient safety and NHS cyber stay as they are.',
          cite: vigilance('three criteria'),
          confidence: 'V/D',
          due: null,
        },
      ],
      evidence: ['Why a contribution of the device is excluded', 'Incident record; decisions on the other duties'],
      notes: ['Excluded is an answer of an assessment; while nobody has assessed it the walk stays open.'],
    },
    'V-TREND': {
      tier: 'notify',
      meaning: 'trend report',
      label: 'trend report',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Report the trend.',
          cite: partFourA('reg 44ZN'),
          confidence: 'V/M',
          due: null,
        },
      ],
      evidence: ['Trend analysis with the figures and the threshold it was compared with'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'Part 4A map',
      text: '44ZC definitions; 44ZD scope; 44ZE system; 44ZF plan; 44ZG preventive and corrective action; 44ZH first report; 44ZI investigation and final report; 44ZJ field safety corrective action; 44ZK outside Great Britain; 44ZL report of lower classes; 44ZM periodic safety update; 44ZN trends; 44ZO reports received; 44ZP analysis; 44ZQ retention; 44ZR requests.',
      cite: partFourA('regs 44ZC to 44ZR'),
      confidence: 'V2',
    },
    {
      id: 'UK-V10',
      text: 'A field safety corrective action is told to the UK Responsible Person and the approved body before it starts, to the MHRA in advance unless it is urgent, and to users by a field safety notice (UK-MDR-FSCA).',
      cite: partFourA('regs 44ZG, 44ZJ'),
      confidence: 'V2',
    },
    {
      id: 'UK-V11',
      text: 'An action taken outside Great Britain with a device that is supplied here too is reported as well; custom-made devices are exempt.',
      cite: partFourA('reg 44ZK'),
      confidence: 'V2',
    },
    {
      id: 'UK-2.10 reach',
      text: 'Devices placed on the market or put into service from 16 June 2025; discontinued models stay under the earlier rules until one unit is supplied after that date.',
      cite: summaries('note of Burges Salmon'),
      confidence: 'V2',
    },
    {
      id: 'UK-2.10 fan-out',
      text: 'derived: one security event can set off several duties of the hospital at once: device vigilance, personal data (72 hours), essential service (72 hours), patient safety, NHS cyber. None replaces another.',
      cite: own('fan-out of a cyber incident'),
      confidence: 'D',
    },
  ],
  readingNotes: [
    'The book prints the rows in another order: the gates UK-V12, UK-V8 and UK-V7 are asked first, because a yes ends the walk whatever the rest says.',
    'UK-V7 is read as the answer that an assessment cannot tell (device_contribution = undetermined), not as a question nobody has answered.',
    'UK-V4, UK-V5 and UK-V6 set the clock and stand in UK-MDR-P4A-TIME. UK-V10 and UK-V11 set duties and stand here and in UK-MDR-FSCA.',
    'derived: UK-V9 is asked only where no single event is reportable, as a trend of lesser incidents. A trend beside a reportable event is a duty of its own.',
    'The chart needs an event or its prospect; a proposal that touches no event leaves it out. Malware on the device is shown as a hint.',
    'Models of which no unit has been supplied since 16 June 2025 stay under the earlier rules; the chart does not ask for that date.',
    'Part 4A was seen mostly second-hand, the two MHRA guides in part.',
  ],
});
