/** Finds the questions of an MDS2 form among the rows of a sheet, wherever its columns stand. */
import type { Mds2Line } from '../records';

export interface SheetRow {
  cells: string[];
  row: number;
}

export interface FoundLine extends Mds2Line {
  row: number;
}

const ID = /^[A-Z]{3,5}-\d{1,3}(\.\d{1,3}){0,3}$/;
/** Characters of a cell that are searched for the number of a note. */
const LONGEST = 4_000;
const NOTE = /^note\s*#?\s*(\d{1,3})\s*[:.)-]?\s*(.*)$/is;

/** A question id as the form writes it, whatever dash and blanks a program made of it; null for none. */
export function questionId(cell: string): string | null {
  if (cell.length > 40) return null;
  const plain = cell
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0\u200b]/g, '')
    .toUpperCase();
  return ID.test(plain) ? plain : null;
}

/** "Yes", "No", "N/A", "See Note(s)", as the form has them to choose from. */
export const isChoice = (answer: string): boolean =>
  /^(yes|no|n\/?a|not applicable|see notes?( ?#?\d+)?(, ?\d+)*)\.?$/i.test(answer.trim());

interface Columns {
  id: number;
  text: number;
  answer: number;
  note: number;
}

const count = (rows: readonly SheetRow[], is: (cell: string) => boolean): number[] => {
  const counts: number[] = [];
  for (const { cells } of rows) {
    cells.forEach((cell, n) => {
      counts[n] = (counts[n] ?? 0) + (is(cell) ? 1 : 0);
    });
  }
  return Array.from(counts, (one) => one ?? 0);
};

const most = (counts: readonly number[], from: number): number => {
  let best = -1;
  for (let n = from; n < counts.length; n += 1) {
    if ((counts[n] ?? 0) > 0 && (best < 0 || (counts[n] ?? 0) > (counts[best] ?? 0))) best = n;
  }
  return best;
};

/** Where ids, questions, answers and notes stand; null for a sheet without questions. */
export function columnsOf(rows: readonly SheetRow[]): Columns | null {
  const ids = count(rows, (cell) => questionId(cell) !== null);
  const id = most(ids, 0);
  if (id < 0 || (ids[id] ?? 0) < 1) return null;
  const asked = rows.filter(({ cells }) => questionId(cells[id] ?? '') !== null);
  const first = rows.indexOf(asked[0] as SheetRow);
  const heads = rows.slice(Math.max(0, first - 10), first).reverse();
  const headed = (pattern: RegExp, not: number[]): number => {
    for (const { cells } of heads) {
      const found = cells.findIndex((cell, n) => n > id && !not.includes(n) && pattern.test(cell.trim()));
      if (found >= 0) return found;
    }
    return -1;
  };
  const long = count(asked, (cell) => cell.length > 12 && !isChoice(cell));
  const byHead = headed(/^question(?! ?id)/i, []);
  const text = byHead >= 0 ? byHead : Math.max(most(long, id + 1), id + 1);
  const choices = count(asked, isChoice);
  const answers = headed(/^(answer|response|manufacturer.?s? (answer|response))/i, [text]);
  const chosen = most(choices, id + 1);
  const answer = answers >= 0 ? answers : chosen >= 0 && chosen !== text ? chosen : text + 1;
  const notes = headed(/^(see )?notes?\b|^comments?\b|^remarks?\b/i, [text, answer]);
  return { id, text, answer, note: notes >= 0 ? notes : answer + 1 };
}

const cellOf = ({ cells }: SheetRow, column: number): string => (cells[column] ?? '').trim();

/** The lines of a form, with the words of the notes that stand at its end put where they are pointed at. */
export function linesOf(rows: readonly SheetRow[], columns: Columns): FoundLine[] {
  const words = new Map<string, string>();
  for (const one of rows) {
    if (questionId(cellOf(one, columns.id)) !== null) continue;
    const at = one.cells.findIndex((cell) => NOTE.test(cell.trim().slice(0, LONGEST)));
    const [, number, rest = ''] = NOTE.exec(cellOf(one, at).slice(0, LONGEST)) ?? [];
    const said = [rest, ...one.cells.slice(at + 1)].map((cell) => cell.trim()).filter(Boolean);
    if (number && said.length > 0) words.set(number, said.join(' '));
  }
  return rows.flatMap((one) => {
    const question = questionId(cellOf(one, columns.id));
    if (question === null) return [];
    const answer = cellOf(one, columns.answer).replace(/^_+$/, '');
    const pointed = cellOf(one, columns.note).replace(/^_+$/, '');
    return [{ question, text: cellOf(one, columns.text), answer, note: withWords(pointed, words), row: one.row }];
  });
}

function withWords(note: string, words: ReadonlyMap<string, string>): string {
  const numbers =
    note.length < 100 && /^(note\s*#?\s*)?\d{1,3}(\s*[,;&]\s*(note\s*)?\d{1,3})*\.?$/i.test(note)
      ? (note.match(/\d+/g) ?? [])
      : [];
  const said = numbers.flatMap((number) => words.get(number) ?? []);
  return said.length > 0 ? `${note}: ${said.join(' ')}` : note;
}

/** Value beside, or under, the first cell that reads so, above the questions. */
export function labelled(rows: readonly SheetRow[], label: RegExp): string {
  for (const [n, { cells }] of rows.entries()) {
    const at = cells.findIndex((cell) => label.test(cell.trim()));
    if (at < 0) continue;
    const inside = /:\s*(\S.*)$/s.exec(cells[at] ?? '')?.[1]?.trim();
    const beside = cells.slice(at + 1).find((cell) => cell.trim() !== '');
    const found = inside || beside?.trim() || (rows[n + 1]?.cells[at] ?? '').trim();
    if (found) return found;
  }
  return '';
}
