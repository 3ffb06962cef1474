/** Every question a supplier was asked and what it said, by change, by device or by vulnerability. Keyset pages. */
import { type SQL, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { type AnswersBy, isAnswersBy } from './answers-by';
import { OPEN } from './record/read-standing.server';

export interface AnswerRow {
  /** Reference of the change, name of the device or identifier of the vulnerability; empty: the letter is about none. */
  about: string;
  /** Id of the change or device. */
  aboutId: string | null;
  letterId: string;
  reference: string;
  number: number;
  question: string;
  /** In words: the choice with what was filled in, and the comment. Null: nothing has been said. */
  answer: string | null;
  /** The letter still waits, so that a question without an answer is an open one. */
  waits: boolean;
  comment: string;
  saidBy: string;
  saidOn: string | null;
  replyId: string | null;
  /** Set when staff wrote the answer down for the supplier. */
  enteredBy: string;
}

export interface AnswersList {
  supplier: { id: string; name: string };
  by: AnswersBy;
  open: boolean;
  page: Page<AnswerRow>;
}

/** What the rows are ordered by, and how a letter is joined to it. */
const ABOUT: Record<AnswersBy, { from: SQL; name: SQL; id: SQL }> = {
  change: {
    from: sql`left join letter_changes lc on lc.org_id = l.org_id and lc.letter_id = l.id
      left join changes c on c.org_id = l.org_id and c.id = coalesce(lc.change_id, l.change_id)`,
    name: sql`coalesce(c.reference, '')`,
    id: sql`c.id`,
  },
  device: {
    from: sql`left join letter_models lm on lm.org_id = l.org_id and lm.letter_id = l.id
      left join device_models d on d.org_id = l.org_id and d.id = lm.model_id`,
    name: sql`coalesce(left(concat_ws(' ', d.name, nullif(d.model_number, '')), 200), '')`,
    id: sql`d.id`,
  },
  cve: { from: sql`cross join unnest(q.cves) as v (cve)`, name: sql`v.cve`, id: sql`null::uuid` },
};

const SORTING: Sorting = {
  by: [sql`about`, sql`reference`, sql`version`, sql`number`, sql`about_key`],
  parts: ['text', 'text', 'integer', 'integer', 'uuid'],
};

type Raw = AnswerRow & { keys: string[] } & Record<string, unknown>;

/** A page of questions and answers; null when the organisation has no such supplier. Two queries. */
export const listAnswers = (actor: Actor, supplierId: string, search: URLSearchParams): Promise<AnswersList | null> =>
  inOrganisation(actor, async (tx) => {
    const wanted = search.get('by') ?? '';
    const by = isAnswersBy(wanted) ? wanted : 'change';
    const open = search.get('open') === 'yes';
    const wish = pageWish(search, SORTING.parts);
    const [supplier] = await tx.execute<{ id: string; name: string }>(sql`
      select id, left(name, 200) as name from suppliers where org_id = ${actor.orgId} and id = ${supplierId}`);
    if (!supplier) return null;
    const { from, name, id } = ABOUT[by];
    const read = await tx.execute<Raw>(sql`
      with asked as (
        select l.id as letter_id, l.reference, l.status in (${OPEN}) as waits, q.version_number as version, q.number, left(q.text, 600) as question,
          q.choices, said.*, ${name} as about, ${id} as about_id, coalesce(${id}, l.id) as about_key
        from letters l
        join letter_questions q on q.org_id = l.org_id and q.letter_id = l.id
        ${from}
        left join lateral (
          select r.id as reply_id, a.choice, left(a.fill, 300) as fill, left(a.comment, 600) as comment,
            left(r.responder_name, 120) as said_by, left(r.entered_by_name, 120) as entered_by,
            coalesce(r.came_on, (r.received_at at time zone 'UTC')::date) as said_on
          from replies r join reply_answers a on a.org_id = r.org_id and a.reply_id = r.id and a.number = q.number
          where r.org_id = l.org_id and r.letter_id = l.id and r.version_number = q.version_number
            and r.status = 'received' and (a.choice <> '' or a.fill <> '' or a.comment <> '')
          order by r.received_at desc, r.id limit 1) said on true
        where l.org_id = ${actor.orgId} and l.supplier_id = ${supplierId} and l.status <> 'withdrawn'
          and (said.reply_id is not null or q.version_number = (select max(n.version_number) from letter_questions n
            where n.org_id = l.org_id and n.letter_id = l.id))
          and ${open ? sql`said.reply_id is null and l.status in (${OPEN})` : sql`true`})
      select about, about_id as "aboutId", letter_id as "letterId", reference, number, question, waits,
        case when reply_id is not null then concat_ws(' ', nullif(coalesce((select
          concat_ws(' ', o.label, case when asked.fill <> '' then nullif(o.fill, '') end)
          from jsonb_to_recordset(choices) as o (id text, label text, fill text) where o.id = choice limit 1), choice), ''),
          nullif(fill, '')) end as answer,
        coalesce(comment, '') as comment, coalesce(said_by, '') as "saidBy", said_on::text as "saidOn",
        reply_id as "replyId", coalesce(entered_by, '') as "enteredBy",
        array[about, reference, version::text, number::text, about_key::text] as keys
      from asked where ${keysetCondition(SORTING, wish, false)}
      order by ${keysetOrder(SORTING, wish, false)} limit ${PAGE_ROWS + 1}`);
    const page = pageOf([...read], wish, (row) => row.keys);
    return { supplier, by, open, page: { ...page, rows: page.rows.map(({ keys: _, ...row }) => row as AnswerRow) } };
  });
