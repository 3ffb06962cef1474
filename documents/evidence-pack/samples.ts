/** One set of samples for golden tests and preview. Organisation, supplier and people are invented. */
import { ISSUED, LONG_WORD, longText } from '../parts/letter/sample';
import type { EvidencePack, PackChapter } from './model';

const STATEMENT = [
  'Completeness stands first: what is missing is said before what is there. “Not evidenced” means that the record holds nothing of it, whatever was done.',
  'Times are in universal time unless a zone is named. A signature that fell is printed with the fact that did it.',
  'To verify: open verify.html in a browser without a network and drop the ZIP on it, or run “changemark audit verify FILE”. Compare the name of the key with the one this organisation gave you by another way.',
  'This pack is documented reasoning that people signed. It claims no conformity with any regulation.',
];

const chapter: PackChapter = {
  reference: 'CM-2026-000123',
  title: 'Monthly security patches on telemetry receiver TR-96',
  state: 'closed',
  missing: [
    {
      label: 'The record was reviewed and the review signed',
      state: 'not evidenced',
      words: 'Nobody has reviewed it.',
    },
  ],
  sections: [
    {
      heading: 'Proposal',
      labelled: [
        { label: 'Device', value: 'Halden Monitoring TR-96' },
        { label: 'Kind of change', value: 'os patch' },
        { label: 'Units', value: '12: TR-1, TR-2, TR-3 and 9 more' },
      ],
      none: 'Nothing was proposed.',
    },
    {
      heading: 'Facts and where they come from',
      columns: [
        { title: 'Fact', share: 2 },
        { title: 'Value', share: 1.2 },
        { title: 'Source', share: 2 },
      ],
      rows: [
        ['Is it a security update?', 'yes', 'Halden, bulletin KB5035888, p. 2, 2 Nov 2026'],
        ['Does it change the intended use?', 'not known', 'no source'],
      ],
      none: 'No fact was stated.',
    },
    {
      heading: 'Signatures',
      columns: [
        { title: 'Name and role', share: 1.6 },
        { title: 'Meaning', share: 1.2 },
        { title: 'Signed', share: 1.6 },
        { title: 'Standing', share: 2 },
      ],
      rows: [
        ['Jonas Lindqvist, engineer', 'author', '20 Nov 2026, 09:00 Europe/London, password', 'stands'],
        [
          'Ruth Adeyemi, clinical safety officer',
          'approved',
          '20 Nov 2026, 09:12 Europe/London, passkey',
          'fell on 21 Nov 2026: Facts: Is it a security update? (no → yes)',
        ],
      ],
      none: 'Nobody has signed: not evidenced.',
    },
    {
      heading: 'Dissents',
      columns: [],
      rows: [],
      none: 'Nobody put a dissent on record.',
    },
  ],
};

const ordinary: EvidencePack = {
  language: 'en-GB',
  scope: 'change CM-2026-000123',
  title: 'Monthly security patches on telemetry receiver TR-96',
  organisation: { name: 'Northbridge University Hospitals', lines: ['Harbour Road 12', 'Northbridge NB1 4QX'] },
  cut: { seq: 412, hash: 'a1b2c3d4'.repeat(8), at: '23 Nov 2026, 14:05 UTC' },
  counts: [
    { label: 'Changes', value: '1' },
    { label: 'Signatures', value: '4, of which 1 fell' },
    { label: 'Letters', value: '2' },
  ],
  summary: 'One line is not evidenced.',
  completeness: [
    { label: 'The proposal says what, where and who makes it', state: 'evidenced', words: '12 units.' },
    { label: 'Every dissent is answered', state: 'not applicable', words: 'Nobody put a dissent on record.' },
    {
      label: 'The record was reviewed and the review signed',
      state: 'not evidenced',
      words: 'Nobody has reviewed it: not evidenced.',
    },
  ],
  chapters: [chapter],
  beyond: [],
  statement: STATEMENT,
};

export const evidencePackSamples: Record<string, { model: EvidencePack; issuedAt: string }> = {
  ordinary: { model: ordinary, issuedAt: ISSUED },
  empty: {
    model: {
      ...ordinary,
      title: 'No change in this period',
      scope: 'period',
      counts: [{ label: 'Changes', value: '0' }],
      completeness: [],
      chapters: [],
    },
    issuedAt: ISSUED,
  },
  scripts: {
    model: {
      ...ordinary,
      title: '医疗器械安全补丁 · Оновлення безпеки · تحديث أمني',
      chapters: [{ ...chapter, title: 'Ødegård · Łódź · Αθήνα' }],
      beyond: [{ reference: 'CM-2026-000124', title: '更新', state: 'draft' }],
    },
    issuedAt: ISSUED,
  },
  longest: {
    model: {
      ...ordinary,
      chapters: Array.from({ length: 12 }, (_, n) => ({
        ...chapter,
        reference: `CM-2026-${String(n).padStart(6, '0')}`,
        title: n === 3 ? LONG_WORD : longText(2),
        sections: chapter.sections.map((section) => ({
          ...section,
          rows: (section.rows ?? []).flatMap((row) => [row, row.map(() => longText(3)), row.map(() => LONG_WORD)]),
          more: 'The first 6 of 60; all of them are in pack.json.',
        })),
      })),
    },
    issuedAt: ISSUED,
  },
};
