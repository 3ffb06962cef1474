/** Many values as one parameter: a list in JSON, which costs the database one statement however long it is. */
import { type SQL, sql } from 'drizzle-orm';

/** What jsonb cannot hold, as JSON.stringify escapes it; a backslash before it would make it a text about an escape. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi;

/** A value as jsonb. Halves of surrogate pairs and U+0000 become U+FFFD. */
export const asJsonb = (value: unknown): SQL =>
  sql`${JSON.stringify(value).replace(UNSTORABLE, '$1\\ufffd')}::text::jsonb`;

/** `= any(…)` of texts. */
export const anyText = (values: readonly string[]): SQL =>
  sql`any(array(select jsonb_array_elements_text(${asJsonb(values)})))`;

/** `= any(…)` of ids. */
export const anyId = (values: readonly string[]): SQL =>
  sql`any(array(select jsonb_array_elements_text(${asJsonb(values)})::uuid))`;

/** `= any(…)` of numbers. */
export const anyNumber = (values: readonly number[]): SQL =>
  sql`any(array(select jsonb_array_elements_text(${asJsonb(values)})::integer))`;
