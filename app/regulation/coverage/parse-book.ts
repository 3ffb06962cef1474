/**
 * Which rows the source books have. Only their ids leave this file: the inventory kept in the project is a list of ids
 * by book and section, so that the coverage report can be made, and checked, where the books are not at hand.
 */

/** The ids of the table rows of one section, in printed order. */
export interface SectionRows {
  /** Section number ("3.2"). */
  section: string;
  rows: readonly string[];
}

const RULE = /^\|[\s:|-]+$/;
const HEADING = /^#+ +(\d+(?:\.\d+)*)\.? /;

/** An id has no spaces and holds a digit or a mark, or is capitals only; plain numbers and words are no ids. */
const ID = /^(?=.*[\d_.-]|[A-Z]{3,}$)(?!\d+$)[A-Za-z0-9][\w.+-]*$/;

/**
 * The rows of all tables of a book.
 * @param text the book, in Markdown
 * @returns the numbered sections with a table, and the id of each row. A row whose first cell is no id, or repeats one,
 *   is called by its place among the rows of the section: "#3".
 */
export function rowsOf(text: string): SectionRows[] {
  const found: { section: string; rows: string[] }[] = [];
  let rows: string[] = [];
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const section = HEADING.exec(line)?.[1];
    if (section) {
      rows = [];
      found.push({ section, rows });
    }
    const heads = RULE.test(lines[index + 1] ?? '');
    if (!line.startsWith('|') || RULE.test(line) || heads) return;
    const id = idOf(line.split('|')[1] ?? '');
    rows.push(id !== null && !rows.includes(id) ? id : `#${rows.length + 1}`);
  });
  return found.filter((one) => one.rows.length > 0);
}

/** "US-FDC-524B (2)" and "EU-AIA o" carry marks behind the id. */
function idOf(cell: string): string | null {
  const word = cell
    .replaceAll(/[*`]/g, '')
    .trim()
    .replace(/ (\(2\)|o)$/, '');
  return ID.test(word) ? word : null;
}
