/** The two clauses of a keyset page. All parts of a key run in one direction, so one row comparison says it. */
import { type SQL, sql } from 'drizzle-orm';
import type { KeyPart, PageWish } from './keyset';

/** How a list is sorted: by these expressions, the last of which is the row's id. */
export interface Sorting {
  by: readonly SQL[];
  parts: readonly KeyPart[];
}

const CASTS: Record<KeyPart, SQL> = {
  text: sql.raw('::text'),
  integer: sql.raw('::integer'),
  date: sql.raw('::date'),
  uuid: sql.raw('::uuid'),
};

const upwards = (wish: PageWish, descending: boolean): boolean => (wish.direction === 'after') !== descending;

/** `order by` of a page, in the order of reading (turned round for a page before the cursor). */
export function keysetOrder({ by }: Sorting, wish: PageWish, descending: boolean): SQL {
  const way = sql.raw(upwards(wish, descending) ? ' asc' : ' desc');
  return sql.join(
    by.map((expression) => sql`${expression}${way}`),
    sql`, `,
  );
}

/** Condition that leaves the rows beyond the cursor; true on the first page. */
export function keysetCondition({ by, parts }: Sorting, wish: PageWish, descending: boolean): SQL {
  const { cursor } = wish;
  if (!cursor) return sql`true`;
  const values = cursor.map((value, index) => sql`${value}${CASTS[parts[index] ?? 'text']}`);
  const side = sql.raw(upwards(wish, descending) ? '>' : '<');
  return sql`(${sql.join([...by], sql`, `)}) ${side} (${sql.join(values, sql`, `)})`;
}

/** A text as the inside of a LIKE pattern: its own wildcards stand for themselves. */
export const likeInside = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
