/**
 * DCB0129 v4.2 (2018), clause 2.5: products of third parties inside a release of a health IT system. Every sentence is
 * ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('dcb0129');
const lifeCycle = citing('iec_62304');

export const thirdPartyProducts = chart({
  instrument: 'DCB0129-2.5',
  name: 'DCB0129, third-party products',
  title: 'DCB0129 v4.2 clause 2.5: third-party products in a release',
  jurisdiction: 'GB',
  edition: 'v4.2, 2018',
  issued: '2018',
  inForce: { from: '2018-05-02', to: null },
  source: 'dcb0129',
  addressee: 'Manufacturers of health IT systems used in England',
  answers: 'safe',
  start: '2.5.1',
  nodes: {
    '2.5.1': {
      kind: 'step',
      part: 'Clause 2.5',
      asks: 'Does the release contain a product of a third party?',
      short: 'third-party product inside?',
      cite: doc('2.5.1'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'release note; software bill of materials (MDS2 SBOM-1)',
      rule: { yes: 'third_party_product_in_release' },
      yes: 'DCB-ASSESS-THIRD-PARTY',
      no: 'DCB-NO-ACTION',
      subRules: [
        {
          id: '2.5.1-a',
          text: 'derived: patches of an operating system, libraries and runtimes are products of third parties.',
          cite: citing('changemark')('DCB0129 2.5.1'),
          confidence: 'D',
          answer: 'yes',
          when: 'third_party_product_in_release',
        },
      ],
    },
  },
  outcomes: {
    'DCB-ASSESS-THIRD-PARTY': {
      tier: 'record',
      meaning: 'assess the third-party product and describe it in the safety case report',
      label: 'assess the third-party product',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Assess the third-party product inside the release (2.5.1).',
          cite: doc('2.5.1'),
          confidence: 'V',
          due: 'before delivery of the release',
        },
        {
          who: 'manufacturer',
          must: 'Describe that assessment in the clinical safety case report (2.5.2).',
          cite: doc('2.5.2'),
          confidence: 'V',
          due: 'with the safety case report',
        },
      ],
      evidence: [
        'Assessment of each third-party product, with version',
        'Passage of the safety case report that describes it',
        'List of third-party products before and after',
      ],
      notes: [],
    },
    'DCB-NO-ACTION': {
      tier: 'none',
      meaning: 'nothing to do under this standard',
      label: 'nothing to do',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Keep the audit trail of versions and patches released (7.3.4), as for every release.',
          cite: doc('7.3.4'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: ['Release note or bill of materials that shows own code only'],
      notes: [
        '"Nothing to do" speaks of clause 2.5 alone; the modification itself is judged under clause 7.3 (DCB0129).',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'IEC 62304 8.1.2',
      text: 'from memory: software of unknown provenance is identified by title, maker and unique designator; the list is the start of the assessment.',
      cite: lifeCycle('8.1.2'),
      confidence: 'M',
    },
  ],
  readingNotes: [
    'The clause speaks of a health IT system; whether the product is one is asked in DCB0129 (NHS-C1).',
    'v4.2 is dated 2018; its exact day, from which the edition is used, is from memory.',
  ],
});
