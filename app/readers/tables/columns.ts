/** Columns as spreadsheets name them: A, B, … Z, AA. */

/** "AB" of 27. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 27 and 14 of "AB15"; null for what is no cell. */
export function cellAt(reference: string): { column: number; row: number } | null {
  const [, letters, digits] = /^([A-Z]{1,7})(\d{1,9})$/.exec(reference) ?? [];
  if (!letters || !digits) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}
