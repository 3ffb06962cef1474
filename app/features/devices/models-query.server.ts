/** Narrowing and sorting of lists of models, for the page and for the download alike. */
import { type SQL, sql } from 'drizzle-orm';
import { likeInside, type Sorting } from '../keyset-sql.server';
import type { ExpiryChoice, ModelSort, ModelsFilter } from './models-filter';

/** First end among the certifications in force; without one the model comes last. */
const NEXT_END = sql`coalesce((select min(c.expires_on) from certifications c
  where c.org_id = m.org_id and c.model_id = m.id and c.retired_at is null), 'infinity'::date)`;

export const MODEL_SORTINGS: Record<ModelSort, Sorting> = {
  name: { by: [sql`m.name_key`, sql`m.id`], parts: ['text', 'uuid'] },
  maker: { by: [sql`s.name_key`, sql`m.name_key`, sql`m.id`], parts: ['text', 'text', 'uuid'] },
  kind: { by: [sql`m.kind_key`, sql`m.name_key`, sql`m.id`], parts: ['text', 'text', 'uuid'] },
  expiry: { by: [NEXT_END, sql`m.name_key`, sql`m.id`], parts: ['date', 'text', 'uuid'] },
  units: { by: [sql`m.units_in_use`, sql`m.name_key`, sql`m.id`], parts: ['integer', 'text', 'uuid'] },
};

const ENDS: Record<ExpiryChoice, SQL> = {
  expired: sql`c.expires_on < current_date`,
  '90': sql`c.expires_on between current_date and current_date + 90`,
  '365': sql`c.expires_on between current_date and current_date + 365`,
  unknown: sql`c.expires_on is null and not c.does_not_expire`,
};

/** The condition behind a filter, over device_models m and suppliers s. */
export function modelsWhere(orgId: string, filter: ModelsFilter): SQL {
  const conditions: SQL[] = [
    sql`m.org_id = ${orgId}`,
    filter.retired ? sql`m.retired_at is not null` : sql`m.retired_at is null`,
  ];
  if (filter.maker) conditions.push(sql`m.supplier_id = ${filter.maker}`);
  if (filter.kind) conditions.push(sql`m.kind_key = lower(left(${filter.kind}, 120))`);
  if (filter.os) conditions.push(sql`m.os_key = ${filter.os}`);
  // One certification has to meet all of it: "IIb in the EU that ends this year" is one paper.
  const paper: SQL[] = [];
  if (filter.market) paper.push(sql`c.market = ${filter.market}`);
  if (filter.basis) paper.push(sql`c.basis = ${filter.basis}`);
  if (filter.class) paper.push(sql`c.class = ${filter.class}`);
  if (filter.expiring) paper.push(ENDS[filter.expiring]);
  if (paper.length > 0) {
    conditions.push(sql`exists (select 1 from certifications c where c.org_id = m.org_id and c.model_id = m.id
      and c.retired_at is null and ${sql.join(paper, sql` and `)})`);
  }
  if (filter.q) {
    const pattern = sql`lower(${likeInside(filter.q)})`;
    conditions.push(sql`(m.search_key like ${pattern} or s.name_key like ${pattern})`);
  }
  return sql.join(conditions, sql` and `);
}
