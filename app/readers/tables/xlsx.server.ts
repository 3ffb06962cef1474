/** Reads tables in XLSX. Every sheet is looked at for formulas; rows come from those whose headings are the table's. */
import { openArchive } from '../archives/zip.server';
import { headOf } from '../head';
import { LIMITS, type Out, type Reader, refuse } from '../reader';
import type { Problem } from '../records';
import { checkSize, type FoundTable, RowCollector } from './collect-rows';
import { isFormula } from './formulas';
import { isKnownHeading, plainHeading } from './headings';
import { readSheet, type SheetFindings } from './sheet.server';
import { tableFacts } from './table-facts';
import { openWorkbook, type Sheet, type Workbook } from './workbook.server';

const RULE = 'XLSX';

export const readXlsx: Reader = async (source, out) => {
  const archive = await openArchive(source);
  try {
    const workbook = await openWorkbook(archive);
    const warnings: Problem[] = [];
    const total = workbook.sheets.reduce((sum, { part }) => sum + archive.size(part), 1);
    let done = 0;
    const progress = (bytes: number) => {
      done += bytes;
      out.progress(Math.min(source.size, Math.floor((done / total) * source.size)));
    };
    const read = (sheet: Sheet, accepts?: (headings: string[]) => boolean) =>
      oneSheet({ archive, workbook, sheet, out, warnings, progress }, accepts);
    const { found, taken } = await everySheet(workbook, read, warnings);
    if (found.headings.length === 0) refuse(RULE, '', 'No sheet that is shown holds a table.');
    return headOf('table', RULE, {
      warnings,
      facts: {
        ...tableFacts(found),
        sheets: workbook.sheets.map(({ name }) => name),
        sheets_read: taken,
        sheets_hidden: workbook.sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
      },
    });
  } finally {
    archive.close();
  }
};

type ReadOne = (sheet: Sheet, accepts?: (headings: string[]) => boolean) => Promise<FoundTable>;

/**
 * The first sheet with known headings says what the table is; others with the same headings go on with it. When none
 * has any, the first sheet that holds anything is the table.
 */
async function everySheet({ sheets }: Workbook, read: ReadOne, warnings: Problem[]) {
  const tables: FoundTable[] = [];
  const taken: string[] = [];
  const left: string[] = [];
  let fallback: Sheet | null = null;
  const same = (a: string[], b: string[]) => a.map(plainHeading).join('\0') === b.map(plainHeading).join('\0');
  for (const sheet of sheets) {
    if (sheet.hidden) {
      await read(sheet, () => false);
      warnings.push({
        place: `sheet ${sheet.name}`,
        rule: RULE,
        message: 'The sheet is hidden. It was looked at and left out.',
      });
      continue;
    }
    const wanted = tables[0]?.headings;
    let accepted = false;
    const table = await read(sheet, (headings) => {
      accepted = wanted
        ? same(wanted, headings)
        : headings.filter(isKnownHeading).length >= Math.min(2, headings.length);
      return accepted;
    });
    if (accepted) {
      taken.push(sheet.name);
      tables.push(table);
    } else if (table.headings.length > 0) {
      fallback ??= sheet;
      left.push(sheet.name);
    }
  }
  if (tables.length === 0 && fallback) {
    tables.push(await read(fallback));
    taken.push(fallback.name);
  }
  for (const name of left.filter((one) => !taken.includes(one))) {
    warnings.push({
      place: `sheet ${name}`,
      rule: RULE,
      message: 'The sheet has other headings than the table. It was left out.',
    });
  }
  const { headings = [], headingRow = 0 } = tables[0] ?? {};
  const sum = (of: 'rowCount' | 'unlike') => tables.reduce((all, one) => all + one[of], 0);
  return { found: { headings, headingRow, rowCount: sum('rowCount'), unlike: sum('unlike') }, taken };
}

interface OneSheet {
  archive: Parameters<typeof readSheet>[0];
  workbook: Workbook;
  sheet: Sheet;
  out: Out;
  warnings: Problem[];
  progress: (bytes: number) => void;
}

async function oneSheet(
  { archive, workbook, sheet, out, warnings, progress }: OneSheet,
  accepts?: (headings: string[]) => boolean,
) {
  const place = (row: number) => `sheet ${sheet.name}, row ${row}`;
  const rows = new RowCollector(RULE, place, accepts);
  let texts = 0;
  let count = 0;
  const findings = await readSheet(
    archive,
    workbook,
    sheet,
    {
      row(cells, row) {
        count += 1;
        checkSize(count, cells.length, place(row));
        texts += cells.filter(isFormula).length;
        return rows.take(cells, row);
      },
      read: progress,
      pause: () => rows.flush(out),
    },
    out,
  );
  const found = await rows.end(out);
  warnings.push(...rows.warnings.slice(0, LIMITS.problems), ...warningsOf(sheet, findings, texts));
  return found;
}

function* warningsOf({ name }: Sheet, { merged, odd }: SheetFindings, texts: number): Generator<Problem> {
  const about = `sheet ${name}`;
  if (merged.length > 0) {
    const some = merged.slice(0, 5).join(', ');
    const message = `Cells are merged (${some}${merged.length > 5 ? ' and more' : ''}). Only the first of them holds the value.`;
    yield { place: about, rule: RULE, message };
  }
  for (const { cell, message } of odd) yield { place: cell, rule: RULE, message };
  if (texts > 0) {
    const message = `${texts} texts begin as formulas do. They are kept as texts.`;
    yield { place: about, rule: RULE, message };
  }
}
