/** Comma-separated values: RFC 4180 with a byte order mark, so that spreadsheets read them as UTF-8. */

/** What a spreadsheet might run as a formula, also after leading blanks or behind a full-width form. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** One cell. A text that a spreadsheet would run is kept readable behind an apostrophe (OWASP, CSV injection). */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record with its line end. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

/**
 * A download that is written while it is read: heading, then batches of records until `next` gives none. A reader that
 * goes away ends the reading of the list.
 */
export function csvDownload(
  fileName: string,
  heading: readonly string[],
  next: () => Promise<readonly (readonly (string | number | boolean | null)[])[] | null>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${csvLine(heading)}`)),
    pull: async (controller) => {
      const records = await next();
      if (records) controller.enqueue(encoder.encode(records.map(csvLine).join('')));
      else controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
