/**
 * MHRA on using a device otherwise than its manufacturer instructs (off-label use, MDA/2010/001, Managing Medical
 * Devices): rows UK-O, with the duties of Managing Medical Devices that a security change touches. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('uk_off_label');
const alert2010 = citing('uk_mda_2010_001');
const managing = citing('uk_managing_devices');
const law = citing('uk_mdr_2002');
const own = citing('changemark');

const ROWS = 'Rows UK-O: off-label use and modification';

export const offLabelUk = chart({
  instrument: 'UK-OFFLABEL',
  name: 'MHRA off-label use',
  title: 'MHRA: off-label use of a medical device (rows UK-O)',
  jurisdiction: 'GB',
  edition: 'updated 1 July 2023',
  issued: '2023-07-01',
  inForce: { from: '2023-07-01', to: null },
  source: 'uk_off_label',
  addressee: 'Healthcare professionals and their employers',
  answers: 'who',
  start: 'UK-O1',
  nodes: {
    'UK-O1': {
      kind: 'step',
      part: ROWS,
      asks: "Does the use of the device, or what it was adapted for, depart from what the manufacturer's instructions describe?",
      short: 'outside the instructions?',
      cite: doc(''),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'instructions for use beside the actual use; change record',
      rule: { yes: 'used_outside_instructions' },
      yes: 'UK-O2',
      no: 'O-IFU',
      subRules: [
        {
          id: 'UK-O1',
          text: 'Any way other than the instructions is off-label; adapting the device to new needs is included.',
          cite: doc(''),
          confidence: 'V',
          answer: 'yes',
          when: 'used_outside_instructions',
        },
        {
          id: 'UK-H10',
          text: "derived: a unit in a network outside the manufacturer's stated requirements is treated like use outside the instructions.",
          cite: own('UK-H10 answered no'),
          confidence: 'D',
        },
      ],
    },
    'UK-O2': {
      kind: 'step',
      part: ROWS,
      asks: 'Is the approval of the manufacturer missing?',
      short: 'no approval of the maker?',
      cite: doc(''),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: "manufacturer's letter or bulletin for this change, model and version",
      rule: { yes: 'not manufacturer_authorised' },
      yes: 'O-USERMOD',
      no: 'O-CONSENT',
      subRules: [
        {
          id: 'UK-O2',
          text: 'Without it the use is at own risk: the professional or the employer may face civil claims.',
          cite: doc(''),
          confidence: 'V',
          answer: 'yes',
          when: 'not manufacturer_authorised',
        },
      ],
    },
  },
  outcomes: {
    'O-IFU': {
      tier: 'none',
      meaning: 'operator task inside the instructions',
      label: 'inside the instructions',
      obligations: [
        {
          who: 'hospital',
          must: 'from memory: keep the device within the instructions of the installed version, and the instructions up to date where they are used.',
          cite: managing('section 7'),
          confidence: 'M',
          due: null,
        },
      ],
      evidence: ['Instructions for use with version and page', 'Record of the actual use or configuration'],
      notes: [],
    },
    'O-USERMOD': {
      tier: 'hold',
      meaning: 'modification or use without approval, at own risk; board-level acceptance',
      label: 'use without approval, at own risk',
      obligations: [
        {
          who: 'hospital',
          must: 'Avoid it where possible, or obtain acceptance at board level: it is at own risk, and civil claims may follow.',
          cite: doc('with MDA/2010/001'),
          confidence: 'V/D',
          due: 'before further use',
        },
        {
          who: 'hospital',
          must: 'from memory: do it only inside documented risk management: risk analysis, verification, training; tell insurer and legal adviser.',
          cite: managing('section 3, modifying and changing use'),
          confidence: 'M',
          due: 'before further use',
        },
        {
          who: 'hospital',
          must: 'derived: plan the way back to a supported state, and ask the manufacturer for its approval meanwhile.',
          cite: own('evidence for O-USERMOD'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: [
        'Reasoning by the off-label guidance and Managing Medical Devices',
        'Risk analysis to ISO 14971; verification; training',
        'Board-level acceptance; insurer and legal adviser notified',
        'Plan to return to a supported state',
      ],
      notes: [
        "Employers' health and safety duties for work equipment apply as well (UK-O3).",
        'from memory: modification or change of use may count as manufacture of a new device, and liability may pass wholly or partly to the modifier (UK-O7).',
      ],
    },
    'O-CONSENT': {
      tier: 'record',
      meaning: 'allowed under documented, version-specific permission',
      label: 'allowed with permission',
      obligations: [
        {
          who: 'hospital',
          must: 'Keep the approval of the manufacturer with the record of the use or change it covers.',
          cite: doc(''),
          confidence: 'V/D',
          due: 'before further use',
        },
        {
          who: 'manufacturer',
          must: 'derived: name in it the model, the software version, the exact change or use, the exclusions, the test needed and the support status afterwards.',
          cite: own('content of a permission'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: ['Permission document', 'Proof that model and version match', 'Test record'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'UK-O3',
      text: "Employers' health and safety duties for work equipment apply as well.",
      cite: doc(''),
      confidence: 'V',
    },
    {
      id: 'UK-O4',
      text: 'Dangers named: adverse reactions, sterilisation, strength and structure, durability, misuse for lack of training.',
      cite: doc(''),
      confidence: 'V',
    },
    {
      id: 'UK-O5',
      text: 'Users keep, as far as they can, from modifications that the manufacturer does not direct: it alone has verified that the risk of the released configuration is acceptable.',
      cite: alert2010(''),
      confidence: 'V',
    },
    {
      id: 'UK-O6',
      text: 'Inappropriate modification and inadequate maintenance are listed among the causes of adverse incidents.',
      cite: citing('uk_bsir_reporting')(''),
      confidence: 'V2',
    },
    {
      id: 'UK-O7',
      text: 'from memory: who modifies a device, or changes its use, may be making a new one, and all or part of the liability may move to that person or body; it is done under documented risk management or not at all.',
      cite: managing('section on modifying and changing use'),
      confidence: 'M',
    },
    {
      id: 'UK-MMD contents',
      text: 'Sections: introduction; systems of management; acquisition and selection; clinical investigations with unmarked devices; receiving a new device; training; instructions for use; maintenance and repair; decontamination; decommissioning and disposal; legislation; references; batteries.',
      cite: managing('contents'),
      confidence: 'V',
    },
    {
      id: 'UK-MMD 2',
      text: 'from memory: a responsible person at board level, a medical devices management group, a device policy, an inventory with software versions, audit.',
      cite: managing('section 2'),
      confidence: 'M',
    },
    {
      id: 'UK-MMD 2 (records)',
      text: 'Record every repair, software update and modification against the asset.',
      cite: managing('section 2, records'),
      confidence: 'V/M',
    },
    {
      id: 'UK-MMD 3 (modification)',
      text: 'from memory: modification and change of use only under documented risk management, liability considered.',
      cite: managing('section 3'),
      confidence: 'M',
    },
    {
      id: 'UK-MMD 3 (buying)',
      text: 'from memory: ask about software support, IT compatibility and lifetime before buying (pre-acquisition questionnaire).',
      cite: managing('section 3'),
      confidence: 'M',
    },
    {
      id: 'UK-MMD 7',
      text: 'from memory: keep the instructions current; a change that alters them needs instructions issued anew, and training.',
      cite: managing('section 7'),
      confidence: 'M',
    },
    {
      id: 'UK-MMD 8 (maintenance)',
      text: "from memory: maintenance by competent persons to the manufacturer's instructions; software upgrades planned, recorded, and tested before return to use.",
      cite: managing('section 8'),
      confidence: 'M',
    },
    {
      id: 'UK-MMD 8 (providers)',
      text: 'from memory: of a service provider check competence, access to service information, liability, and the test before return to service.',
      cite: managing('section 8'),
      confidence: 'M',
    },
    {
      id: 'UK-MMD 10',
      text: 'from memory: decommissioning: make the unit safe and unusable, remove patient data, tell the user, update the records, pass the history on where it is sold.',
      cite: managing('section 10'),
      confidence: 'M',
    },
    {
      id: 'UK-2.12',
      text: 'from memory: negligence and the Consumer Protection Act 1987, under which the regulations are partly made: an unapproved change weakens or ends a claim against the producer. The care regulator looks at safe care and premises and equipment (regulations 12 and 15); the negligence scheme for trusts expects documented risk decisions.',
      cite: law('liability and enforcement pointers'),
      confidence: 'M',
    },
  ],
  readingNotes: [
    'The guidance is on use. It reaches a change of a device through the words on adapting it to new needs.',
    'UK-O2 asks for what is missing: yes means that no approval is at hand.',
    'derived: O-IFU here says only that the use stays inside the instructions; whether the change itself is an operator task is asked in table UK-H (UK-H3).',
    'Off-label use needs a person to claim it: while nobody says that the device is used outside its instructions, the chart stays out.',
    'from memory: the section of Managing Medical Devices V1.3 on modification, and its exact text, were not seen (open point 4); the 2014 edition numbered it 3.5.',
  ],
});
