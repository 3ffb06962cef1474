/**
 * NMPA and its centre CMDE, review guideline on medical device cybersecurity (revision of 2022): which update needs a
 * change of registration. Read through consultants' notes.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('cn_cyber_2022');
const own = citing('changemark');

const UPDATES = 'Cybersecurity update';

export const cybersecurityChina = chart({
  instrument: 'CN-CYBER',
  name: 'NMPA cybersecurity review guideline',
  title: 'NMPA/CMDE: medical device cybersecurity registration review',
  jurisdiction: 'CN',
  edition: 'revision of 2022',
  issued: '2022',
  inForce: { from: '2022-03-09', to: null },
  source: 'cn_cyber_2022',
  addressee: 'Registrants of class II and class III devices in China',
  answers: 'law',
  start: 'CN-1',
  nodes: {
    'CN-1': {
      kind: 'step',
      part: UPDATES,
      asks: 'Is it a device of class II or III that exchanges data electronically, is accessed or controlled remotely, or lets users in?',
      short: 'class II or III, connected?',
      cite: doc('scope'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'registration certificate (class); description of interfaces',
      rule: { yes: 'cn_device_class in {II, III} and connectable_to_network' },
      yes: 'CN-2',
      no: 'CN-OUT',
    },
    'CN-2': {
      kind: 'step',
      part: UPDATES,
      asks: 'Does the update affect the safety or effectiveness of the device?',
      short: 'safety or effectiveness affected?',
      cite: doc('major and minor updates'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'cybersecurity research report; verification and validation report',
      rule: { yes: 'affects_safety_or_effectiveness' },
      yes: 'CN-MAJOR',
      no: 'CN-MINOR',
      subRules: [
        {
          id: 'CN-3',
          text: 'Minor updates of function and patches that affect neither safety nor effectiveness: controlled by the quality system, documents handed in with the next change.',
          cite: doc('major and minor updates'),
          confidence: 'V2',
          answer: 'no',
          when: 'not affects_safety_or_effectiveness',
        },
        {
          id: 'CN-4',
          text: 'from memory: a mixed update is judged by its heaviest part.',
          cite: doc('major and minor updates'),
          confidence: 'M',
        },
        {
          id: 'CN-2-a',
          text: 'derived: exchange of the operating system, or an alarm or display altered by a security feature, counts as major; a patch for a vulnerability with unacceptable residual risk is major where function changes.',
          cite: own('security changes, China'),
          confidence: 'D',
        },
      ],
    },
  },
  outcomes: {
    'CN-OUT': {
      tier: 'none',
      meaning: 'outside the scope of the guideline',
      label: 'outside the guideline',
      obligations: [
        {
          who: 'manufacturer',
          must: 'derived: note why the guideline does not reach the device, and use the general rules on changes.',
          cite: own('China, outside'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: ['Class of the registration; description of interfaces'],
      notes: [],
    },
    'CN-MAJOR': {
      tier: 'approval',
      meaning: 'change registration',
      label: 'change of registration',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Apply for a change of the registration.',
          cite: doc('major and minor updates'),
          confidence: 'V2',
          due: 'before the update is released',
        },
      ],
      evidence: ['Research report on cybersecurity for the update', 'Verification and validation'],
      notes: [],
    },
    'CN-MINOR': {
      tier: 'record',
      meaning: 'quality-system control, filed with the next change',
      label: 'quality system, filed with next change',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Control the update by the quality system and hand its documents in with the next application for a change.',
          cite: doc('major and minor updates'),
          confidence: 'V2',
          due: 'with the next application for a change',
        },
      ],
      evidence: ['Record of the update in the quality system', 'Documents kept for the next application'],
      notes: [
        'derived: a security-only patch, a patch with acceptable residual risk and a new log-in feature without clinical effect belong here.',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'CN-5',
      text: 'Registrants owe security information and measures to the users of obsolete devices too, after registration or sale has ended.',
      cite: doc('obsolete devices'),
      confidence: 'V2',
    },
    {
      id: 'CN-6',
      text: 'The naming of software versions has to cover security updates.',
      cite: doc('version naming'),
      confidence: 'V2',
    },
  ],
  readingNotes: [
    "Read through consultants' notes; the guideline itself was not seen. The day of publication is from memory.",
    'derived: one fact on the connection of the device stands for data exchange, remote access or control, and access of users.',
    'derived: the guideline addresses reviewers and applicants and is no law by itself; the duty to register a change is.',
  ],
});
