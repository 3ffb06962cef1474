/**
 * Duties that a corrective action sets off under Part 4A of the UK Medical Devices Regulations 2002 (regs 44ZG, 44ZJ,
 * 44ZK): rows UK-S1, UK-S10, UK-V10 and UK-V11. They stand beside the change tables and do not stop them: a corrective
 * action can be a design change as well. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const partFourA = citing('uk_si_2024_1368');
const guidance = citing('uk_pms_guidance');
const summaries = citing('uk_pms_summaries');
const own = citing('changemark');

const ROWS = 'Rows UK-S1 and UK-S10';

export const correctiveActionUk = chart({
  instrument: 'UK-MDR-FSCA',
  name: 'UK MDR 2002, corrective action',
  title: 'UK MDR 2002 regs 44ZG, 44ZJ: corrective action duties (rows UK-S1, UK-S10, UK-V10)',
  jurisdiction: 'GB',
  edition: 'Part 4A, 16 June 2025',
  issued: '2025-06-16',
  inForce: { from: '2025-06-16', to: null },
  source: 'uk_si_2024_1368',
  addressee: 'Manufacturers of devices supplied in Great Britain, whatever the mark',
  answers: 'law',
  start: 'UK-S1',
  nodes: {
    'UK-S1': {
      kind: 'step',
      part: ROWS,
      asks: 'Is the change made to prevent a serious incident, or to lower the risk of one, with devices already supplied?',
      short: 'lowers risk of serious incident?',
      cite: partFourA('regs 44ZC, 44ZJ'),
      confidence: 'V2/M',
      who: 'manufacturer',
      foundIn: 'risk assessment of the problem; field action file',
      rule: { yes: 'reduces_risk_of_serious_incident' },
      yes: 'O-FSCA',
      no: 'UK-S10',
      subRules: [
        {
          id: 'UK-S1-a',
          text: 'A corrective action in the field can be a design change too: judge the change by its own table as well.',
          cite: summaries('definition of a field safety corrective action'),
          confidence: 'V2',
        },
        {
          id: 'UK-S9',
          text: 'derived: an update that closes a vulnerability whose remaining risk of patient harm was unacceptable, on units already supplied, is made to lower the risk of a serious incident.',
          cite: own('UK-S9 beside UK-S1'),
          confidence: 'D',
        },
      ],
      note: 'from memory: the words of the definition in regulation 44ZC were not seen (open point 5); summaries were.',
    },
    'UK-S10': {
      kind: 'step',
      part: ROWS,
      asks: 'Is it a corrective or preventive action against a risk or non-conformity in performance or safety?',
      short: 'corrective or preventive action?',
      cite: partFourA('reg 44ZG(2), (3)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'corrective and preventive action record; release note',
      rule: { yes: 'is_corrective_action' },
      yes: 'O-INFORM-AB',
      no: 'O-MFR-QMS',
      subRules: [
        {
          id: 'UK-S10-a',
          text: 'The approved body reviews such an action for its effect on the certificate.',
          cite: partFourA('reg 44ZG(3)'),
          confidence: 'V',
        },
      ],
    },
  },
  outcomes: {
    'O-FSCA': {
      tier: 'notify',
      meaning: 'field safety corrective action: MHRA and users told',
      label: 'field safety corrective action',
      obligations: [
        {
          who: 'manufacturer',
          must: 'UK-V10: tell the UK Responsible Person and the approved body before the action starts.',
          cite: partFourA('regs 44ZG, 44ZJ'),
          confidence: 'V2',
          due: 'before the action starts',
        },
        {
          who: 'manufacturer',
          must: 'UK-V10: tell the MHRA in advance, except where the action is urgent.',
          cite: partFourA('reg 44ZJ'),
          confidence: 'V2',
          due: 'before the action starts, save in urgent cases',
        },
        {
          who: 'manufacturer',
          must: 'UK-V10: issue a field safety notice to the users.',
          cite: partFourA('reg 44ZJ'),
          confidence: 'V2',
          due: null,
        },
        {
          who: 'manufacturer',
          must: 'UK-V11: report an action taken outside Great Britain where the device is supplied here too; custom-made devices are exempt.',
          cite: partFourA('reg 44ZK'),
          confidence: 'V2',
          due: null,
        },
        {
          who: 'authorised body',
          must: 'Review the action for its effect on the certificate.',
          cite: partFourA('reg 44ZG(3)'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'hospital',
          must: 'derived: carry out the notice on the units named, confirm to the manufacturer, keep the action log, and let the Medical Device Safety Officer close it.',
          cite: own('evidence for O-FSCA as recipient'),
          confidence: 'D',
          due: 'by the date in the notice',
        },
      ],
      evidence: [
        'Field safety notice: reference number, due date, affected serial numbers, interim actions, confirmation form',
        'Notice to the UK Responsible Person, the approved body and the MHRA, with dates',
        'As recipient: reference of the notice, action log, confirmation to the manufacturer, date closed',
      ],
      notes: [
        'The walk of the change tables goes on: a field safety corrective action can also be a change that the approved body has to accept.',
      ],
    },
    'O-INFORM-AB': {
      tier: 'notify',
      meaning: 'UK Responsible Person and Approved Body told of the action',
      label: 'tell Responsible Person and body',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Tell the UK Responsible Person and the approved body of the corrective or preventive action, in any case.',
          cite: partFourA('reg 44ZG(2)'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'authorised body',
          must: 'Review the action for its effect on the certificate.',
          cite: partFourA('reg 44ZG(3)'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: [
        'Notice to the UK Responsible Person and the approved body, with date',
        'Answer of the approved body',
        'Corrective and preventive action record',
      ],
      notes: [
        'derived: where no approved body is concerned (class I, self-declared) the UK Responsible Person remains to be told.',
      ],
    },
    'O-MFR-QMS': {
      tier: 'record',
      meaning: 'manufacturer releases under its quality system',
      label: 'record only',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Record why it is no corrective or preventive action, and keep the change in the post-market surveillance of the model.',
          cite: partFourA('regs 44ZE, 44ZG'),
          confidence: 'V/D',
          due: null,
        },
      ],
      evidence: ['Reason why no serious incident is to be prevented and no non-conformity corrected', 'Change record'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'Part 4A map',
      text: '44ZC definitions; 44ZD scope; 44ZE system; 44ZF plan; 44ZG preventive and corrective action; 44ZH first report; 44ZI investigation and final report; 44ZJ field safety corrective action and notice; 44ZK action outside Great Britain; 44ZL post-market surveillance report; 44ZM periodic safety update report; 44ZN trends; 44ZO reports received by the Secretary of State; 44ZP analysis; 44ZQ retention; 44ZR requests.',
      cite: partFourA('regs 44ZC to 44ZR'),
      confidence: 'V2',
    },
    {
      id: 'Part 4A reach',
      text: 'It reaches devices placed on the market or put into service from 16 June 2025. Discontinued models stay under the earlier rules, but one unit supplied after that date brings the model in.',
      cite: summaries('note of Burges Salmon'),
      confidence: 'V2',
    },
    {
      id: 'Part 4A reports',
      text: 'The surveillance report of a lower-class device is due within three years and every three years after; the periodic safety update report every year or two years by class. Either goes to the MHRA within three working days of a request.',
      cite: guidance('reports; regs 44ZL, 44ZM, 44ZR'),
      confidence: 'V/V2',
    },
    {
      id: 'Part 4A period',
      text: 'Surveillance begins when the first unit is marketed or put into service, and lasts until the last unit of the model has reached the end of its life.',
      cite: guidance('surveillance period'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'Whatever the mark: Part 4A speaks of devices supplied in Great Britain, UKCA or CE. It does not reach in-house devices, clinical investigations, performance evaluations and exceptional use.',
    'derived: models of which no unit has been supplied since 16 June 2025 stay under the earlier rules; the chart does not ask for that date, so say it where it matters.',
    'UK-S10 asks for the duty "in any case"; it is asked here only where UK-S1 is no, because a field safety corrective action tells the same parties and more.',
    'Texts of Part 4A are mostly cited second-hand; regulation 44ZG(2) and (3) were seen in the guidance.',
  ],
});
