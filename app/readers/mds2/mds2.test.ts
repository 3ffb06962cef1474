import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestSheet, workbook } from '../tables/testing';
import { firstFault, readWith } from '../xml/testing';
import { isMds2Workbook, readMds2Workbook } from './mds2-workbook.server';
import { questionId } from './question-lines';
import { MDS2_SECTION_TITLES } from './sections';

const ABOVE: TestSheet['rows'] = [
  ['Manufacturer Disclosure Statement for Medical Device Security -- MDS2'],
  ['Manufacturer:', 'ACME', '', 'Software Revision', '4.2'],
  [],
];
const QUESTIONS: TestSheet['rows'] = [
  ['DOC-1', 'Manufacturer Name', 'ACME Medical', '__'],
  ['DOC-3', 'Device Model', 'Pump 4', '__'],
  ['DOC-4', 'Document ID', 'MDS-77', '__'],
  ['DOC-7', 'Document Release Date', '2026-05-01', '__'],
  ['AUDT-1', 'Can the device create additional audit logs?', 'Yes', 'Note 1'],
  ['AUDT-1.1', 'Is the audit log kept for long enough?', 'No', '__'],
  ['CSUP-2.4', 'May third parties install updates of their own?', 'See Note', '2'],
  ['SBOM-1', 'Is a bill of materials available?', 'N/A', ''],
];
const NOTES: TestSheet['rows'] = [[], ['Note 1', 'Only for the administrator.'], ['Note 2: ask the maker first.']];
const HEADING = ['Question ID', 'Question', '', 'See note'];
const form = (rows: TestSheet['rows'], name = 'MDS2') => workbook({ sheets: [{ name, rows }] });
const read = (bytes: Uint8Array) => readWith(readMds2Workbook, bytes);

describe('the MDS2 workbook', () => {
  it('gives its questions with answers and the words of notes', async () => {
    const { head, records } = await read(form([...ABOVE, HEADING, ...QUESTIONS, ...NOTES]));
    expect(head).toMatchObject({ kind: 'mds2', valid: true, warnings: [] });
    expect(head?.facts).toEqual({
      manufacturer: 'ACME Medical',
      model: 'Pump 4',
      document_id: 'MDS-77',
      release_date: '2026-05-01',
      software_revision: '4.2',
      sheet: 'MDS2',
      question_count: 8,
      answered_count: 8,
      sections: ['DOC', 'AUDT', 'CSUP', 'SBOM'],
    });
    expect(records.slice(4).map(({ place, value }) => ({ place, ...value }))).toMatchObject([
      { place: 'sheet MDS2, row 9', question: 'AUDT-1', answer: 'Yes', note: 'Note 1: Only for the administrator.' },
      { question: 'AUDT-1.1', answer: 'No', note: '' },
      { question: 'CSUP-2.4', answer: 'See Note', note: '2: ask the maker first.' },
      { question: 'SBOM-1', answer: 'N/A', text: 'Is a bill of materials available?' },
    ]);
  });

  it('is read wherever its columns stand, with headings or without', async () => {
    const moved = QUESTIONS.map(([id = '', text = '', answer = '', note = '']) =>
      ['', answer, '', id, '', text, note].map(String),
    );
    const left = await read(form(QUESTIONS.map((row) => ['', '', ...row])));
    expect(left.records[4]?.value).toMatchObject({ question: 'AUDT-1', answer: 'Yes', note: 'Note 1' });
    // An answer before its question is no form that is read: the text is found, the answer is not guessed.
    const right = await read(form(moved));
    expect(right.records[4]?.value).toMatchObject({
      question: 'AUDT-1',
      text: 'Can the device create additional audit logs?',
    });
    const headed = await read(
      form([
        ['ID', 'Section', 'Question', 'Note', 'Response'],
        ...QUESTIONS.map(([id = '', text = '', answer = '', note = '']) => [id, 'x', text, note, answer]),
      ]),
    );
    expect(headed.records[4]?.value).toMatchObject({ question: 'AUDT-1', answer: 'Yes', note: 'Note 1' });
  });

  it('warns with its place of what is odd, and reads on', async () => {
    const rows = [
      ...QUESTIONS,
      ['AUDT‑1 ', 'Once more, with another dash?', 'Maybe', ''],
      ['WXYZ-1', 'Of a section that is none?', 'No', ''],
      ['RMOT-1', 'Is remote service possible at all?', '', ''],
    ];
    const { head, records } = await read(form([HEADING, ...rows]));
    expect(records).toHaveLength(11);
    expect(head?.warnings.map(({ place, message }) => `${place}: ${message}`)).toEqual([
      'sheet MDS2, row 10: The question AUDT-1 stands here for the second time.',
      'sheet MDS2, row 10: The answer "Maybe" is none of Yes, No, N/A and See Note.',
      'sheet MDS2, row 11: The section WXYZ is not one of the 2019 form.',
      'sheet MDS2, row 12: The question RMOT-1 has no answer.',
    ]);
  });

  it('is refused without questions, and with formulas', async () => {
    expect(firstFault(await read(form([HEADING, ['Serial', 'Model']])))).toBe('MDS2 @ ');
    const formula = { xml: '><f>1</f></c>' };
    expect(firstFault(await read(form([HEADING, ...QUESTIONS, [formula]])))).toBe('formula @ sheet MDS2, cell A10');
  });

  it('is told from a table of units', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'changemark-mds2-'));
    const path = join(folder, 'book');
    const is = (bytes: Uint8Array) => {
      writeFileSync(path, bytes);
      return isMds2Workbook({ path });
    };
    try {
      expect(await is(form([...ABOVE, HEADING, ...QUESTIONS]))).toBe(true);
      expect(await is(form([['Serial', 'Model'], ...Array.from({ length: 400 }, (_, n) => [`S${n}`, 'Pump'])]))).toBe(
        false,
      );
      expect(await is(new Uint8Array([1, 2, 3]))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('question ids', () => {
  it('are known with any dash and blank', () => {
    expect(
      ['AUDT-1', ' audt–1.2 ', 'CSUP - 11.2', 'SBoM-1', 'Note 1', 'A-1', 'AUDT', 'AUDT-1.'].map(questionId),
    ).toEqual(['AUDT-1', 'AUDT-1.2', 'CSUP-11.2', 'SBOM-1', null, null, null, null]);
  });

  const shared = new URL('../../../../shared/data/mds2/sections-hn1-2019.json', import.meta.url).pathname;
  it.runIf(existsSync(shared))('begin with the sections that were gathered', () => {
    const { sections } = JSON.parse(readFileSync(shared, 'utf8')) as { sections: { code: string }[] };
    expect(Object.keys(MDS2_SECTION_TITLES).sort()).toEqual(sections.map(({ code }) => code.toUpperCase()).sort());
  });
});
