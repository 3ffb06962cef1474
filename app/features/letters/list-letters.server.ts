/** The list of letters: filters, search, newest or earliest date first. Keyset pages; three queries, whatever there is. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Severity } from '../../../db/schema/letters.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { isDay, PAGE_ROWS, type Page, type PageWish, pageOf, pageWish } from '../keyset';
import { today } from '../today';
import type { LetterKind } from './letter-kinds';
import type { LetterStatus } from './letter-status';
import { LETTER_VIEWS, type LettersFilter, type LetterViewName, readLettersFilter } from './letters-filter';
import { LETTER_SORTS, lettersWhere } from './letters-query.server';

export interface LetterListRow {
  id: string;
  reference: string;
  subject: string;
  kind: LetterKind;
  status: LetterStatus;
  severity: Severity;
  supplierName: string;
  recipientName: string;
  recipientEmail: string;
  changeId: string | null;
  nextDue: string | null;
  questionsAsked: number;
  questionsOpen: number;
  createdAt: string;
  authorName: string;
  sentAt: string | null;
  /** An e-mail of it may or may not have left. */
  unsure: boolean;
}

export interface LetterList {
  page: Page<LetterListRow>;
  filter: LettersFilter;
  /** How many letters each view holds, counted up to `COUNTED_TO`. */
  counts: Record<LetterViewName, number>;
  suppliers: { id: string; name: string }[];
  /** ISO day of today, so that server and browser say the same. */
  today: string;
  may: { draft: boolean; export: boolean };
}

export const COUNTED_TO = 99;
const MOST_SUPPLIERS = 1000;

type Raw = Omit<LetterListRow, 'createdAt' | 'sentAt'> & { createdAt: string; sentAt: string | null; place: string };

/** Characters of a text that the table shows; the download has more. */
const SHOWN = 200;

/** PostgreSQL has no year 0, and a hand-made cursor must not end in an error. */
const validPlace = (place: string | undefined, sort: LettersFilter['sort']): boolean =>
  place !== undefined &&
  (sort === 'due'
    ? place === 'infinity' || isDay(place)
    : !place.startsWith('0000') && z.iso.datetime().safeParse(place).success);

/** Reads letters in the order of a filter, from a cursor on, each text up to `cut` characters. */
export async function readLetters(
  tx: Tx,
  orgId: string,
  filter: LettersFilter,
  wish: PageWish,
  { size = PAGE_ROWS, cut = SHOWN, day = today() } = {},
): Promise<Page<LetterListRow>> {
  const { column, type, text, descending } = LETTER_SORTS[filter.sort];
  const downwards = (wish.direction === 'after') === descending;
  const way = sql.raw(downwards ? 'desc' : 'asc');
  const [place, id] = wish.cursor ?? [];
  const from = validPlace(place, filter.sort)
    ? sql`and (${column}, l.id) ${sql.raw(downwards ? '<' : '>')} (${place}::text::${type}, ${id}::text::uuid)`
    : sql``;
  // The keys of the page are found first, in an index alone where possible; only its rows are read.
  const read = await tx.execute<Raw>(sql`
    with page as (
      select l.org_id, l.id from letters l
      where ${lettersWhere(orgId, filter, day)} ${from}
      order by ${column} ${way}, l.id ${way}
      limit ${size + 1}
    )
    select l.id, l.reference, left(l.subject, ${cut}) as subject, l.kind, l.status, l.severity,
      left(l.supplier_name, ${cut}) as "supplierName", left(l.recipient_name, ${cut}) as "recipientName",
      left(l.recipient_email, ${cut}) as "recipientEmail", l.change_id as "changeId", l.next_due::text as "nextDue",
      l.questions_asked as "questionsAsked", l.questions_open as "questionsOpen", l.created_at as "createdAt",
      left(l.author_name, ${cut}) as "authorName", l.sent_at as "sentAt", ${text} as place,
      exists (select from mail_messages m where m.org_id = l.org_id and m.letter_id = l.id and m.status = 'unsure')
        as unsure
    from page join letters l on l.org_id = page.org_id and l.id = page.id
    order by ${column} ${way}, l.id ${way}`);
  const page = pageOf([...read], wish, (row) => [row.place, row.id], size);
  const iso = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString());
  return {
    ...page,
    rows: page.rows.map(({ place: _, createdAt, sentAt, ...row }) => ({
      ...row,
      createdAt: iso(createdAt) ?? '',
      sentAt: iso(sentAt),
    })),
  };
}

/** One page of the organisation's letters, as the address asks for it. */
export const listLetters = (actor: Actor, search: URLSearchParams): Promise<LetterList> =>
  inOrganisation(actor, async (tx) => {
    const filter = readLettersFilter(search);
    const day = today();
    const wish = pageWish(search, ['text', 'uuid']);
    if (wish.cursor && !validPlace(wish.cursor[0], filter.sort)) wish.cursor = null;
    return {
      page: await readLetters(tx, actor.orgId, filter, wish, { day }),
      filter,
      counts: await countsOf(tx, actor.orgId, day),
      suppliers: await suppliersOf(tx, actor.orgId),
      today: day,
      may: { draft: can(actor, 'document:draft'), export: can(actor, 'device:export') },
    };
  });

async function countsOf(tx: Tx, orgId: string, day: string): Promise<LetterList['counts']> {
  const everything = readLettersFilter(new URLSearchParams());
  const counted = LETTER_VIEWS.map(
    ({ view }) => sql`(select count(*)::int from (
      select from letters l where ${lettersWhere(orgId, { ...everything, view }, day)} limit ${COUNTED_TO + 1}
    ) few) as ${sql.identifier(view)}`,
  );
  const [row] = await tx.execute<LetterList['counts']>(sql`select ${sql.join(counted, sql`, `)}`);
  if (!row) throw new Error('The letters could not be counted');
  return row;
}

const suppliersOf = async (tx: Tx, orgId: string): Promise<LetterList['suppliers']> => [
  ...(await tx.execute<{ id: string; name: string }>(sql`
    select id, left(name, 80) as name from suppliers where org_id = ${orgId} order by name_key, id
    limit ${MOST_SUPPLIERS}`)),
];
