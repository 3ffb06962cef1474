/** The units behind a number of the fleet page, a page at a time, with how many there are. */
import { sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type OsSupport, osInWords, osOfKey } from '../devices/os-support';
import type { SupportLookup } from '../exposure/imported-support';
import { PAGE_ROWS, type Page, type PageWish, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { today as presentDay } from '../today';
import { readBasis } from './basis.server';
import { type FleetUnitsFilter, filterInWords, readFleetUnitsFilter } from './units-filter';
import { fleetUnitsWhere, stateOfWhy, systemsInUse } from './units-where.server';

export interface FleetUnitRow {
  id: string;
  serial: string;
  site: string;
  location: string;
  zone: string;
  version: string;
  os: string;
  support: OsSupport;
  className: string;
  model: { id: string; name: string; maker: string };
}

export interface FleetUnitsList {
  page: Page<FleetUnitRow>;
  filter: FleetUnitsFilter;
  says: string;
  count: number;
  mayExport: boolean;
}

export const FLEET_UNITS_SORTING: Sorting = { by: [sql`u.serial_key`, sql`u.id`], parts: ['text', 'uuid'] };

type Raw = {
  id: string;
  serial: string;
  site: string;
  location: string;
  zone: string;
  version: string;
  os: string;
  class_name: string;
  model_id: string;
  model_name: string;
  maker: string;
  keys: string[];
};

export interface FleetUnitsScope {
  filter: FleetUnitsFilter;
  systems: string[];
  supportOf: SupportLookup;
}

/** What a list needs to know before its rows are read. */
export async function fleetUnitsScope(tx: Tx, orgId: string, search: URLSearchParams): Promise<FleetUnitsScope> {
  const filter = readFleetUnitsFilter(search);
  const { supportOf } = await readBasis(tx, orgId, presentDay(), false);
  const state = stateOfWhy(filter.why);
  const rows = state ? await tx.execute<{ os: string }>(systemsInUse(orgId)) : [];
  const systems = [...rows].map(({ os }) => os).filter((os) => supportOf(osOfKey(os)).support.state === state);
  return { filter, systems, supportOf };
}

/** Reads a page of rows. One query. */
export async function readFleetUnits(
  tx: Tx,
  orgId: string,
  { filter, systems, supportOf }: FleetUnitsScope,
  wish: PageWish,
  size: number,
  cut = 120,
): Promise<Page<FleetUnitRow>> {
  const { clauses, condition } = fleetUnitsWhere(orgId, filter, systems);
  const order = keysetOrder(FLEET_UNITS_SORTING, wish, false);
  const rows = await tx.execute<Raw>(sql`
    with ${clauses}, page as (
      select u.org_id, u.id from units u join device_models m on m.org_id = u.org_id and m.id = u.model_id
      where ${condition} and ${keysetCondition(FLEET_UNITS_SORTING, wish, false)} order by ${order} limit ${size + 1}
    )
    select u.id, left(u.serial, ${cut}) as serial, left(u.site, ${cut}) as site, left(u.location, ${cut}) as location,
      left(u.network_zone, ${cut}) as zone, coalesce(nullif(u.os_key, ''), m.os_key) as os,
      left(coalesce(nullif(u.installed_version, ''), m.software_version), ${cut}) as version,
      coalesce((select c.label from classes c where c.model_id = m.id), '') as class_name, m.id as model_id,
      left(m.name || ' ' || m.model_number, ${cut}) as model_name, left(s.name, ${cut}) as maker,
      array[u.serial_key, u.id::text] as keys
    from page
    join units u on u.org_id = page.org_id and u.id = page.id
    join device_models m on m.org_id = u.org_id and m.id = u.model_id
    join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
    order by ${order}`);
  const page = pageOf([...rows], wish, (row) => row.keys, size);
  return {
    ...page,
    rows: page.rows.map((raw) => ({
      ...{ id: raw.id, serial: raw.serial, site: raw.site, location: raw.location, zone: raw.zone },
      ...{ version: raw.version, os: osInWords(osOfKey(raw.os)), support: supportOf(osOfKey(raw.os)).support },
      className: raw.class_name,
      model: { id: raw.model_id, name: raw.model_name.trim(), maker: raw.maker },
    })),
  };
}

/** A page of units as the address asks for it. At most four queries. */
export const listFleetUnits = (actor: Actor, search: URLSearchParams): Promise<FleetUnitsList> =>
  inOrganisation(actor, async (tx) => {
    const { orgId } = actor;
    const scope = await fleetUnitsScope(tx, orgId, search);
    const page = await readFleetUnits(tx, orgId, scope, pageWish(search, FLEET_UNITS_SORTING.parts), PAGE_ROWS);
    const { clauses, condition } = fleetUnitsWhere(orgId, scope.filter, scope.systems);
    const [counted] = await tx.execute<{ n: number }>(sql`
      with ${clauses} select count(*)::int as n from units u
      join device_models m on m.org_id = u.org_id and m.id = u.model_id where ${condition}`);
    return {
      page,
      filter: scope.filter,
      says: filterInWords(scope.filter),
      count: counted?.n ?? 0,
      mayExport: can(actor, 'device:export'),
    };
  });
