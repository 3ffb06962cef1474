/** Rows of the end-of-support data: a day, "ended" without a day, "not ended", or nothing said. */
import { sql } from 'drizzle-orm';
import type { SupportRelease } from '../../../readers/records';
import { isDay } from '../../keyset';
import { feedRows } from './feed-rows.server';

const dayOf = (end: string | boolean | null) => (typeof end === 'string' && isDay(end) ? end : null);
const endedOf = (end: string | boolean | null) => (typeof end === 'boolean' ? end : null);

export const SUPPORT_ROWS = feedRows<SupportRelease>({
  table: 'support_releases',
  atOnce: 500,
  keys: ['product', 'release'],
  shown: {
    ...{ title: 'name', label: 'label', ends_on: 'ends on', ended: 'ended' },
    ...{ extended_ends_on: 'extended support ends on', extended_ended: 'extended support ended' },
  },
  columns: ({ product, release, title, label, ends, extendedEnds }) => ({
    ...{ product, release, title, label },
    ...{ ends_on: dayOf(ends), ended: endedOf(ends) },
    ...{ extended_ends_on: dayOf(extendedEnds), extended_ended: endedOf(extendedEnds) },
  }),
  label: ({ product, release }) => `${product} ${release}`,
  insert: (tx, rows) =>
    tx.execute(sql`
      insert into support_releases select * from jsonb_populate_recordset(null::support_releases, ${rows})
      on conflict (org_id, product, release) do update
      set title = excluded.title, label = excluded.label, ends_on = excluded.ends_on, ended = excluded.ended,
        extended_ends_on = excluded.extended_ends_on, extended_ended = excluded.extended_ended`),
  remove: (tx, orgId, keys) =>
    tx.execute(sql`delete from support_releases where org_id = ${orgId} and product || chr(10) || release = ${keys}`),
});
