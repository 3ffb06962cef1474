/** A page of suppliers with how many models and units each has here. */
import { sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, likeInside, type Sorting } from '../keyset-sql.server';
import { storableText } from '../text-input';

export interface SupplierListRow {
  id: string;
  name: string;
  country: string;
  models: number;
  units: number;
  /** Name and e-mail address of the contact added first, if any. */
  contact: string;
  retired: boolean;
}

export interface SuppliersList {
  page: Page<SupplierListRow>;
  q: string;
  retired: boolean;
  descending: boolean;
  mayEdit: boolean;
}

const BY_NAME: Sorting = { by: [sql`s.name_key`, sql`s.id`], parts: ['text', 'uuid'] };

type Raw = Pick<SupplierListRow, keyof SupplierListRow> & { keys: string[] };

/** A page of the organisation's suppliers, as the address asks for it. */
export const listSuppliers = (actor: Actor, search: URLSearchParams): Promise<SuppliersList> =>
  inOrganisation(actor, async (tx) => {
    const q = storableText(search.get('q') ?? '')
      .trim()
      .slice(0, 200);
    const retired = search.get('status') === 'retired';
    const descending = search.get('order') === 'desc';
    const wish = pageWish(search, BY_NAME.parts);
    const read = await tx.execute<Raw>(sql`
      select s.id, left(s.name, 160) as name, left(s.country, 80) as country, s.retired_at is not null as retired,
        (select count(*)::integer from device_models m where m.org_id = s.org_id and m.supplier_id = s.id
          and m.retired_at is null) as models,
        (select coalesce(sum(m.units_in_use), 0)::integer from device_models m where m.org_id = s.org_id
          and m.supplier_id = s.id and m.retired_at is null) as units,
        coalesce((select left(concat_ws(' · ', nullif(c.name, ''), nullif(c.email, '')), 200) from supplier_contacts c
          where c.org_id = s.org_id and c.supplier_id = s.id and c.retired_at is null order by c.created_at, c.id
          limit 1), '') as contact,
        array[s.name_key, s.id::text] as keys
      from suppliers s
      where s.org_id = ${actor.orgId}
        and ${retired ? sql`s.retired_at is not null` : sql`s.retired_at is null`}
        and ${q ? sql`s.name_key like lower(${likeInside(q)})` : sql`true`}
        and ${keysetCondition(BY_NAME, wish, descending)}
      order by ${keysetOrder(BY_NAME, wish, descending)}
      limit ${PAGE_ROWS + 1}`);
    const page = pageOf([...read], wish, (row) => row.keys);
    return {
      page: { ...page, rows: page.rows.map(({ keys: _, ...row }) => row) },
      q,
      retired,
      descending,
      mayEdit: can(actor, 'supplier:write'),
    };
  });
