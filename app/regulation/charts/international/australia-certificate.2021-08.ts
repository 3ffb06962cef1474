/**
 * TGA guidance on substantial changes to conformity assessment certificates that the TGA issued (2017, version 2.0 of
 * August 2021), in the order of table AU-S. The guidance is written text: the order of the questions is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const guidance = citing('au_substantial_changes');
const act = citing('au_act');
const regulations = citing('au_reg');
const register = citing('au_artg_variations');
const industry = citing('au_cyber_industry');
const users = citing('au_cyber_users');
const n60 = citing('imdrf_n60');
const own = citing('changemark');

const TABLE_S = 'Table AU-S: substantial change';
const FILE = 'design change record; checklist of the Essential Principles; risk management file';
const ACTS_ON_SOFTWARE = 'change_domains includes_any {design, software, material}';

const RECORDS = {
  who: 'manufacturer',
  must: 'Handle the change by a written procedure of the quality system, with evidence that the system and the Essential Principles are still met, and keep the records for inspection.',
  cite: guidance('every change'),
  confidence: 'V',
  due: null,
} as const;

export const certificateAustralia = chart({
  instrument: 'AU-SUBST',
  name: 'TGA substantial change',
  title: 'TGA: substantial changes to TGA-issued certificates (table AU-S)',
  jurisdiction: 'AU',
  edition: 'V2.0, August 2021',
  issued: '2021-08',
  inForce: { from: '2021-08-01', to: null },
  source: 'au_substantial_changes',
  addressee: 'Manufacturers who hold a conformity assessment certificate issued by the TGA',
  answers: 'law',
  start: 'AU-S0',
  nodes: {
    'AU-S0': {
      kind: 'step',
      part: TABLE_S,
      asks: 'Is it an urgent change that needs recall or product-correction action?',
      short: 'urgent, needs recall action?',
      cite: guidance('overview'),
      confidence: 'V/M',
      who: 'manufacturer',
      foundIn: 'risk assessment of the fault in supplied devices; corrective action record',
      rule: { yes: 'urgent_recall_action_needed' },
      yes: 'AU-RECALL',
      no: 'AU-S1',
      subRules: [
        {
          id: 'AU-S0-a',
          text: 'from memory: the Uniform Recall Procedure became the procedure for recalls, product alerts and product corrections (PRAC) in 2025.',
          cite: guidance('overview'),
          confidence: 'M',
        },
      ],
    },
    'AU-S1': {
      kind: 'step',
      part: TABLE_S,
      asks: 'Does anything printed on the certificate change: name or address of the manufacturer, facilities or their scope, critical suppliers, product scope, conformity procedure?',
      short: 'detail of the certificate changed?',
      cite: guidance('section 1 (2017)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'conformity assessment certificate and its schedules',
      rule: { yes: 'certificate_details_changed' },
      yes: 'AU-SUB',
      no: 'AU-S2',
    },
    'AU-S2': {
      kind: 'step',
      part: TABLE_S,
      asks: 'Does a critical validated process change, one whose validation is what mitigates a risk?',
      short: 'critical validated process changed?',
      cite: guidance('section 1'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'process validation file; risk management file',
      rule: {
        yes: 'critical_validated_process_changed',
        no: 'not change_domains includes_any {production, sterilisation, quality_system} or not critical_validated_process_changed',
      },
      yes: 'AU-SUB',
      no: 'AU-S3',
      subRules: [
        {
          id: 'AU-S2-a',
          text: 'derived: where neither production, sterilisation nor the quality system changes, no validated process does.',
          cite: own('AU-S2'),
          confidence: 'D',
          answer: 'no',
          when: 'not change_domains includes_any {production, sterilisation, quality_system}',
        },
      ],
    },
    'AU-S3': {
      kind: 'step',
      part: TABLE_S,
      asks: 'Are intended use or indications broadened in effect, by whatever route, the text of the label alone included?',
      short: 'intended use broadened?',
      cite: guidance('Appendix A'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'label and instructions for use, before and after',
      rule: {
        yes: 'extends_intended_purpose or new_user_or_patient_population or new_clinical_application or contraindication_removed',
        no: 'not change_domains includes_any {intended_purpose, labelling} or (not extends_intended_purpose and not new_user_or_patient_population and not new_clinical_application and not contraindication_removed)',
      },
      yes: 'AU-SUB',
      no: 'AU-S4',
      subRules: [
        {
          id: 'AU-S3-a',
          text: 'derived: where neither the intended purpose nor any text for users changes, nothing is broadened.',
          cite: own('AU-S3'),
          confidence: 'D',
          answer: 'no',
          when: 'not change_domains includes_any {intended_purpose, labelling}',
        },
        {
          id: 'AU-S3-b',
          text: 'derived: a network function removed for security may narrow the intended use or change the design: look at this question and at AU-S4.',
          cite: own('security changes, Australia'),
          confidence: 'D',
        },
      ],
    },
    'AU-S4': {
      kind: 'step',
      part: TABLE_S,
      asks: 'Does a change of design affect the Essential Principles, performance, an algorithm that serves the intended use, the control or the software platform?',
      short: 'design: principles, control, platform?',
      cite: guidance('section 4.2; Appendix A'),
      confidence: 'V/M',
      who: 'manufacturer',
      foundIn: FILE,
      rule: {
        yes: 'compliance_may_be_affected or changes_original_performance or core_algorithm_changed or alters_control_mechanism or hardware_platform_changed or os_change in {same_family_version, different_family, additional_family}',
        no: `not ${ACTS_ON_SOFTWARE} or (not compliance_may_be_affected and not changes_original_performance and not core_algorithm_changed and not alters_control_mechanism and not hardware_platform_changed and os_change in {none, patch})`,
      },
      yes: 'AU-SUB',
      no: 'AU-S5',
      subRules: [
        {
          id: 'AU-4',
          text: 'Since 25 February 2021 the Essential Principles for software ask for safety, performance, security, data, computing platform, correct operation and cyber security.',
          cite: regulations('Schedule 1, EP 12.1'),
          confidence: 'V2',
        },
        {
          id: 'AU-S4-a',
          text: 'from memory: section 4.2 on design and software was seen by its heading only; Appendix A is modelled on the examples of the FDA.',
          cite: guidance('section 4.2; Appendix A'),
          confidence: 'M',
        },
        {
          id: 'AU-S4-b',
          text: 'derived: another or newer operating system, or an alarm or display altered by a security feature, is likely substantial.',
          cite: own('security changes, Australia'),
          confidence: 'D',
          answer: 'yes',
          when: 'os_change in {same_family_version, different_family, additional_family}',
        },
      ],
      note: 'A patch of the same operating system release does not count by itself.',
    },
    'AU-S5': {
      kind: 'step',
      part: TABLE_S,
      asks: 'Is it a part or supplier that is not critical and still meets the acceptance criteria set for it?',
      short: 'non-critical part, criteria met?',
      cite: guidance('section 2 (2017)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'purchasing specification with acceptance criteria; list of critical suppliers',
      rule: {
        yes: 'noncritical_part_meets_criteria',
        no: 'not change_domains includes_any {supplier, design, packaging, material} or not noncritical_part_meets_criteria',
      },
      yes: 'AU-NONSUB',
      no: 'AU-S6',
    },
    'AU-S6': {
      kind: 'step',
      part: TABLE_S,
      asks: 'Is it a change of equipment or process that is unlikely to affect the risk to patient or user?',
      short: 'process change without risk effect?',
      cite: guidance('section 2'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'process change record with risk assessment',
      rule: {
        yes: 'process_change_without_risk_effect',
        no: 'not change_domains includes production or not process_change_without_risk_effect',
      },
      yes: 'AU-NONSUB',
      no: 'AU-S7',
    },
    'AU-S7': {
      kind: 'step',
      part: TABLE_S,
      asks: 'Are only artwork, colour, font or layout changed, with Essential Principle 13 still met?',
      short: 'artwork and layout only?',
      cite: guidance('section 2'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'label and instructions for use, before and after',
      rule: { yes: 'change_domains within {labelling, packaging} and editorial_only' },
      yes: 'AU-NONSUB',
      no: 'AU-S8',
      subRules: [
        {
          id: 'AU-5',
          text: 'Principle 13B: the present version and build number of software have to be identifiable by users, in English.',
          cite: regulations('Schedule 1, EP 13B'),
          confidence: 'V2',
        },
      ],
    },
    'AU-S8': {
      kind: 'step',
      part: TABLE_S,
      asks: 'Is it a software update for security only, shown to have no effect on the Essential Principles?',
      short: 'only security, no other effect?',
      cite: own('AU-S8, from AU-S6 and IMDRF N60'),
      confidence: 'D',
      who: 'manufacturer',
      foundIn: 'release note; verification and validation report',
      rule: { yes: 'solely_strengthens_cybersecurity and not other_impact_on_device' },
      yes: 'AU-NONSUB',
      no: 'needs_review',
      subRules: [
        {
          id: 'AU-S8-a',
          text: 'A change that only strengthens security and is shown to have no other effect calls for the least oversight.',
          cite: n60('6.4.3, table 3'),
          confidence: 'V',
        },
        {
          id: 'AU-S8-b',
          text: 'derived: with an effect beyond security the change is judged as AU-S4 by a person; the guidance prints no verdict for it.',
          cite: own('AU-S8'),
          confidence: 'D',
          answer: 'no',
          when: 'solely_strengthens_cybersecurity and other_impact_on_device',
        },
      ],
    },
  },
  outcomes: {
    'AU-RECALL': {
      tier: 'notify',
      meaning: 'recall or product-correction procedure',
      label: 'recall or product correction',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Take the recall or product-correction procedure instead of the route for changes of the certificate.',
          cite: guidance('overview'),
          confidence: 'V/M',
          due: 'at once',
        },
        {
          who: 'hospital',
          must: 'from memory: follow the notice of the product correction, and report adverse events of devices (mandatory for hospitals from 21 March 2026).',
          cite: act('amendment of 2023 on hospital reporting (2022 Measures No. 1)'),
          confidence: 'M',
          due: 'as the notice and the scheme say',
        },
      ],
      evidence: ['Risk assessment of the fault', 'Notice to customers and report to the TGA', 'List of affected units'],
      notes: ['derived: a vulnerability whose residual risk to patients is unacceptable belongs here.'],
    },
    'AU-SUB': {
      tier: 'approval',
      meaning: 'substantial: notify TGA, assessed before supply',
      label: 'substantial: TGA assesses first',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Tell the TGA in writing of the plan for the change: an automatic condition of every certificate.',
          cite: act('s.41EJ'),
          confidence: 'V',
          due: 'before the change is made',
        },
        {
          who: 'manufacturer',
          must: 'Apply through TGA Business Services for a change to an existing certificate, and allow lead time; an inspection is possible.',
          cite: guidance('how to apply'),
          confidence: 'V',
          due: 'before the changed device is supplied',
        },
        RECORDS,
      ],
      evidence: [
        'Change file with the answers to AU-S0 to AU-S4',
        'Checklist of the Essential Principles; risk assessment; verification and validation',
        'Application in TGA Business Services',
      ],
      notes: ['The change is assessed before supply. Check the register entry as well.'],
    },
    'AU-NONSUB': {
      tier: 'record',
      meaning: 'not substantial: quality-system record',
      label: 'not substantial: record',
      obligations: [
        RECORDS,
        {
          who: 'manufacturer',
          must: 'derived: give the assessment to the TGA on request.',
          cite: own('AU-S8'),
          confidence: 'D',
          due: 'on request',
        },
      ],
      evidence: ['Change file with the row that decided', 'Checklist of the Essential Principles still met'],
      notes: ['No notification of the TGA.'],
    },
    needs_review: {
      tier: 'hold',
      meaning: 'the rules do not decide; hand to a person',
      label: 'a person must decide',
      obligations: [
        {
          who: 'manufacturer',
          must: 'derived: have a regulatory person judge the change as AU-S4, and write down the reasons.',
          cite: own('AU-S8'),
          confidence: 'D',
          due: 'before the changed device is supplied',
        },
      ],
      evidence: ['Reasons of the person who decided', 'Answers to AU-S0 to AU-S8'],
      notes: [
        'The rows on software were seen by their heading only; where neither AU-S4 nor AU-S8 settles a change, the guidance as read here does not decide.',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'AU-1',
      text: 'A device has to be in the Register, held by a sponsor; the manufacturer holds the evidence of conformity, a TGA certificate or accepted evidence from overseas.',
      cite: act('chapter 4'),
      confidence: 'V2',
    },
    {
      id: 'AU-2',
      text: 'Who holds a TGA certificate must tell the TGA in writing of any plan for a substantial change.',
      cite: act('s.41EJ'),
      confidence: 'V',
    },
    {
      id: 'AU-3',
      text: 'With evidence from overseas the body there judges the change; the sponsor checks whether the register entry must be varied.',
      cite: register(''),
      confidence: 'V2/M',
    },
    {
      id: 'AU-6',
      text: 'from memory: who adapts a supplied device to its intended purpose for one patient is no manufacturer; who refurbishes it, or gives it a new purpose, under the own name is.',
      cite: act('s.41BG'),
      confidence: 'M',
    },
    {
      id: 'AU-7',
      text: 'from memory: reporting of adverse events of devices became mandatory for hospitals from 21 March 2026.',
      cite: act('amendment of 2023 on hospital reporting (2022 Measures No. 1)'),
      confidence: 'M',
    },
    {
      id: 'AU-U1',
      text: 'The guidance for users speaks to consumers, clinicians, small practices and large providers with specialist teams, clinical engineers and IT administrators among them.',
      cite: users(''),
      confidence: 'V',
    },
    {
      id: 'AU-U2',
      text: 'Threats named: denial of service or therapy, function altered so that it harms, loss of privacy or data.',
      cite: users(''),
      confidence: 'V',
    },
    {
      id: 'AU-U3',
      text: 'Security in layers over the whole system: defence in depth, isolation of networks, applications, data and systems, legacy devices.',
      cite: users('headings'),
      confidence: 'V',
    },
    {
      id: 'AU-U4',
      text: 'However compliant a device is, it is no more secure than the weakest part of the system around it.',
      cite: users(''),
      confidence: 'V2',
    },
    {
      id: 'AU-U5',
      text: 'from memory: users do not alter device software themselves; they take updates from manufacturer or sponsor and report a suspected compromise to the sponsor and the TGA.',
      cite: users(''),
      confidence: 'M',
    },
    {
      id: 'AU-U6',
      text: 'from memory: manufacturers and sponsors monitor, patch and tell users; a cyber risk that could cause harm can trigger recall action.',
      cite: industry(''),
      confidence: 'M',
    },
    {
      id: 'AU-SECURITY',
      text: 'derived: a security-only patch without effect, a patch whose residual risk to patients is acceptable, and a new log-in feature without clinical effect are not substantial; unacceptable residual risk is a matter of recall.',
      cite: own('security changes, Australia'),
      confidence: 'D',
    },
  ],
  readingNotes: [
    'Read in the pages of 2017 (sections 1, 2 and 4, overview, start of Appendix A) and the contents of version 2.0 of August 2021. The text of section 4.2 on design and software, and any example of a cyber update, were not seen.',
    'The TGA has moved the guidance to a web edition since; check it before relying on a wording.',
    'derived: AU-S8 is printed nowhere. It follows from AU-S6 and from the lowest tier of IMDRF N60.',
    'derived: AU-S4 counts any new version of the operating system as a changed platform and a patch of the same release as none; the guidance as seen does not say so in words.',
    'For holders of a TGA certificate only. With overseas evidence that body judges the change (AU-3), and the chart does not speak.',
    'from memory: details of mandatory reporting by hospitals were not seen.',
  ],
});
