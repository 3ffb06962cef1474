/**
 * NHS England, architecture patterns for connected medical devices: network segmentation (2023, one per diagnostic
 * pillar; the one for pathology was seen). Row NHS-C8. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('nhs_segmentation');
const guidance = citing('nhs_connected_devices');

export const networkSegmentation = chart({
  instrument: 'NHS-SEG',
  name: 'NHS segmentation patterns',
  title: 'NHS England: network segmentation patterns for connected medical devices (row NHS-C8)',
  jurisdiction: 'GB',
  edition: '2023',
  issued: '2023',
  inForce: { from: '2023-01-01', to: null },
  source: 'nhs_segmentation',
  addressee: 'NHS organisations in England that segment networks around diagnostic devices',
  answers: 'safe',
  start: 'NHS-C8',
  nodes: {
    'NHS-C8': {
      kind: 'step',
      part: 'Row NHS-C8',
      asks: 'Does the Clinical Safety Officer take part in the risk assessment, and does the design keep devices of one type from all standing in one segment?',
      short: 'safety officer, mixed segments?',
      cite: doc('pathology: principles'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'risk assessment record; network plan',
      rule: { yes: 'clinical_safety_officer_involved and not segment_holds_single_device_type' },
      yes: 'SEG-OK',
      no: 'SEG-REDESIGN',
      subRules: [
        {
          id: 'NHS-C8-a',
          text: 'The design rests on a risk assessment done with the Clinical Safety Officer.',
          cite: doc('pathology: principles'),
          confidence: 'V',
          answer: 'no',
          when: 'not clinical_safety_officer_involved',
        },
        {
          id: 'NHS-C8-b',
          text: 'Not all devices of one type in one segment: one fault would stop them all.',
          cite: doc('pathology: principles'),
          confidence: 'V/D',
          answer: 'no',
          when: 'segment_holds_single_device_type',
        },
        {
          id: 'NHS-C8-c',
          text: 'Include business continuity.',
          cite: doc('pathology: principles'),
          confidence: 'V',
        },
      ],
    },
  },
  outcomes: {
    'SEG-OK': {
      tier: 'record',
      meaning: 'segmentation design may go on',
      label: 'design may go on',
      obligations: [
        {
          who: 'hospital',
          must: 'Record the risk assessment with the part of the Clinical Safety Officer, and the plan for business continuity.',
          cite: doc('pathology: principles'),
          confidence: 'V',
          due: 'before the change is made',
        },
        {
          who: 'hospital',
          must: 'Keep access lists between VLANs, unique subnets, restricted source, destination and port; supplier access servers in a demilitarised zone (NHS-D13).',
          cite: doc('pathology'),
          confidence: 'V',
          due: 'with the change',
        },
      ],
      evidence: [
        'Risk assessment with the contribution of the Clinical Safety Officer',
        'Network plan: which devices stand in which segment',
        'Flows needed by each device (MDS2 CONN-2, CONN-3, CONN-4, DOC-10); business continuity plan; roll-back test',
      ],
      notes: ['Whether the design stays inside the requirements of the manufacturers is asked in table UK-H (UK-H10).'],
    },
    'SEG-REDESIGN': {
      tier: 'hold',
      meaning: 'redesign with a risk assessment of the clinical safety officer and mixed groups',
      label: 'redesign the segments',
      obligations: [
        {
          who: 'hospital',
          must: 'Redo the design with a risk assessment in which the Clinical Safety Officer takes part, and with devices of one type spread over segments.',
          cite: doc('pathology: principles'),
          confidence: 'V/D',
          due: 'before the change is made',
        },
      ],
      evidence: ['New design and risk assessment', 'Reason where a type cannot be spread'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'NHS-D13',
      text: 'Access lists between VLANs, unique subnets, point-of-care testing in VLANs of its own apart from the laboratory system, restricted source, destination and port, supplier access servers in a demilitarised zone.',
      cite: doc('pathology'),
      confidence: 'V',
    },
    {
      id: 'NHS-D8',
      text: 'Zones that keep reachable traffic small: only the clients that need the device, an air gap where feasible, outbound through a proxy.',
      cite: guidance('4.2'),
      confidence: 'V',
    },
    {
      id: 'NHS-SEG toolkit',
      text: 'The patterns name B4 and B5 of the assessment framework as the outcomes that segmentation serves.',
      cite: citing('dspt_caf')('B4, B5'),
      confidence: 'V2',
    },
  ],
  readingNotes: [
    'One row only is a question. It was published for diagnostic devices (pathology was seen); for other devices it is taken by analogy, which is derived.',
    'The row asks two things at once; the trace names the one that fails.',
    'Only the year was seen; the edition is used from its first day.',
  ],
});
