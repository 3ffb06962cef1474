/** Narrowing and sorting of lists of units, for the page and for the download alike. */
import { type SQL, sql } from 'drizzle-orm';
import { likeInside, type Sorting } from '../keyset-sql.server';
import type { UnitSort, UnitsFilter } from './units-filter';

/** The tables that a page's keys are found in; the others are joined to the few rows of the page. */
export const unitsFrom = (sort: UnitSort): SQL =>
  sort === 'model' ? sql`units u join device_models m on m.org_id = u.org_id and m.id = u.model_id` : sql`units u`;

export const UNIT_SORTINGS: Record<UnitSort, Sorting> = {
  serial: { by: [sql`u.serial_key`, sql`u.id`], parts: ['text', 'uuid'] },
  model: {
    by: [sql`m.name_key`, sql`m.id`, sql`u.serial_key`, sql`u.id`],
    parts: ['text', 'uuid', 'text', 'uuid'],
  },
  site: { by: [sql`u.site_key`, sql`u.id`], parts: ['text', 'uuid'] },
  location: { by: [sql`u.location_key`, sql`u.id`], parts: ['text', 'uuid'] },
  zone: { by: [sql`u.zone_key`, sql`u.serial_key`, sql`u.id`], parts: ['text', 'text', 'uuid'] },
};

/** Units whose operating system, their own or their model's, is one of these keys; '' stands for "not recorded". */
const runs = (orgId: string, keys: readonly string[]): SQL => {
  const list = sql`array[${sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  )}]::text[]`;
  const models = sql`array(select id from device_models where org_id = ${orgId} and os_key = any(${list}))`;
  // A unit without a system of its own runs what its model says, and '' is never a key of its own.
  return sql`((u.os_key <> '' and u.os_key = any(${list})) or (u.os_key = '' and u.model_id = any(${models})))`;
};

/**
 * The condition behind a filter.
 * @param systems keys of operating systems in the state of support the filter asks for, when it does
 */
export function unitsWhere(orgId: string, filter: UnitsFilter, systems: readonly string[] | null): SQL {
  const conditions: SQL[] = [sql`u.org_id = ${orgId}`];
  if (filter.status !== 'all') {
    conditions.push(filter.status === 'retired' ? sql`u.retired_at is not null` : sql`u.retired_at is null`);
  }
  if (filter.model) conditions.push(sql`u.model_id = ${filter.model}`);
  if (filter.zone) conditions.push(sql`u.zone_key = lower(left(${filter.zone}, 120))`);
  if (filter.site) conditions.push(sql`u.site_key = lower(left(${filter.site}, 120))`);
  if (filter.os) conditions.push(runs(orgId, [filter.os]));
  if (systems) conditions.push(systems.length > 0 ? runs(orgId, systems) : sql`false`);
  if (filter.q) {
    const pattern = sql`lower(${likeInside(filter.q)})`;
    const models = sql`array(select id from device_models where org_id = ${orgId} and search_key like ${pattern})`;
    conditions.push(sql`(u.search_key like ${pattern} or u.model_id = any(${models}))`);
  }
  return sql.join(conditions, sql` and `);
}
