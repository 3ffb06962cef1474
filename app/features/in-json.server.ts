/** Many values as one parameter: a list in JSON, which costs the database one statement however long it is. */
import { type SQL, sql } from 'drizzle-orm';

/** A value as jsonb. Halves of surrogate pairs and U+0000, which jsonb cannot hold, become U+FFFD. */
export const asJsonb = (value: unknown): SQL =>
  sql`${JSON.stringify(value).replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, (escape, at: number, all: string) => (isEscaped(all, at) ? escape : '\\ufffd'))}::text::jsonb`;

/** Whether the backslash at this place is itself escaped: then it is a text about an escape, and no escape. */
function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** `= any(…)` of texts. */
export const anyText = (values: readonly string[]): SQL =>
  sql`any(array(select jsonb_array_elements_text(${asJsonb(values)})))`;

/** `= any(…)` of ids. */
export const anyId = (values: readonly string[]): SQL =>
  sql`any(array(select jsonb_array_elements_text(${asJsonb(values)})::uuid))`;

/** `= any(…)` of numbers. */
export const anyNumber = (values: readonly number[]): SQL =>
  sql`any(array(select jsonb_array_elements_text(${asJsonb(values)})::integer))`;
