import { asking, askingSamples, LONG_WORD, letter } from '../parts/letter/sample';
import type { SecurityDocumentsRequest } from './model';

const ordinary: SecurityDocumentsRequest = {
  ...letter,
  ...asking,
  subject: ['Security documents for telemetry receiver TR-96, software 4.2.0, 12 units: MDS2 form and component list'],
  why: [
    'We keep a file for every networked device. For this one some documents are missing or older than the software that is installed, so questions go to you that the documents would answer.',
  ],
  documents: [
    {
      document: 'MDS2 form',
      held: 'form of 2013, for software 3.1, received 14 May 2019',
      wanted: 'the 2019 form (ANSI/NEMA HN 1-2019) for software 4.2.0',
    },
    { document: 'Component list (SBOM)', held: { blank: 'none' }, wanted: 'CycloneDX or SPDX, all components' },
    {
      document: 'Security white paper or user manual chapter',
      held: 'manual 4.0, chapter 9',
      wanted: 'the edition for 4.2.0',
    },
    {
      document: 'Data-flow and network diagram',
      held: { blank: 'none' },
      wanted: 'with ports and directions',
    },
  ],
  deciding: {
    ...asking.deciding,
    questions: [
      {
        number: 1,
        text: 'Will you send the MDS2 form in its 2019 edition for software 4.2.0?',
        choices: [{ label: 'Attached' }, { label: 'By', fill: '(date)' }, { label: 'No, because', fill: '' }],
        settles: ['With the form, most of our later questions are answered before they are asked.'],
        from: 'MDS2 DOC-7',
      },
      {
        number: 2,
        text: 'Will you send the list of components of software 4.2.0 in a form a machine can read?',
        choices: [
          { label: 'Attached' },
          { label: 'By', fill: '(date)' },
          { label: 'Under an agreement', fill: '' },
          { label: 'No, because', fill: '' },
        ],
        line: 'Format, and where later editions are to be found',
        settles: ['With the list we can say ourselves which published vulnerabilities concern the device.'],
        from: 'MDS2 SBOM-1, SBOM-2',
      },
    ],
  },
  further: {
    ...asking.further,
    blocks: [
      {
        letter: 'B',
        title: 'Documents',
        questions: [
          {
            number: 3,
            text: 'How shall we hear of new editions?',
            choices: [{ label: 'You write to us' }, { label: 'Address to look at', fill: '' }],
            from: 'MDS2 SBOM-4, CSUP-7',
          },
        ],
      },
    ],
  },
};

export const securityDocumentsSamples = askingSamples(ordinary, {
  bare: { documents: [] },
  longest: {
    documents: Array.from({ length: 40 }, (_, index) => ({
      document: index === 2 ? LONG_WORD.slice(0, 200) : `Document ${index + 1}`,
      held: 'an older edition, for software that is no longer installed',
      wanted: 'the edition for the software installed now, as PDF',
    })),
  },
  scripts: { documents: [{ document: '取扱説明書', held: 'русское издание', wanted: 'ελληνική έκδοση' }] },
});
