/** A page of units: one query for its rows, however many units there are; what the filters offer is kept for a while. */
import { sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { supportOnDay } from '../devices/os-lookup';
import { type OsName, type OsSupport, osInWords } from '../devices/os-support';
import { PAGE_ROWS, type Page, type PageWish, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder } from '../keyset-sql.server';
import { today } from '../today';
import { offeredChoices, systemsIn, type UnitChoices, unitChoices } from './unit-choices.server';
import { isNarrowed, readUnitsFilter, type UnitsFilter } from './units-filter';
import { UNIT_SORTINGS, unitsFrom, unitsWhere } from './units-query.server';

export interface UnitListRow {
  id: string;
  serial: string;
  assetTag: string;
  site: string;
  location: string;
  zone: string;
  /** The unit's own version, or its model's. */
  version: string;
  /** What the model says, where the unit's own version is another; null where they agree. */
  versionOfModel: string | null;
  os: string;
  /** As `versionOfModel`, for the operating system. */
  osOfModel: string | null;
  support: OsSupport;
  retired: boolean;
  model: { id: string; name: string; number: string; maker: string };
}

export interface UnitsList {
  page: Page<UnitListRow>;
  filter: UnitsFilter;
  choices: UnitChoices;
  /** Rows that match, counted up to a limit: the number, or more than `countedTo`. */
  matching: { count: number; countedTo: number };
  may: { edit: boolean; export: boolean };
}

const COUNTED_TO = 1000;

type Raw = {
  id: string;
  serial: string;
  asset_tag: string;
  site: string;
  location: string;
  zone: string;
  installed: string;
  os_product: string;
  os_release: string;
  retired: boolean;
  model_id: string;
  model_name: string;
  model_number: string;
  model_version: string;
  model_os_product: string;
  model_os_release: string;
  maker: string;
  keys: string[];
  in_use: number | null;
};

function asRow(raw: Raw, supportOf: (os: OsName) => OsSupport): UnitListRow {
  const own = { product: raw.os_product, release: raw.os_release };
  const models = { product: raw.model_os_product, release: raw.model_os_release };
  const os = own.product ? own : models;
  const otherOs = own.product !== '' && osInWords(own) !== osInWords(models);
  return {
    id: raw.id,
    serial: raw.serial,
    assetTag: raw.asset_tag,
    site: raw.site,
    location: raw.location,
    zone: raw.zone,
    version: raw.installed || raw.model_version,
    versionOfModel: raw.installed !== '' && raw.installed !== raw.model_version ? raw.model_version : null,
    os: osInWords(os),
    osOfModel: otherOs ? osInWords(models) : null,
    support: supportOf(os),
    retired: raw.retired,
    model: { id: raw.model_id, name: raw.model_name, number: raw.model_number, maker: raw.maker },
  };
}

/** Characters of a text that a table shows; the download has them all. */
export const SHOWN = 120;

interface UnitsPage extends Page<UnitListRow> {
  /** All units in use, of the model or of the organisation, when nothing else narrows the list; they are counted already. */
  inUse: number | null;
}

/** Reads units in the order of a filter, from a cursor on, each text up to `cut` characters. */
export async function readUnits(
  tx: Tx,
  orgId: string,
  filter: UnitsFilter,
  wish: PageWish,
  systems: string[] | null,
  size: number,
  cut: number = SHOWN,
): Promise<UnitsPage> {
  const sorting = UNIT_SORTINGS[filter.sort];
  const keys = sql.join(
    sorting.by.map((expression) => sql`${expression}::text`),
    sql`, `,
  );
  const order = keysetOrder(sorting, wish, filter.descending);
  const inUse = isNarrowed(filter)
    ? sql`null::integer`
    : sql`(select sum(units_in_use)::integer from device_models
        where org_id = ${orgId} ${filter.model ? sql`and id = ${filter.model}` : sql``})`;
  // The keys of the page are found first, in an index alone where possible; only its rows are read and joined.
  const read = await tx.execute<Raw>(sql`
    with page as (
      select u.org_id, u.id from ${unitsFrom(filter.sort)}
      where ${unitsWhere(orgId, filter, systems)} and ${keysetCondition(sorting, wish, filter.descending)}
      order by ${order}
      limit ${size + 1}
    )
    select u.id, left(u.serial, ${cut}) as serial, left(u.asset_tag, ${cut}) as asset_tag, left(u.site, ${cut}) as site,
      left(u.location, ${cut}) as location, left(u.network_zone, ${cut}) as zone,
      left(u.installed_version, ${cut}) as installed, left(u.os_product, ${cut}) as os_product,
      left(u.os_release, ${cut}) as os_release, u.retired_at is not null as retired, m.id as model_id,
      left(m.name, ${cut}) as model_name, left(m.model_number, ${cut}) as model_number,
      left(m.software_version, ${cut}) as model_version, left(m.os_product, ${cut}) as model_os_product,
      left(m.os_release, ${cut}) as model_os_release, left(s.name, ${cut}) as maker, array[${keys}] as keys,
      ${inUse} as in_use
    from page
    join units u on u.org_id = page.org_id and u.id = page.id
    join device_models m on m.org_id = u.org_id and m.id = u.model_id
    join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
    order by ${order}`);
  const page = pageOf([...read], wish, (row) => row.keys, size);
  const supportOf = supportOnDay(today());
  return { ...page, rows: page.rows.map((row) => asRow(row, supportOf)), inUse: read[0]?.in_use ?? null };
}

/** A page of the organisation's units, as the address asks for it; `model` narrows it to one model. */
export const listUnits = (actor: Actor, search: URLSearchParams, model: string | null = null): Promise<UnitsList> =>
  inOrganisation(actor, (tx) => listUnitsWithin(tx, actor, search, model));

/** As `listUnits`, inside the caller's transaction. */
export async function listUnitsWithin(
  tx: Tx,
  actor: Actor,
  search: URLSearchParams,
  model: string | null,
): Promise<UnitsList> {
  const asked = readUnitsFilter(search);
  const filter = model ? { ...asked, model } : asked;
  const wish = pageWish(search, UNIT_SORTINGS[filter.sort].parts);
  const systems = filter.support ? systemsIn(await unitChoices(tx, actor.orgId), filter.support) : null;
  const choices = await offeredChoices(tx, actor.orgId);
  const page = await readUnits(tx, actor.orgId, filter, wish, systems, PAGE_ROWS);
  return {
    page,
    filter,
    choices,
    matching: await matchingOf(tx, actor.orgId, filter, systems, page),
    may: { edit: can(actor, 'device:write'), export: can(actor, 'device:export') },
  };
}

/**
 * How many units match. All units in use are counted already, on their models; a page without neighbours has counted
 * itself; anything else is counted up to a limit.
 */
async function matchingOf(
  tx: Tx,
  orgId: string,
  filter: UnitsFilter,
  systems: string[] | null,
  page: UnitsPage,
): Promise<UnitsList['matching']> {
  if (!page.before && !page.after) return { count: page.rows.length, countedTo: COUNTED_TO };
  if (page.inUse !== null) return { count: page.inUse, countedTo: page.inUse };
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::integer as count from (
      select 1 from units u where ${unitsWhere(orgId, filter, systems)} limit ${COUNTED_TO + 1}
    ) as few`);
  return { count: row?.count ?? 0, countedTo: COUNTED_TO };
}
