/**
 * Table CA-G, questions 2 to 11, as data of its own: the general principles of Health Canada's guidance on significant
 * change. The chart of the 2026 guidance walks them, and so does the software chart of 2011 for what its own questions
 * leave open. Seen in the draft edition of the same page.
 */
import type { ChartNode } from '../../chart';
import { citing } from '../../sources';

const guidance = citing('ca_sigchange_2026');
const regulations = citing('ca_mdr');
const own = citing('changemark');

const TABLE_G = 'Table CA-G: general principles';
const RISK_FILE = "manufacturer's risk management file, before and after the change";
const PAGE = 'general principles';

const BOTH_WAYS = 'Either direction counts: a lower value is a changed value too.';

type Box = 'CA-G2' | 'CA-G3' | 'CA-G4' | 'CA-G5' | 'CA-G6' | 'CA-G7' | 'CA-G8' | 'CA-G9' | 'CA-G10' | 'CA-G11';

export const canadaGeneralPrinciples: Record<Box, ChartNode<Box | 'CA-SIG' | 'CA-NONSIG'>> = {
  'CA-G2': {
    kind: 'step',
    part: TABLE_G,
    asks: 'Can an effect of the change on safety, quality or effectiveness of the device reasonably be expected, for better or worse, labelling and packaging included?',
    short: 'safety or effectiveness affected?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: 'risk management file; verification and validation report; comparison with the licensed device',
    rule: { yes: 'affects_safety_or_effectiveness' },
    yes: 'CA-SIG',
    no: 'CA-G3',
    subRules: [
      {
        id: 'CA-G2-a',
        text: 'An improvement counts as much as a deterioration, and a change meant to improve safety may bring other risks that have to be assessed.',
        cite: guidance(PAGE),
        confidence: 'V',
      },
      {
        id: 'CA-s1',
        text: 'from memory: by the definition of the Regulations a change is significant where an effect on safety or effectiveness can reasonably be expected. Four groups are named: (a) process, facility and equipment of manufacture; (b) its quality control; (c) design, from performance and operating principle to material specifications, energy source, software and accessories; (d) intended use, with a new or wider use, a contra-indication added or deleted, or another period behind the expiry date.',
        cite: regulations('s.1, significant change'),
        confidence: 'M',
      },
    ],
    note: 'The page says that such a change is likely significant; this chart takes a yes as significant.',
  },
  'CA-G3': {
    kind: 'step',
    part: TABLE_G,
    asks: 'Is the change made in answer to a known change in the safety or effectiveness of a device?',
    short: 'answers a known safety problem?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: 'complaint and incident files; corrective action record; security advisory behind the release',
    rule: { yes: 'is_corrective_action' },
    yes: 'CA-SIG',
    no: 'CA-G4',
    subRules: [
      {
        id: 'CA-G3-a',
        text: 'derived: for a security fix this question and CA-G7 weigh most. A patch that answers a known safety problem leans to significant although it improves safety.',
        cite: own('CA-G3 and security fixes'),
        confidence: 'D',
      },
    ],
    note: 'The page says likely significant; this chart takes a yes as significant.',
  },
  'CA-G4': {
    kind: 'step',
    part: TABLE_G,
    asks: 'Does the change bring in a hazard or hazardous situation that was not identified before?',
    short: 'new hazard?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: RISK_FILE,
    rule: { yes: 'new_hazard' },
    yes: 'CA-SIG',
    no: 'CA-G5',
  },
  'CA-G5': {
    kind: 'step',
    part: TABLE_G,
    asks: 'Does the likelihood of a known hazard change?',
    short: 'likelihood of a hazard changed?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: RISK_FILE,
    rule: { yes: 'hazard_likelihood_changed' },
    yes: 'CA-SIG',
    no: 'CA-G6',
    note: BOTH_WAYS,
  },
  'CA-G6': {
    kind: 'step',
    part: TABLE_G,
    asks: 'Does the severity of a known adverse consequence change?',
    short: 'severity changed?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: RISK_FILE,
    rule: { yes: 'hazard_severity_changed' },
    yes: 'CA-SIG',
    no: 'CA-G7',
    note: BOTH_WAYS,
  },
  'CA-G7': {
    kind: 'step',
    part: TABLE_G,
    asks: 'Are measures that control a risk changed?',
    short: 'risk controls changed?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: 'risk management file: list of controls with their specification',
    rule: { yes: 'risk_control_changed' },
    yes: 'CA-SIG',
    no: 'CA-G8',
    subRules: [
      {
        id: 'CA-G7-a',
        text: 'derived: a security fix that alters a control of a safety risk leans to significant; a purely security control counts only where the safety risk file relies on it.',
        cite: own('CA-G7 and security fixes'),
        confidence: 'D',
      },
    ],
  },
  'CA-G8': {
    kind: 'step',
    part: TABLE_G,
    asks: 'With several changes, made at once or since the licence was last amended: is one of them, or their sum, significant?',
    short: 'one change or the sum significant?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: 'list of all changes since the licensed version; cumulative assessment',
    rule: { yes: 'sum_of_changes_significant' },
    yes: 'CA-SIG',
    no: 'CA-G9',
  },
  'CA-G9': {
    kind: 'step',
    part: TABLE_G,
    asks: 'Do the data for the changed device fall inside the data already licensed, or can they be interpolated from them?',
    short: 'inside the licensed data?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: 'licence application with its test data; comparison with the changed device',
    rule: { yes: 'within_licensed_range' },
    yes: 'CA-G10',
    no: 'CA-SIG',
    subRules: [
      {
        id: 'CA-G9-a',
        text: 'Four corners: what lies between configurations whose data were licensed is covered; what lies outside them is not.',
        cite: guidance(PAGE),
        confidence: 'V',
        answer: 'yes',
        when: 'within_licensed_range',
      },
    ],
    note: 'The page says likely significant where data fall outside; this chart takes that as significant.',
  },
  'CA-G10': {
    kind: 'step',
    part: TABLE_G,
    asks: 'Must verification or validation be repeated with new acceptance criteria, or with clinical data?',
    short: 'new criteria or clinical data?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: 'verification and validation plan beside the one behind the licence',
    rule: {
      yes: 'new_acceptance_criteria_needed or clinical_data_needed in {confirmatory, substantial, entirely_new}',
    },
    yes: 'CA-SIG',
    no: 'CA-G11',
    subRules: [
      {
        id: 'CA-G10-a',
        text: 'Repeating the same tests against the same criteria speaks for not significant.',
        cite: guidance(PAGE),
        confidence: 'V',
        answer: 'no',
        when: 'not new_acceptance_criteria_needed and clinical_data_needed = none',
      },
    ],
    note: 'The page says that this supports one answer or the other; this chart takes a yes as significant.',
  },
  'CA-G11': {
    kind: 'step',
    part: TABLE_G,
    asks: 'Does the final risk assessment rate every new or changed risk as negligible?',
    short: 'all new risks negligible?',
    cite: guidance(PAGE),
    confidence: 'V',
    who: 'manufacturer',
    foundIn: 'final risk assessment of the change',
    rule: { yes: 'all_new_risks_negligible' },
    yes: 'CA-NONSIG',
    no: 'CA-SIG',
    subRules: [
      {
        id: 'CA-G12',
        text: 'One section of the guidance that gives "significant" is enough for the whole change, whatever the others give.',
        cite: guidance(PAGE),
        confidence: 'V',
      },
    ],
  },
};
