/**
 * The time limit of a manufacturer's report in Great Britain: reg 44ZH of the UK Medical Devices Regulations 2002, rows
 * UK-V4 to UK-V6. It is read once UK-MDR-P4A says that there is something to report. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const partFourA = citing('uk_si_2024_1368');
const vigilance = citing('uk_vigilance');
const summaries = citing('uk_pms_summaries');

const CLOCK = 'Rows UK-V4 to UK-V6: how many days?';
const AWARE = 'after the manufacturer becomes aware';

export const vigilanceClockUk = chart({
  instrument: 'UK-MDR-P4A-TIME',
  name: 'UK MDR 2002, time limit of a report',
  title: 'UK MDR 2002 Part 4A: time limit of a report (rows UK-V4 to UK-V6)',
  jurisdiction: 'GB',
  edition: 'Part 4A, 16 June 2025',
  issued: '2025-06-16',
  inForce: { from: '2025-06-16', to: null },
  source: 'uk_si_2024_1368',
  addressee: 'Manufacturers of devices supplied in Great Britain',
  answers: 'law',
  start: 'UK-V4',
  nodes: {
    'UK-V4': {
      kind: 'step',
      part: CLOCK,
      asks: 'Is the event a serious public health threat?',
      short: 'serious public health threat?',
      cite: vigilance('2 days'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: "manufacturer's assessment; the number of units and sites concerned",
      rule: { yes: 'serious_public_health_threat' },
      yes: 'V-2-DAYS',
      no: 'UK-V5',
    },
    'UK-V5': {
      kind: 'step',
      part: CLOCK,
      asks: 'Did it lead to a death, or to a serious deterioration of health of a kind that was not anticipated?',
      short: 'death or unanticipated harm?',
      cite: vigilance('10 days'),
      confidence: 'V2',
      who: 'hospital',
      foundIn: "clinical record; manufacturer's risk file (which harms it foresaw)",
      rule: { yes: 'death_occurred or unanticipated_serious_deterioration' },
      yes: 'V-10-DAYS',
      no: 'UK-V6',
      note: 'Whether a death happened is known at the bedside; whether a deterioration was anticipated stands in the risk file of the manufacturer.',
    },
    'UK-V6': {
      kind: 'step',
      part: CLOCK,
      asks: 'Is it any other serious incident, an anticipated one included?',
      short: 'any other serious incident?',
      cite: vigilance('15 days'),
      confidence: 'V2',
      who: 'hospital',
      foundIn: 'clinical lead; incident record',
      rule: { yes: 'event_could_cause_serious_harm' },
      yes: 'V-15-DAYS',
      no: 'V-NOT-SINGLY',
      subRules: [
        {
          id: 'UK-V6-a',
          text: 'It was 30 days before 16 June 2025.',
          cite: summaries('comparison of DQS'),
          confidence: 'V2',
        },
      ],
    },
  },
  outcomes: {
    'V-2-DAYS': {
      tier: 'notify',
      meaning: 'report within 2 days of awareness',
      label: 'report within 2 days',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Report the serious public health threat to the MHRA.',
          cite: partFourA('reg 44ZH'),
          confidence: 'V2',
          due: `2 days ${AWARE}`,
        },
      ],
      evidence: ['Date on which it became known; date and reference of the report'],
      notes: [],
    },
    'V-10-DAYS': {
      tier: 'notify',
      meaning: 'report within 10 days of awareness',
      label: 'report within 10 days',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Report the death or the unanticipated serious deterioration to the MHRA.',
          cite: partFourA('reg 44ZH'),
          confidence: 'V2',
          due: `10 days ${AWARE}`,
        },
      ],
      evidence: [
        'Date on which it became known; date and reference of the report',
        'Harms that the risk file had foreseen',
      ],
      notes: [],
    },
    'V-15-DAYS': {
      tier: 'notify',
      meaning: 'report within 15 days of awareness',
      label: 'report within 15 days',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Report the serious incident to the MHRA.',
          cite: partFourA('reg 44ZH'),
          confidence: 'V2',
          due: `15 days ${AWARE}`,
        },
      ],
      evidence: ['Date on which it became known; date and reference of the report'],
      notes: [],
    },
    'V-NOT-SINGLY': {
      tier: 'record',
      meaning: 'not reportable singly',
      label: 'not reportable singly',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Keep it in post-market surveillance and watch the trend (UK-V9).',
          cite: partFourA('regs 44ZE, 44ZN'),
          confidence: 'V2/D',
          due: null,
        },
        {
          who: 'manufacturer',
          must: 'derived: where the report is owed because harm was averted or the contribution is undetermined (UK-V7, UK-V8), report it all the same.',
          cite: citing('changemark')('UK-V6 answered no'),
          confidence: 'D',
          due: `15 days ${AWARE}, unless a shorter limit fits`,
        },
      ],
      evidence: ['Reason why no serious harm is possible', 'Entry in the trend analysis'],
      notes: [
        'derived: no clock is printed for a report owed by UK-V7 or UK-V8 alone; the longest printed limit is taken for it.',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'UK-V7',
      text: 'Doubt whether the event meets the test does not stop the clock: report inside the limit, correct later.',
      cite: citing('uk_reportable_examples')('rationale'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'The clock starts when the manufacturer becomes aware; the dossier can carry that day as awareness_date.',
    'For the manufacturer. The hospital has no clock of days: it reports as soon as possible.',
    'derived: a report owed by UK-V7 or UK-V8 alone can end here in not reportable singly, because the rows print no clock for it. The outcome then carries that duty with its own date.',
    'The figures 2, 10 and 15 are second-hand; the wording of regulation 44ZH was not seen.',
  ],
});
