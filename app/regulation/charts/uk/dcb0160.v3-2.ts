/**
 * DCB0160 v3.2 (2018), Clinical Risk Management: its Application in the Deployment and Use of Health IT Systems. Table
 * NHS-C with the scoring, as the deploying organisation walks it for a change. Its clauses were seen second-hand; they
 * mirror DCB0129, which was read. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('dcb0160');
const supplier = citing('dcb0129');
const applicability = citing('nhs_dcb_applicability');
const review = citing('nhs_dcb_review');
const matrix = citing('nhs_risk_matrix');
const template = citing('dcb0160_template');
const segmentation = citing('nhs_segmentation');
const own = citing('changemark');

const TABLE_C = 'Table NHS-C: clinical safety of a change';
const SCORE = 'Scoring (rows NHS-C5, NHS-C6)';

const SAFETY_FILE = 'hazard log and safety case of the deployment; clinical safety officer';

export const dcb0160 = chart({
  instrument: 'DCB0160',
  name: 'DCB0160 v3.2',
  title: 'DCB0160 v3.2: clinical risk of a change in the deploying organisation (table NHS-C)',
  jurisdiction: 'GB',
  edition: 'v3.2, 2018',
  issued: '2018',
  inForce: { from: '2018-05-02', to: null },
  source: 'dcb0160',
  addressee: 'Health organisations in England that deploy and use health IT systems',
  answers: 'safe',
  start: 'NHS-C1',
  nodes: {
    'NHS-C1': {
      kind: 'step',
      part: TABLE_C,
      asks: 'Is it a health IT system: publicly funded, used in England for direct care in real or near real time, and, where it is a medical device, part of such a system or integrated with health IT infrastructure?',
      short: 'health IT system in England?',
      cite: applicability('with DCB0129 1.1'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'system register; clinical safety officer',
      rule: { yes: 'is_health_it_system' },
      yes: 'NHS-C2',
      no: 'DCB-NOT-APPLICABLE',
      subRules: [
        {
          id: 'NHS-C1-a',
          text: 'Services at the level of a population are out.',
          cite: applicability(''),
          confidence: 'V',
        },
        {
          id: 'NHS-C1-c',
          text: 'derived: a device that gives no information, such as a bare infusion pump without data output, stays outside; ISO 14971 and the policy of the trust remain.',
          cite: own('scope of DCB0129 and DCB0160'),
          confidence: 'D',
          answer: 'no',
          when: 'not is_health_it_system',
        },
      ],
    },
    'NHS-C2': {
      kind: 'step',
      part: TABLE_C,
      asks: 'Is a system in use changed, that is modified, updated, configured anew, moved in the network or turned off?',
      short: 'deployed system changed?',
      cite: supplier('7.3.1; DCB0160 equivalent'),
      confidence: 'V/V2',
      who: 'hospital',
      foundIn: 'change ticket',
      rule: { yes: 'deployed_system_changed' },
      yes: 'NHS-C4',
      no: 'DCB-NO-ACTION',
      subRules: [
        {
          id: 'NHS-C9',
          text: 'Decommissioning counts: the process is applied to the withdrawal, with continuity, migration and destruction of data.',
          cite: doc('scope: decommissioning'),
          confidence: 'V2',
        },
        {
          id: 'NHS-C2-topics',
          text: 'Topics that send a deployed safety case back to the Clinical Safety Officer, by a community template: clinical rules, thresholds and units; patient identity; data model or migration; interfaces and queues; alerts and escalation; workflow, warnings and texts; authentication, authorisation, audit, break-glass; configuration, environment, infrastructure, failover, backups; monitoring, support, downtime, decommissioning; AI models. The two on access and on configuration catch most security changes.',
          cite: template(''),
          confidence: 'V2',
        },
      ],
    },
    'NHS-C4': {
      kind: 'step',
      part: TABLE_C,
      asks: 'Can it, when it works or when it fails, bring a hazard, alter a likelihood or severity, or make a control weaker (downtime, delay, lost alarms, wrong patient or data, users locked out, roll-back that fails)?',
      short: 'clinical risk could change?',
      cite: supplier('7.3.2, 6.1.2; DCB0160 equivalent'),
      confidence: 'V',
      who: 'hospital',
      foundIn: SAFETY_FILE,
      rule: { yes: 'could_change_clinical_risk' },
      yes: 'NHS-C5',
      no: 'DCB-PROPORTIONATE',
      subRules: [
        {
          id: 'NHS-C4-a',
          text: 'Where nothing can change, record it with the agreement of the Clinical Safety Officer and test in proportion.',
          cite: supplier('7.3.2; DCB0160 equivalent'),
          confidence: 'V/D',
          answer: 'no',
          when: 'not could_change_clinical_risk',
        },
        {
          id: 'NHS-C4-b',
          text: 'The deploying organisation looks for local hazards: integration, workflow, downtime.',
          cite: doc('deployment and use'),
          confidence: 'V2',
        },
      ],
    },
    'NHS-C5': {
      kind: 'step',
      part: SCORE,
      asks: 'Scored with the matrix, is any residual risk 4 or 5?',
      short: 'residual risk 4 or 5?',
      cite: matrix('acceptability'),
      confidence: 'V2',
      who: 'hospital',
      foundIn: SAFETY_FILE,
      rule: { yes: 'clinical_risk_score >= 4' },
      yes: 'DCB-UNACCEPTABLE',
      no: 'NHS-C6',
      subRules: [
        {
          id: 'NHS-C5-a',
          text: '4 and 5 are unacceptable: eliminate the hazard or control it, which is mandatory.',
          cite: matrix('acceptability'),
          confidence: 'V2',
          answer: 'yes',
          when: 'clinical_risk_score >= 4',
        },
        {
          id: 'NHS-C5-matrix',
          text: 'Likelihood very high gives 3 4 4 5 5 for severity minor, significant, considerable, major, catastrophic; high 2 3 3 4 5; medium 2 2 3 3 4; low 1 2 2 3 4; very low 1 1 2 2 3.',
          cite: matrix('scores'),
          confidence: 'V2',
        },
        {
          id: 'NHS-C5-severity',
          text: 'Severity depends on harm and number of patients. Death, permanent life-changing incapacity or severe injury without quick recovery: major for one patient, catastrophic for several. Severe injury with recovery expected soon, or severe psychological trauma: considerable or major. Minor injury without quick recovery, or significant trauma: significant or considerable. Less: minor or significant.',
          cite: matrix('severity'),
          confidence: 'V2',
        },
        {
          id: 'NHS-C5-likelihood',
          text: 'Very high: certain or almost certain. High: to be expected in most cases. Medium: possible. Low: may occur, mostly does not. Very low: the chance is negligible.',
          cite: matrix('likelihood'),
          confidence: 'V2',
        },
      ],
    },
    'NHS-C6': {
      kind: 'step',
      part: SCORE,
      asks: 'Is any residual risk 3?',
      short: 'residual risk 3?',
      cite: matrix('acceptability'),
      confidence: 'V2',
      who: 'hospital',
      foundIn: SAFETY_FILE,
      rule: { yes: 'clinical_risk_score = 3' },
      yes: 'DCB-UNDESIRABLE',
      no: 'NHS-C7',
      subRules: [
        {
          id: 'NHS-C6-a',
          text: '3 is undesirable: tolerable only where further reduction is impractical, and where the Clinical Safety Officer and the accountable clinician accept it in writing.',
          cite: matrix('acceptability'),
          confidence: 'V2',
          answer: 'yes',
          when: 'clinical_risk_score = 3',
        },
        {
          id: 'NHS-C6-b',
          text: '2 is acceptable where the cost of reducing it outweighs the gain or it is impractical; 1 is acceptable.',
          cite: matrix('acceptability'),
          confidence: 'V2',
          answer: 'no',
          when: 'clinical_risk_score < 3',
        },
      ],
    },
    'NHS-C7': {
      kind: 'step',
      part: TABLE_C,
      asks: 'Does clinical risk differ at all from the accepted safety case?',
      short: 'clinical risk changed?',
      cite: supplier('7.3.3; DCB0160 equivalent'),
      confidence: 'V',
      who: 'hospital',
      foundIn: SAFETY_FILE,
      rule: { yes: 'clinical_risk_changed' },
      yes: 'DCB-NEW-REPORT',
      no: 'DCB-HAZARD-LOG',
    },
  },
  outcomes: {
    'DCB-NOT-APPLICABLE': {
      tier: 'none',
      meaning: 'no health IT system: ISO 14971, IEC 80001-1, local policy',
      label: 'no health IT system',
      obligations: [
        {
          who: 'hospital',
          must: 'derived: judge the change by ISO 14971, IEC 80001-1 and the policy of the trust.',
          cite: own('NHS-C1 answered no'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: ['Why the item is no health IT system'],
      notes: [],
    },
    'DCB-NO-ACTION': {
      tier: 'none',
      meaning: 'nothing to do under this standard',
      label: 'nothing to do',
      obligations: [
        {
          who: 'hospital',
          must: 'derived: nothing, while no system in use is changed; ask again before it is.',
          cite: own('NHS-C2 answered no'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: ['Record that no deployed system is changed'],
      notes: [],
    },
    'DCB-PROPORTIONATE': {
      tier: 'record',
      meaning: 'proportionate process, version audit trail, no new report',
      label: 'proportionate, no new report',
      obligations: [
        {
          who: 'hospital',
          must: 'Record, with the agreement of the Clinical Safety Officer, that clinical risk does not change; test in proportion.',
          cite: doc('modification and maintenance'),
          confidence: 'V2/M',
          due: 'before the change is made',
        },
        {
          who: 'hospital',
          must: 'Request release notes and, where risk changed, the new safety case report of the supplier (NHS-C3).',
          cite: supplier('3.5.3, 7.3.3'),
          confidence: 'V',
          due: 'before the change is made',
        },
      ],
      evidence: [
        'Statement of no change in clinical risk, signed',
        'Proportionate test record',
        'Version before and after',
      ],
      notes: [],
    },
    'DCB-UNACCEPTABLE': {
      tier: 'hold',
      meaning: 'score 4 or 5: do not proceed without further control',
      label: 'unacceptable clinical risk',
      obligations: [
        {
          who: 'hospital',
          must: 'Do not proceed: eliminate the hazard or control it, and score again.',
          cite: matrix('acceptability'),
          confidence: 'V2',
          due: 'before the change is made',
        },
      ],
      evidence: [
        'Hazard, severity, likelihood and score',
        'Further controls with the score after them',
        'Decision of the Clinical Safety Officer',
      ],
      notes: [
        'The plan of the organisation fixes the criteria (DCB0129 3.2.1); where it differs from the matrix, the plan decides.',
      ],
    },
    'DCB-UNDESIRABLE': {
      tier: 'hold',
      meaning: 'score 3: only if further reduction is impractical and accepted in writing',
      label: 'undesirable clinical risk',
      obligations: [
        {
          who: 'hospital',
          must: 'Show that further reduction is impractical; the Clinical Safety Officer and the accountable clinician accept the risk in writing.',
          cite: matrix('acceptability'),
          confidence: 'V2',
          due: 'before the change is made',
        },
      ],
      evidence: [
        'Reason why further reduction is impractical',
        'Written acceptance of both',
        'Updated hazard log and safety case',
      ],
      notes: ['derived: once accepted, go on with NHS-C7: a changed risk still needs an updated safety case report.'],
    },
    'DCB-NEW-REPORT': {
      tier: 'record',
      meaning: 'new safety case report and hazard log before go-live',
      label: 'updated safety case report',
      obligations: [
        {
          who: 'hospital',
          must: 'Issue the updated safety case report and hazard log, approved by the Clinical Safety Officer.',
          cite: supplier('7.3.3; DCB0160 equivalent'),
          confidence: 'V/V2',
          due: 'before go-live',
        },
        {
          who: 'hospital',
          must: "Review the supplier's release notes and safety case report, or request them where they are missing, and carry the controls handed over into the local hazard log (NHS-C3).",
          cite: supplier('3.5.3, 7.3.3'),
          confidence: 'V',
          due: 'before go-live',
        },
      ],
      evidence: [
        'Updated safety case report and hazard log with approval',
        "Supplier's release note and safety case report, reviewed",
        'Scores before and after; controls and their verification',
      ],
      notes: [],
    },
    'DCB-HAZARD-LOG': {
      tier: 'record',
      meaning: 'update hazard log or change record',
      label: 'update the hazard log',
      obligations: [
        {
          who: 'hospital',
          must: 'Update the entry of the hazard log, or the change record; no new report is due.',
          cite: doc('modification and maintenance'),
          confidence: 'V2/M',
          due: 'before go-live',
        },
        {
          who: 'hospital',
          must: "Review the supplier's release notes, or request them where they are missing, and carry the controls handed over into the local hazard log (NHS-C3).",
          cite: supplier('3.5.3, 7.3.3'),
          confidence: 'V',
          due: 'before go-live',
        },
      ],
      evidence: ['Hazard log entry or change record', "Supplier's release note, reviewed"],
      notes: [],
    },
  },
  aids: [
    {
      id: 'NHS-C3',
      asks: 'Are release notes of the supplier at hand and, where risk changed, its new safety case report under DCB0129?',
      when: 'supplier_safety_case_received',
      remark:
        'Review it and carry the controls handed over into the local hazard log. Where it is missing, request it (DCB0129 3.5.3, 7.3.3).',
      cite: supplier('3.5.3, 7.3.3'),
      confidence: 'V',
    },
  ],
  principles: [
    {
      id: 'DCB legal force',
      text: 'Information standards under section 250 of the Health and Social Care Act 2012: from having regard to complying since 7 July 2025; IT providers are reached since 5 February 2026. A national review was consulted on; the standards are unchanged so far.',
      cite: review('legal position'),
      confidence: 'V',
    },
    {
      id: 'DCB0160 scope',
      text: 'It mirrors DCB0129 for the deploying organisation: deployment, use, maintenance, modification, decommissioning, with its own Clinical Safety Officer, plan, hazard log and safety case report, and it reviews the report of the manufacturer.',
      cite: doc('scope'),
      confidence: 'V2',
    },
    {
      id: 'DCB0160 clauses',
      text: 'from memory: 7.1 deployment, 7.2 monitoring, 7.3 modification and maintenance, 7.4 decommissioning.',
      cite: doc('7.1 to 7.4'),
      confidence: 'M',
    },
    {
      id: 'DCB criteria',
      text: 'The matrix only guides: the criteria are fixed in the plan of each organisation.',
      cite: supplier('3.2.1'),
      confidence: 'V',
    },
    {
      id: 'NHS-C8',
      text: 'Segmentation of diagnostic devices rests on a risk assessment done with the Clinical Safety Officer (walked as NHS-SEG).',
      cite: segmentation('pathology: principles'),
      confidence: 'V',
    },
    {
      id: 'NHS-C9',
      text: 'Decommissioning: apply the process to the withdrawal: continuity, data migration, data destruction.',
      cite: doc('scope: decommissioning'),
      confidence: 'V2',
    },
    {
      id: 'Role: Clinical Safety Officer',
      text: 'Decides on the acceptance of clinical risk and on the hazard log.',
      cite: supplier('2.3, 3.3'),
      confidence: 'V',
    },
    {
      id: 'Role: clinical engineering lead',
      text: 'from memory: technical feasibility, test before return to service, asset record.',
      cite: own('roles at change time'),
      confidence: 'M',
    },
    {
      id: 'Role: cyber security lead',
      text: 'from memory: severity of the vulnerability, compensating controls, exception record.',
      cite: own('roles at change time'),
      confidence: 'M',
    },
    {
      id: 'Role: regulatory affairs, quality',
      text: 'derived: classification by tables UK-H and UK-E, correspondence with the supplier.',
      cite: own('roles at change time'),
      confidence: 'D',
    },
    {
      id: 'Role: information asset owner, SIRO',
      text: 'from memory: acceptance of the security risk that remains.',
      cite: own('roles at change time'),
      confidence: 'M',
    },
    {
      id: 'Role: Medical Device Safety Officer',
      text: 'Handling of incidents and field safety notices.',
      cite: own('roles at change time'),
      confidence: 'V2',
    },
    {
      id: 'Role: change advisory board',
      text: 'from memory: go or no-go, timing, roll-back.',
      cite: own('roles at change time'),
      confidence: 'M',
    },
  ],
  readingNotes: [
    'English law. For Scotland and Wales the row does not apply; IEC 80001-1 and local policy remain.',
    'NHS-C3 does not decide and stands beside the chart: with the report at hand it says what to do with it, and every outcome that lets the change go on asks for it where it is missing.',
    'The book asks for any residual risk: one score is taken, that of the worst hazard of the change.',
    'derived: NHS-C8 and NHS-C9 give rules for two kinds of change. Segmentation is walked as NHS-SEG; decommissioning goes through this chart like any change.',
    'derived: a score of 3 or more ends the walk before NHS-C7. After the risk is reduced or accepted, walk it again.',
    'DCB0160 itself was seen second-hand only, its clause numbers from memory; the words rest on DCB0129, which it mirrors. v3.2 is dated 2018; its exact day is from memory.',
    'The matrix comes from the implementation guidance as a large London trust reproduces it, so second-hand.',
  ],
});
