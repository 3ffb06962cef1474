/** The units behind a number, page by page. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { osInWords, osOfKey } from '../devices/os-support';
import { PAGE_ROWS, type Page, type PageWish, pageOf } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { GROUP_KEY, UNITS_IN_USE } from './fleet-groups.server';

export type UnitBehind = {
  id: string;
  serial: string;
  model: string;
  modelId: string;
  place: string;
  zone: string;
  os: string;
};

export const BY_SERIAL: Sorting = { by: [sql`u.serial_key`, sql`u.id`], parts: ['text', 'uuid'] };

type Raw = UnitBehind & { keys: string[] };

/** Units of these groups by serial number; those of one model, where it is given. */
export async function unitsBehind(
  tx: Tx,
  orgId: string,
  { keys, modelId, wish }: { keys: readonly string[]; modelId: string | null; wish: PageWish },
): Promise<Page<UnitBehind>> {
  if (keys.length === 0) return { rows: [], before: null, after: null };
  const read = await tx.execute<Raw>(sql`
    select u.id, left(u.serial, 120) as serial, left(concat_ws(' ', m.name, nullif(m.model_number, '')), 160) as model,
      m.id as "modelId", left(concat_ws(', ', nullif(u.site, ''), nullif(u.location, '')), 160) as place,
      left(u.network_zone, 80) as zone, coalesce(nullif(u.os_key, ''), m.os_key) as os,
      array[u.serial_key, u.id::text] as keys
    from ${UNITS_IN_USE}
    where u.org_id = ${orgId} and u.retired_at is null ${modelId ? sql`and u.model_id = ${modelId}` : sql``}
      and ${GROUP_KEY} = any(${sql.param([...keys])}::text[])
      and ${keysetCondition(BY_SERIAL, wish, false)}
    order by ${keysetOrder(BY_SERIAL, wish, false)}
    limit ${PAGE_ROWS + 1}`);
  const page = pageOf([...read], wish, ({ keys: place }) => place);
  return { ...page, rows: page.rows.map(({ keys: _, ...row }) => ({ ...row, os: osInWords(osOfKey(row.os)) })) };
}
