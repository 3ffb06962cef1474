/** The fixed questions of single kinds of letter, beside the blocks that all share. Pure. */
import type { FixedQuestion } from '../letter-blocks';
import type { Asked } from './asked';
import { fixedAsked } from './fixed';

const MALWARE: FixedQuestion[] = [
  {
    key: 'supported',
    text: 'Which products and versions against malware do you support on this device?',
    choices: [{ label: 'List attached' }, { label: 'None' }, { label: 'As follows:', fill: '' }],
    from: 'MDS2 MLDP-2, CSUP-4, CSUP-9',
  },
  {
    key: 'exclusions',
    text: 'Are the exclusions listed above right and complete?',
    choices: [{ label: 'Right and complete' }, { label: 'Corrections:', fill: '' }, { label: 'List attached' }],
    from: 'MDS2 MLDP-2.8',
  },
  {
    key: 'scan_times',
    text: 'When may a full scan run, and how much of the processor may it take?',
    choices: [{ label: 'Only off the patient' }, { label: 'At any time' }, { label: 'As follows:', fill: '' }],
    from: 'MDS2 MLDP-2.8',
  },
  {
    key: 'signatures',
    text: 'May signatures and engine be updated without asking you each time?',
    choices: [
      { label: 'Yes, both', id: 'yes' },
      { label: 'Signatures only' },
      { label: 'No, because', fill: '', id: 'no' },
    ],
    from: 'MDS2 CSUP-4.4',
  },
  {
    key: 'on_detection',
    text: 'What may the software do by itself when it finds something?',
    choices: [{ label: 'Report only' }, { label: 'Quarantine' }, { label: 'As follows:', fill: '' }],
    from: 'MDS2 MLDP-2.5 to MLDP-2.7',
  },
  {
    key: 'instead',
    text: 'If no such software may run: is allow-listing or another protection there or on offer?',
    choices: [
      { label: 'Allow-listing is there' },
      { label: 'On offer:', fill: '' },
      { label: 'None' },
      { label: 'Does not apply' },
    ],
    from: 'MDS2 MLDP-3, MLDP-4',
  },
];

const FLOWS: FixedQuestion = {
  key: 'flows',
  text: 'Are the connections listed above right and complete?',
  choices: [{ label: 'Right and complete' }, { label: 'Corrections:', fill: '' }, { label: 'List attached' }],
  from: 'MDS2 CONN-2; IEC 60601-1 14.13',
};

const ISOLATION: FixedQuestion = {
  key: 'isolation',
  text: 'Can the device do all it is for without the network, and for how long?',
  choices: [
    { label: 'Yes, without limit', id: 'yes' },
    { label: 'Yes, for', fill: '', id: 'yes-for' },
    { label: 'No, because', fill: '', id: 'no' },
  ],
  from: 'MDS2 CONN-6; IMDRF N70 table 1',
};

const DOCUMENTS: FixedQuestion[] = [
  {
    key: 'mds2_form',
    text: 'Please send the MDS2 form (2019 edition) for the installed software version.',
    choices: [{ label: 'Attached' }, { label: 'On (date)', fill: '' }, { label: 'None exists' }],
    from: 'ANSI/NEMA HN 1-2019; MDS2 DOC-4, DOC-7',
  },
  {
    key: 'sbom',
    text: 'Please send the list of components (SBOM) as SPDX or CycloneDX.',
    choices: [{ label: 'Attached' }, { label: 'On (date)', fill: '' }, { label: 'None exists' }],
    from: 'MDS2 SBOM-1, SBOM-2',
  },
  {
    key: 'security_guide',
    text: 'Please send the security guide and the network diagram, or say where they stand.',
    choices: [{ label: 'Attached' }, { label: 'At (address)', fill: '' }, { label: 'None exists' }],
    from: 'MDS2 SGUD-1, DOC-10',
  },
  {
    key: 'keep_current',
    text: 'How do we get the next edition without asking for it?',
    choices: [
      { label: 'By subscription at', fill: '' },
      { label: 'Sent to us with each release' },
      { label: 'Only on request' },
    ],
    from: 'MDS2 SBOM-4, CSUP-7',
  },
];

const LIFECYCLE: FixedQuestion[] = [
  {
    key: 'table',
    text: 'Are the versions and dates of the table above right?',
    choices: [{ label: 'All right' }, { label: 'Corrections:', fill: '' }],
    from: 'IMDRF N70 7.1',
  },
  {
    key: 'device_end',
    text: 'Until when do you support the device with security updates?',
    choices: [{ label: 'Until (date)', fill: '' }, { label: 'Ended on', fill: '' }, { label: 'Not decided yet' }],
    from: 'MDS2 RDMP-3; IMDRF N70 7.1',
  },
  {
    key: 'system_end',
    text: 'What do you do when support of the operating system ends?',
    choices: [
      { label: 'New system from', fill: '' },
      { label: 'Paid extended updates until', fill: '' },
      { label: 'Nothing is planned' },
    ],
    from: 'MDS2 RDMP-4; IMDRF N70 7.1',
  },
  {
    key: 'components_end',
    text: 'Which parts of other makers reach the end of their support within three years?',
    choices: [{ label: 'List attached' }, { label: 'None' }, { label: 'As follows:', fill: '' }],
    from: 'MDS2 RDMP-4',
  },
  {
    key: 'upgrade',
    text: 'Which upgrade do you offer, and on what terms?',
    choices: [{ label: 'Offer attached' }, { label: 'None' }, { label: 'As follows:', fill: '' }],
    from: 'MDS2 RDMP-4; IMDRF N70 7.3',
  },
  {
    key: 'notice',
    text: 'How long before the end do you tell us? We plan with two to three years.',
    choices: [{ label: 'At least three years' }, { label: 'At least two years' }, { label: 'Less:', fill: '' }],
    from: 'IMDRF N70 7.1',
  },
  {
    key: 'after_end',
    text: 'Which controls do you recommend for use beyond the end of support?',
    choices: [{ label: 'Attached' }, { label: 'None; use must end' }, { label: 'As follows:', fill: '' }],
    from: 'MDS2 SGUD-4; IMDRF N70 7.3',
  },
];

const DISCLOSURE: FixedQuestion = {
  key: 'reported',
  text: 'Which authorities or customers did you tell of these vulnerabilities?',
  choices: [{ label: 'Reference:', fill: '' }, { label: 'Nobody yet' }, { label: 'Not needed, because', fill: '' }],
  from: 'UK MDR 2002 Part 4A; MDR Art. 87',
};

export const malwareAsks = (): Asked[] => MALWARE.map((one) => fixedAsked('D', one));
export const networkAsks = (): Asked[] => [FLOWS, ISOLATION].map((one) => fixedAsked('G', one));
export const documentAsks = (): Asked[] => DOCUMENTS.map((one) => fixedAsked('H', one, 'Documents'));
export const lifecycleAsks = (): Asked[] => LIFECYCLE.map((one) => fixedAsked('H', one));
export const disclosureAsks = (): Asked[] => [fixedAsked('E', DISCLOSURE)];
