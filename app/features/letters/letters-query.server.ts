/** Narrowing and sorting of the list of letters, for the page and for the download alike. */
import { type SQL, sql } from 'drizzle-orm';
import { likeInside } from '../keyset-sql.server';
import { WAITING_STATUSES } from './letter-status';
import type { LetterSort, LettersFilter, LetterViewName } from './letters-filter';

/** How a page is sorted; the newest first, or the earliest date first. Both end in the id. */
export const LETTER_SORTS: Record<LetterSort, { column: SQL; type: SQL; text: SQL; descending: boolean }> = {
  newest: {
    column: sql`l.created_at`,
    type: sql.raw('timestamptz'),
    // With six digits of seconds: a cursor rounded to milliseconds would repeat or lose a row.
    text: sql`to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    descending: true,
  },
  due: { column: sql`l.next_due_key`, type: sql.raw('date'), text: sql`l.next_due_key::text`, descending: false },
};

const list = (texts: readonly string[]): SQL =>
  sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  );

const VIEWS: Record<LetterViewName, (orgId: string, today: string) => SQL> = {
  overdue: (_, today) => sql`l.next_due_key < ${today}::date and l.status in (${list(WAITING_STATUSES)})`,
  'to-approve': () => sql`l.status = 'draft'`,
  'to-send': () => sql`l.status = 'issued'`,
  'in-doubt': (orgId) =>
    sql`(l.status = 'bounced' or l.id = any(array(
      select letter_id from mail_messages where org_id = ${orgId} and status = 'unsure' and letter_id is not null)))`,
};

/** The condition behind a filter, on `letters l`. @param today ISO day */
export function lettersWhere(orgId: string, filter: LettersFilter, today: string): SQL {
  const conditions: SQL[] = [sql`l.org_id = ${orgId}`];
  if (filter.view) conditions.push(VIEWS[filter.view](orgId, today));
  if (filter.state) conditions.push(sql`l.status = ${filter.state}`);
  if (filter.kind) conditions.push(sql`l.kind = ${filter.kind}`);
  if (filter.supplier) conditions.push(sql`l.supplier_id = ${filter.supplier}`);
  if (filter.severity) conditions.push(sql`l.severity = ${filter.severity}`);
  for (const word of filter.q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)) {
    conditions.push(sql`l.search_key like ${likeInside(word)}`);
  }
  return sql.join(conditions, sql` and `);
}
