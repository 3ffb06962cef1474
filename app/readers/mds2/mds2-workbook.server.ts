/** Reads the MDS2 form (ANSI/NEMA HN 1-2019) as makers fill it in: a workbook with a question a row. */
import { type Archive, openArchive } from '../archives/zip.server';
import { headOf } from '../head';
import { LIMITS, type Out, type Reader, Refusal, refuse, type Source } from '../reader';
import type { FileRecord, Problem } from '../records';
import { readSheet } from '../tables/sheet.server';
import { openWorkbook, type Sheet, type Workbook } from '../tables/workbook.server';
import { columnsOf, type FoundLine, isChoice, labelled, linesOf, questionId, type SheetRow } from './question-lines';
import { MDS2_SECTION_TITLES } from './sections';

const RULE = 'MDS2';
/** The form has some three hundred rows; a sheet with many more is no form. */
const MOST_ROWS = 5_000;
const BATCH = 500;

interface Form {
  sheet: string;
  rows: SheetRow[];
  lines: FoundLine[];
  others: string[];
}

export const readMds2Workbook: Reader = async (source, out) => {
  const archive = await openArchive(source);
  try {
    const form = await formIn(archive, await openWorkbook(archive), out);
    if (!form) return refuse(RULE, '', 'No sheet holds questions of the form, such as "AUDT-1".');
    const { records, warnings } = recordsOf(form);
    for (let at = 0; at < records.length; at += BATCH) await out.records(records.slice(at, at + BATCH));
    return headOf('mds2', 'MDS2 (HN 1-2019)', { warnings, facts: factsOf(form) });
  } finally {
    archive.close();
  }
};

/**
 * Whether a workbook is a filled-in form. What cannot be opened is none: the reader of tables then says why. Looks at
 * the first rows of each sheet only.
 */
export async function isMds2Workbook(source: Pick<Source, 'path'>): Promise<boolean> {
  try {
    const archive = await openArchive(source);
    try {
      const workbook = await openWorkbook(archive);
      for (const sheet of workbook.sheets) if (await holdsQuestions(archive, workbook, sheet)) return true;
      return false;
    } finally {
      archive.close();
    }
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Thrown to read no further: the rest of a sheet may be long, and says nothing on what it is. */
class Enough extends Error {}

const QUIET: Out = { records: async () => undefined, progress: () => undefined, checkCancelled: () => undefined };
const SEARCHED = 300;
const TELLING = 5;

async function holdsQuestions(archive: Archive, workbook: Workbook, sheet: Sheet): Promise<boolean> {
  let questions = 0;
  const row = (cells: string[], number: number): boolean => {
    if (cells.slice(0, 10).some((cell) => questionId(cell) !== null)) questions += 1;
    if (questions >= TELLING || number > SEARCHED) throw new Enough();
    return false;
  };
  try {
    await readSheet(archive, workbook, sheet, { row, pause: async () => undefined }, QUIET);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return questions >= TELLING;
}

async function formIn(archive: Archive, workbook: Workbook, out: Out): Promise<Form | null> {
  let form: Form | null = null;
  const others: string[] = [];
  for (const sheet of workbook.sheets) {
    const rows: SheetRow[] = [];
    const reading = {
      row: (cells: string[], row: number) => {
        if (rows.length < MOST_ROWS) rows.push({ cells, row });
        return false;
      },
      pause: async () => undefined,
    };
    await readSheet(archive, workbook, sheet, reading, out);
    const columns = sheet.hidden ? null : columnsOf(rows);
    const lines = columns ? linesOf(rows, columns) : [];
    if (lines.length > (form?.lines.length ?? 0)) {
      if (form) others.push(form.sheet);
      form = { sheet: sheet.name, rows, lines, others };
    } else if (lines.length > 0) others.push(sheet.name);
  }
  return form;
}

const sectionOf = (question: string): string => question.split('-')[0] ?? '';
/** Questions of the device description ask for words. */
const isAsked = ({ question }: FoundLine): boolean => sectionOf(question) !== 'DOC';

function recordsOf({ sheet, lines, others }: Form): { records: FileRecord[]; warnings: Problem[] } {
  const warnings: Problem[] = [];
  const seen = new Set<string>();
  const records = lines.map(({ row, ...value }): FileRecord => {
    const place = `sheet ${sheet}, row ${row}`;
    const told: string[] = [];
    if (seen.has(value.question)) told.push(`The question ${value.question} stands here for the second time.`);
    seen.add(value.question);
    if (!Object.hasOwn(MDS2_SECTION_TITLES, sectionOf(value.question))) {
      told.push(`The section ${sectionOf(value.question)} is not one of the 2019 form.`);
    }
    if (isAsked({ ...value, row }) && value.answer !== '' && !isChoice(value.answer)) {
      told.push(`The answer "${value.answer.slice(0, 80)}" is none of Yes, No, N/A and See Note.`);
    }
    if (value.answer === '') told.push(`The question ${value.question} has no answer.`);
    for (const message of told) if (warnings.length < LIMITS.problems) warnings.push({ place, rule: RULE, message });
    return { kind: 'mds2', place, warnings: told, value };
  });
  for (const other of others) {
    warnings.push({
      place: `sheet ${other}`,
      rule: RULE,
      message: 'This sheet holds questions of a second form. It was left out.',
    });
  }
  return { records, warnings };
}

function factsOf({ sheet, rows, lines }: Form): Record<string, unknown> {
  const first = lines[0]?.row ?? 0;
  const above = rows.filter(({ row }) => row < first);
  const said = (question: string, label: RegExp) =>
    lines.find((one) => one.question === question)?.answer || labelled(above, label);
  const sections = [...new Set(lines.map(({ question }) => sectionOf(question)))];
  return {
    manufacturer: said('DOC-1', /^(manufacturer|company)( name)?\b/i),
    model: said('DOC-3', /^(device )?model\b/i),
    document_id: said('DOC-4', /^document (id|number)\b/i),
    release_date: said('DOC-7', /^(document )?release date\b/i),
    software_revision: labelled(above, /^software (revision|version|release)\b/i),
    sheet,
    question_count: lines.length,
    answered_count: lines.filter(({ answer }) => answer !== '').length,
    sections,
  };
}
