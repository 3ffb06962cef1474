/** Vulnerabilities and field actions in the United States: patient harm, clocks, reports, recall. */
import { askings, closed } from '../entry';

export const fieldActionAskings = askings({
  safety_or_essential_performance_affected: {
    question: 'Could the vulnerability, if it is exploited, touch safety or essential performance?',
    help: 'A stopped therapy, a wrong measurement or a lost alarm counts. Loss of patient data alone does not: that harms privacy, not the body.',
    who: 'manufacturer',
    foundIn:
      "manufacturer's vulnerability assessment; security advisory; list of essential performance in the risk file",
    letter: closed(
      'If this vulnerability were exploited, could it affect the safety or essential performance of the device?',
    ),
  },
  customer_communication_within_30d: {
    question: 'Were customers told everything they need within 30 days after the manufacturer learned of it?',
    help: 'Needed are: the vulnerability and its impact, what is being done, compensating controls for the time until then, and a plan with dates. A notice without a plan is a no. While the 30 days still run, leave it open.',
    who: 'manufacturer',
    foundIn: 'customer letter or advisory with its date; date on which the manufacturer learned of it',
    letter: closed(
      'Did you, within 30 days of learning of the vulnerability, tell customers its impact, interim controls and a remediation plan with dates?',
      { yes: 'Yes (please give the dates)' },
    ),
  },
  fix_within_60d: {
    question: 'Was a validated fix or lasting control out within 60 days, and is the risk acceptable with it?',
    help: 'The 60 days run from the day the manufacturer learned of the vulnerability; while they still run, leave it open. A lasting compensating control counts; a fix that is ready but not distributed does not.',
    who: 'manufacturer',
    foundIn: 'release note or advisory with its date; validation summary',
    letter: closed(
      'Did you, within 60 days of learning of the vulnerability, distribute a validated fix or lasting control that makes the risk acceptable?',
      { yes: 'Yes (please give the date)' },
    ),
  },
  isao_active_member: {
    question: 'Is the manufacturer an active member of an organisation for sharing security information?',
    help: 'All four count: the organisation (an ISAO) shares threats to devices and has written policies; the manufacturer gives it its customer communications, and takes in what it hears by a documented process that leads to the risk files. Reading a mailing list is not membership.',
    who: 'manufacturer',
    foundIn: 'membership confirmation with its date; security page of the manufacturer',
    letter: closed(
      'Are you an active member of an information sharing and analysis organisation (ISAO) to which you give your customer communications?',
      { yes: 'Yes (name and date of membership)' },
    ),
  },
  reduces_risk_to_health: {
    question: 'Is the action on the units in the field meant to lower a risk to health that comes from the device?',
    help: 'The bar is low: a temporary or reversible harm, or a remote chance of a serious one, counts. Better comfort or performance alone does not. For a vulnerability the controlled-risk reading comes first.',
    who: 'manufacturer',
    foundIn: 'health hazard evaluation; field action decision',
    letter: closed('Is the action on distributed units meant to reduce a risk to health posed by the device?'),
  },
  remedies_violation_with_health_risk: {
    question: 'Does the action cure a breach of United States device law that may present a risk to health?',
    help: 'Example: units sold with wrong instructions that could hurt somebody. A breach without any health risk is a no.',
    who: 'manufacturer',
    foundIn: 'health hazard evaluation; corrective action record',
    letter: closed(
      'Does the action on distributed units remedy a violation of the Act caused by the device that may present a risk to health?',
    ),
  },
  already_reported_to_fda: {
    question: 'Has this action been reported to FDA already, as an adverse event or a radiation defect?',
    help: 'A report of an adverse event (part 803) or of a radiation defect (part 1004) that describes the action counts. A report on another event does not.',
    who: 'manufacturer',
    foundIn: 'report number under 21 CFR part 803 or 1004',
    letter: closed('Has this action already been reported to FDA under 21 CFR part 803 or part 1004?', {
      yes: 'Yes (please give the report number)',
    }),
  },
  fails_to_perform_as_represented: {
    question: 'Does the change put right a device that misses its specification or its promises?',
    help: 'A rising failure rate or a new kind of failure points to yes. A device that does all it was sold for and is made better is a no.',
    who: 'manufacturer',
    foundIn: 'complaint trend; problem report; specification and advertised performance',
    letter: closed(
      'Does the change resolve a failure of the device to meet its specifications or to perform as represented?',
    ),
  },
  corrects_violation: {
    question: 'Does the change cure labelling that is false, misleading or insufficient, or another breach of the Act?',
    help: 'A breach of the quality-system rules counts. A clearer manual for a device whose manual was lawful does not.',
    who: 'manufacturer',
    foundIn: 'corrective action record; inspection observations',
    letter: closed(
      'Does the change cure false, misleading or insufficient labelling, or another violation including one of the quality system?',
    ),
  },
});
