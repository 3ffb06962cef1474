/** A page of suppliers with how each stands: what is overdue, open and silent, and how many models and units it has here. */
import { type SQL, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, likeInside, type Sorting } from '../keyset-sql.server';
import { storableText } from '../text-input';
import { today } from '../today';
import { OPEN, WAITING } from './record/read-standing.server';

export interface SupplierListRow {
  id: string;
  name: string;
  country: string;
  models: number;
  units: number;
  /** Name and e-mail address of the contact added first, if any. */
  contact: string;
  retired: boolean;
  /** Letters whose date has passed, and questions of letters under way that nobody has answered. */
  overdue: number;
  openQuestions: number;
  /** Days since anything was heard on the letter that has been silent for longest; null: nothing is waiting. */
  silentDays: number | null;
}

export interface SuppliersList {
  page: Page<SupplierListRow>;
  q: string;
  /** Only those with something overdue. */
  late: boolean;
  retired: boolean;
  descending: boolean;
  mayEdit: boolean;
}

const BY_NAME: Sorting = { by: [sql`s.name_key`, sql`s.id`], parts: ['text', 'uuid'] };

type Raw = Pick<SupplierListRow, keyof SupplierListRow> & { keys: string[] };

/** Answered from the index of letters under way alone. */
const withOverdue = (orgId: string, day: string): SQL => sql`s.id in (select l.supplier_id from letters l
  where l.org_id = ${orgId} and l.next_due < ${day}::date and l.status in (${OPEN}))`;

/** A page of the organisation's suppliers, as the address asks for it. */
export const listSuppliers = (actor: Actor, search: URLSearchParams): Promise<SuppliersList> =>
  inOrganisation(actor, async (tx) => {
    const q = storableText(search.get('q') ?? '')
      .trim()
      .slice(0, 200);
    const retired = search.get('status') === 'retired';
    const late = search.get('late') === 'yes';
    const descending = search.get('order') === 'desc';
    const day = today();
    const wish = pageWish(search, BY_NAME.parts);
    // The page is cut first: how a supplier stands is read for the rows that are shown, and for no other.
    const page = sql`
      select * from suppliers s
      where s.org_id = ${actor.orgId}
        and ${retired ? sql`s.retired_at is not null` : sql`s.retired_at is null`}
        and ${q ? sql`s.name_key like lower(${likeInside(q)})` : sql`true`}
        and ${late ? withOverdue(actor.orgId, day) : sql`true`}
        and ${keysetCondition(BY_NAME, wish, descending)}
      order by ${keysetOrder(BY_NAME, wish, descending)}
      limit ${PAGE_ROWS + 1}`;
    const read = await tx.execute<Raw>(sql`
      select s.id, left(s.name, 160) as name, left(s.country, 80) as country, s.retired_at is not null as retired,
        (select count(*)::integer from device_models m where m.org_id = s.org_id and m.supplier_id = s.id
          and m.retired_at is null) as models,
        (select coalesce(sum(m.units_in_use), 0)::integer from device_models m where m.org_id = s.org_id
          and m.supplier_id = s.id and m.retired_at is null) as units,
        coalesce((select left(concat_ws(' · ', nullif(c.name, ''), nullif(c.email, '')), 200) from supplier_contacts c
          where c.org_id = s.org_id and c.supplier_id = s.id and c.retired_at is null order by c.created_at, c.id
          limit 1), '') as contact,
        stands.*, array[s.name_key, s.id::text] as keys
      from (${page}) s
      cross join lateral (
        select count(*) filter (where l.next_due < ${day}::date)::integer as overdue,
          coalesce(sum(l.questions_open), 0)::integer as "openQuestions",
          ${day}::date - min((coalesce(l.acknowledged_at, l.sent_at) at time zone 'UTC')::date)
            filter (where l.status in (${WAITING})) as "silentDays"
        from letters l where l.org_id = s.org_id and l.supplier_id = s.id and l.status in (${OPEN})) stands
      order by ${keysetOrder(BY_NAME, wish, descending)}`);
    const shown = pageOf([...read], wish, (row) => row.keys);
    return {
      page: { ...shown, rows: shown.rows.map(({ keys: _, ...row }) => row) },
      q,
      late,
      retired,
      descending,
      mayEdit: can(actor, 'supplier:write'),
    };
  });
