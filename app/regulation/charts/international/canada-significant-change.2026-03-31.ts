/**
 * Health Canada, How to interpret significant change of a medical device (31 March 2026), with the triggers of section
 * 34 of the Medical Devices Regulations. Written pages, not a printed flowchart: the order of the questions is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';
import { canadaGeneralPrinciples } from './canada-general-principles';

const guidance = citing('ca_sigchange_2026');
const regulations = citing('ca_mdr');
const cyber = citing('ca_cyber_2019');
const practice = citing('ca_practice_note');
const own = citing('changemark');

const TABLE_34 = 'Table CA-34: triggers of section 34';
const LICENCE = 'medical device licence; label; catalogue of identifiers';

export const significantChangeCanada = chart({
  instrument: 'CA-SIGCHANGE',
  name: 'Health Canada significant change',
  title: 'Health Canada: how to interpret significant change of a medical device (tables CA-34, CA-G)',
  jurisdiction: 'CA',
  edition: '31 March 2026',
  issued: '2026-03-31',
  inForce: { from: '2026-03-31', to: null },
  source: 'ca_sigchange_2026',
  addressee: 'Manufacturers who hold a Canadian device licence of class II, III or IV',
  answers: 'law',
  start: 'CA-MIN',
  nodes: {
    'CA-MIN': {
      kind: 'gate',
      part: 'Minor route',
      asks: 'Is a new facility of the manufacturer itself added, while name and address on the label and all specifications stay and the quality certificate covers it?',
      short: 'only an own facility added?',
      cite: guidance('process and procedures'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'scope of the quality management certificate; label; device specification',
      rule: { yes: 'own_facility_added_same_specifications' },
      yes: 'CA-MINOR',
      no: 'CA-G1',
    },
    'CA-G1': {
      kind: 'step',
      part: 'Table CA-G: general principles',
      asks: 'Is the device in class III or IV, or a class II device that affects a separately licensed class III or IV device?',
      short: 'class III or IV concerned?',
      cite: guidance('overview, scope'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'device licence (class); compatibility statement of the class II device',
      rule: { yes: 'ca_device_class in {III, IV} or ca_class2_affects_class3_or_4' },
      yes: 'CA-G2',
      no: 'CA-34b',
      subRules: [
        {
          id: 'CA-34a',
          text: 'A significant change needs an amended licence for devices of class III and IV.',
          cite: regulations('s.34(a)'),
          confidence: 'V',
          answer: 'yes',
          when: 'ca_device_class in {III, IV}',
        },
        {
          id: 'CA-34y',
          text: 'A class II device meant to work with a separate class III or IV device: assess the effect on that device; the licence of that device may need the amendment.',
          cite: guidance('overview, scope; types of changes'),
          confidence: 'V',
          answer: 'yes',
          when: 'ca_class2_affects_class3_or_4',
        },
        {
          id: 'CA-2',
          text: 'Four classes, I the lowest and IV the highest; where two fit, the higher one counts.',
          cite: regulations('ss.6 and 7'),
          confidence: 'V',
        },
      ],
      note: 'A class II device that affects none is judged by the other triggers of section 34 only.',
    },
    ...canadaGeneralPrinciples,
    'CA-34b': {
      kind: 'step',
      part: TABLE_34,
      asks: 'Does the change move the device into another class?',
      short: 'class changed?',
      cite: regulations('s.34(b)'),
      confidence: 'M',
      who: 'manufacturer',
      foundIn: LICENCE,
      rule: { yes: 'risk_class_changes' },
      yes: 'CA-ADMIN',
      no: 'CA-34c',
    },
    'CA-34c': {
      kind: 'step',
      part: TABLE_34,
      asks: 'Does the name of the manufacturer, the name of the device or an identifier change?',
      short: 'name or identifier changed?',
      cite: regulations('s.34(c), (d) and (e)'),
      confidence: 'M',
      who: 'manufacturer',
      foundIn: LICENCE,
      rule: { yes: 'name_or_identifier_changed' },
      yes: 'CA-ADMIN',
      no: 'CA-34f',
      subRules: [
        {
          id: 'CA-34d',
          text: 'from memory: the name of the device is a trigger of its own, for classes II to IV.',
          cite: regulations('s.34(d)'),
          confidence: 'M',
        },
        {
          id: 'CA-34e',
          text: 'from memory: so is its identifier, the identifiers of parts of a system, kit or group included.',
          cite: regulations('s.34(e)'),
          confidence: 'M',
        },
      ],
      note: 'One question for three triggers: manufacturer name (c), device name (d), identifier (e).',
    },
    'CA-34f': {
      kind: 'step',
      part: TABLE_34,
      asks: 'Does a class II device get a new medical condition, purpose or use?',
      short: 'class II: new condition or use?',
      cite: regulations('s.34(f)'),
      confidence: 'M',
      who: 'manufacturer',
      foundIn: 'label and instructions for use, before and after',
      rule: { yes: 'ca_device_class = II and extends_intended_purpose' },
      yes: 'CA-ADMIN',
      no: 'CA-NONSIG',
    },
  },
  outcomes: {
    'CA-MINOR': {
      tier: 'notify',
      meaning: 'declared minor-change route',
      label: 'declared minor change',
      obligations: [
        {
          who: 'manufacturer',
          must: 'File the minor change with the scope of the quality certificate, the amended company template and an attestation that the specifications are the same.',
          cite: guidance('process and procedures'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: [
        'Scope of the quality management certificate with the new facility',
        'Amended company template',
        'Attestation of unchanged specifications',
      ],
      notes: ['No scientific review. The route seen is the one for an own new facility; other routes were not seen.'],
    },
    'CA-SIG': {
      tier: 'approval',
      meaning: 'licence amendment before sale',
      label: 'significant: licence amendment',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Apply for an amended licence on the form for the class, with the review documents that the change calls for.',
          cite: guidance('process and procedures'),
          confidence: 'V',
          due: 'before the changed device is sold or imported for sale',
        },
        {
          who: 'manufacturer',
          must: 'Do not sell the changed device, nor import it for sale, until the amended licence is issued.',
          cite: guidance('process and procedures'),
          confidence: 'V',
          due: 'until the amended licence is issued',
        },
        {
          who: 'manufacturer',
          must: 'Keep cyber security inside the risk management of any device with software, with controls that are verified, validated and traceable.',
          cite: cyber(''),
          confidence: 'V2',
          due: 'with the application',
        },
        {
          who: 'regulator',
          must: 'from memory: review within target times, 75 days for class III and 90 days for class IV.',
          cite: guidance('service standards'),
          confidence: 'M',
          due: '75 days (class III), 90 days (class IV): targets for the technical review',
        },
        {
          who: 'hospital',
          must: 'derived: ask the supplier for licence number, software version licensed, and its assessment of the change.',
          cite: own('Canada, hospital side'),
          confidence: 'D',
          due: 'before the change is accepted',
        },
      ],
      evidence: [
        'Change assessment along CA-G2 to CA-G11',
        'Risk assessment before and after; verification and validation',
        'Labelling; amendment form for the class with supporting documents',
      ],
      notes: [
        'Class III and class IV may need different components.',
        'derived: where the change remedies an unacceptable residual risk in devices already sold, a field correction report stands beside the amendment (CA-8).',
      ],
    },
    'CA-NONSIG': {
      tier: 'record',
      meaning: 'not significant: quality-system record',
      label: 'not significant: record',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Record the change and the reasons for the verdict under the quality system, and keep them for the regulator.',
          cite: guidance('general principles'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'hospital',
          must: 'derived: ask the supplier for licence number, software version licensed, and its assessment of the change.',
          cite: own('Canada, hospital side'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: ['Change assessment with an answer to each question', 'Risk assessment; verification and validation'],
      notes: [
        'Doubt can be put to the Medical Devices Directorate by e-mail, with the subject "Significant change guidance request" and the own assessment.',
      ],
    },
    'CA-ADMIN': {
      tier: 'approval',
      meaning: 'amendment for another section 34 trigger',
      label: 'amendment, other trigger of s.34',
      obligations: [
        {
          who: 'manufacturer',
          must: 'from memory: apply for an amended licence for the trigger of section 34 that is met.',
          cite: regulations('s.34(b) to (f)'),
          confidence: 'M',
          due: 'before the changed device is sold or imported for sale',
        },
      ],
      evidence: ['Which trigger of section 34 is met', 'Amended label or list of identifiers', 'Amendment form'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'CA-1',
      text: 'The Regulations reach who sells a device or advertises it for sale, and who imports it to sell it or to use it on people.',
      cite: regulations('s.2'),
      confidence: 'V',
    },
    {
      id: 'CA-3',
      text: 'Class II, III and IV need a device licence or an authorisation under Part 1.1; class I needs none.',
      cite: guidance('overview'),
      confidence: 'V',
    },
    {
      id: 'CA-4',
      text: 'from memory: manufacturer is who sells under its own name or mark and answers for designing, making, labelling, refurbishing or modifying the device, or for giving it a purpose.',
      cite: regulations('s.1'),
      confidence: 'M',
    },
    {
      id: 'CA-5',
      text: 'derived: a hospital that alters its own unit and does not sell it amends no licence. It answers by accreditation, negligence and incident reporting, and the licence says nothing about the altered unit.',
      cite: own('CA-5, from CA-1 and CA-4'),
      confidence: 'D',
    },
    {
      id: 'CA-6',
      text: 'from memory: hospitals report serious device incidents (since 16 December 2019), within 30 days of documenting them.',
      cite: regulations('s.62'),
      confidence: 'M',
    },
    {
      id: 'CA-7',
      text: 'from memory: manufacturer and importer give a preliminary incident report within 10 days for death or serious deterioration, within 30 days where it could have come to that.',
      cite: regulations('ss.59 and 60'),
      confidence: 'M',
    },
    {
      id: 'CA-8',
      text: 'from memory: a recall, field corrections included, is reported on or before its start, with a final report afterwards.',
      cite: regulations('ss.63 to 65'),
      confidence: 'M',
    },
    {
      id: 'CA-9',
      text: 'A changed conclusion on benefit and risk, and information on risk from abroad, is told within 72 hours.',
      cite: regulations('s.61.2 and s.61.4 and following'),
      confidence: 'V2',
    },
    {
      id: 'CA-34x',
      text: 'Authorisations under Part 1.1 have the parallel rule.',
      cite: regulations('ss.68.13 and 68.14'),
      confidence: 'V',
    },
    {
      id: 'CA-TYPES',
      text: 'The guidance has a page on types of change: manufacturing process, facility and equipment; manufacturing quality control; design; sterilisation and barrier; software; materials; labelling; class III and IV amendments for compatible class II devices; diagnostic ultrasound. Operating systems, machine learning and predetermined change control plans are among its abbreviations.',
      cite: guidance('types of changes; abbreviations and definitions'),
      confidence: 'V',
    },
    {
      id: 'CA-SECURITY',
      text: 'An unofficial practice guide holds that security patches and corrections without effect on clinical function usually need no amendment.',
      cite: practice(''),
      confidence: 'V2',
    },
    {
      id: 'CA-SECURITY-NONE',
      text: 'derived: a security-only patch, or a new log-in feature, that is shown to touch neither safety, effectiveness nor a risk control passes CA-G2 to CA-G7 with no: not significant.',
      cite: own('security changes, Canada'),
      confidence: 'D',
    },
    {
      id: 'CA-SECURITY-VULNERABILITY',
      text: 'derived: a patch for a vulnerability is not significant while the residual risk to patients is acceptable, but look at CA-G3 and CA-G7; where it is unacceptable, expect a field correction report, and significant if CA-G3 to CA-G7 say so.',
      cite: own('security changes, Canada'),
      confidence: 'D',
    },
    {
      id: 'CA-SECURITY-OS',
      text: 'derived: another operating system counts as significant unless it is shown to have no effect; an alarm or display altered by a security feature counts as significant; a network function removed for security calls for a look at the label.',
      cite: own('security changes, Canada'),
      confidence: 'D',
    },
  ],
  readingNotes: [
    'The general principles were read in the draft edition of the page (7 February 2024). Whether the page of 31 March 2026 differs is not known: compare before relying on a wording.',
    'The verdict of the page on software changes for operating systems and for security was not seen. Such a change is judged by the general principles alone; the software questions of 2011 are in the older edition.',
    'derived: where the page says "likely significant" (CA-G2, CA-G3, CA-G9) or "supports" (CA-G10), the dictionary of facts takes the answer as decisive. Where the facts are contested, treat significant as the careful answer, not as settled.',
    'derived: quality stands beside safety and effectiveness in CA-G2; the fact behind it speaks of safety and effectiveness.',
    'derived: classes III and IV are led to the general principles and not asked for a changed name, identifier or class; those triggers of section 34 hold for them too and have to be looked at apart.',
    'Verdicts for manufacturing changes are printed on the types-of-change page and are not walked here, but for the minor route.',
    'from memory: section numbers marked M were not seen; the six triggers of section 34 are confirmed by the overview, (a) also in words.',
  ],
});
