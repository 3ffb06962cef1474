/** Where in a JSON file something stands. */

/** "line 3, column 14" of a position in a text. */
export function lineAndColumn(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end < 0 || end >= at) return `line ${line}, column ${at - start + 1}`;
    line += 1;
    start = end + 1;
  }
}

const LONGEST_STEP = 100;

/** JSON pointer (RFC 6901) of a way through keys and indexes. */
export const pointerTo = (way: readonly (string | number)[]): string =>
  way.map((step) => `/${String(step).slice(0, LONGEST_STEP).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
