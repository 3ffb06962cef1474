/** A page of device models: one query for the rows, one for what the filters offer. */
import { sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { PAGE_ROWS, type Page, type PageWish, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder } from '../keyset-sql.server';
import { today } from '../today';
import { type ModelsFilter, readModelsFilter } from './models-filter';
import { MODEL_SORTINGS, modelsWhere } from './models-query.server';
import { supportOnDay } from './os-lookup';
import { type OsSupport, osInWords, osOfKey } from './os-support';

export interface ListedCertification {
  market: string;
  basis: string;
  class: string;
  number: string;
  expiresOn: string | null;
  doesNotExpire: boolean;
}

export interface ModelListRow {
  id: string;
  name: string;
  number: string;
  kind: string;
  maker: { id: string; name: string };
  version: string;
  os: string;
  support: OsSupport;
  certifications: ListedCertification[];
  unitsInUse: number;
  retired: boolean;
  /** Its MDS2 form is older than its software version. */
  mds2Stale: boolean;
}

export interface ModelsList {
  page: Page<ModelListRow>;
  filter: ModelsFilter;
  choices: {
    makers: { id: string; name: string }[];
    kinds: string[];
    systems: { key: string; label: string }[];
  };
  today: string;
  /** Whether the organisation has any model at all. */
  any: boolean;
  may: { edit: boolean; export: boolean };
}

type Raw = {
  id: string;
  name: string;
  number: string;
  kind: string;
  supplier_id: string;
  maker: string;
  version: string;
  os_product: string;
  os_release: string;
  units: number;
  retired: boolean;
  mds2_stale: boolean;
  certifications: ListedCertification[];
  keys: string[];
};

const SHOWN = 160;

/** Reads models in the order of a filter, from a cursor on, each text up to `cut` characters. */
export async function readModels(
  tx: Tx,
  orgId: string,
  filter: ModelsFilter,
  wish: PageWish,
  size: number,
  cut = SHOWN,
): Promise<Page<ModelListRow>> {
  const sorting = MODEL_SORTINGS[filter.sort];
  const keys = sql.join(
    sorting.by.map((expression) => sql`${expression}::text`),
    sql`, `,
  );
  const read = await tx.execute<Raw>(sql`
    select m.id, left(m.name, ${cut}) as name, left(m.model_number, ${cut}) as number, left(m.kind, ${cut}) as kind,
      m.supplier_id, left(s.name, ${cut}) as maker, left(m.software_version, ${cut}) as version,
      left(m.os_product, ${cut}) as os_product, left(m.os_release, ${cut}) as os_release, m.units_in_use as units,
      m.retired_at is not null as retired, array[${keys}] as keys,
      exists (select from software_versions v where v.org_id = m.org_id and v.model_id = m.id
        and md5(v.release) = md5(m.software_version) and v.released_on > m.mds2_date) as mds2_stale,
      (select coalesce(json_agg(json_build_object('market', c.market, 'basis', c.basis, 'class', c.class,
          'number', left(c.number, ${cut}), 'expiresOn', c.expires_on, 'doesNotExpire', c.does_not_expire)
          order by c.created_at, c.id), '[]')
        from certifications c where c.org_id = m.org_id and c.model_id = m.id and c.retired_at is null) as certifications
    from device_models m join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
    where ${modelsWhere(orgId, filter)} and ${keysetCondition(sorting, wish, filter.descending)}
    order by ${keysetOrder(sorting, wish, filter.descending)}
    limit ${size + 1}`);
  const page = pageOf([...read], wish, (row) => row.keys, size);
  const supportOf = supportOnDay(today());
  return {
    ...page,
    rows: page.rows.map((row) => {
      const os = { product: row.os_product, release: row.os_release };
      return {
        id: row.id,
        name: row.name,
        number: row.number,
        kind: row.kind,
        maker: { id: row.supplier_id, name: row.maker },
        version: row.version,
        os: osInWords(os),
        support: supportOf(os),
        certifications: row.certifications,
        unitsInUse: row.units,
        retired: row.retired,
        mds2Stale: row.mds2_stale,
      };
    }),
  };
}

async function choicesOf(tx: Tx, orgId: string) {
  const [row] = await tx.execute<{ makers: { id: string; name: string }[]; kinds: string[]; systems: string[] }>(sql`
    select
      (select coalesce(json_agg(one), '[]') from (select s.id, left(s.name, 80) as name from suppliers s
        where s.org_id = ${orgId} and exists (select 1 from device_models m where m.org_id = s.org_id
          and m.supplier_id = s.id) order by s.name_key, s.id limit 300) as one) as makers,
      array(select min(left(kind, 80)) from device_models where org_id = ${orgId} group by kind_key order by kind_key
        limit 200) as kinds,
      array(select distinct os_key from device_models where org_id = ${orgId} and os_key <> '' order by os_key
        limit 200) as systems`);
  const systems = (row?.systems ?? []).map((key) => ({ key, label: osInWords(osOfKey(key)) }));
  return { makers: row?.makers ?? [], kinds: row?.kinds ?? [], systems };
}

/** A page of the organisation's models, as the address asks for it. */
export const listModels = (actor: Actor, search: URLSearchParams): Promise<ModelsList> =>
  inOrganisation(actor, async (tx) => {
    const filter = readModelsFilter(search);
    const wish = pageWish(search, MODEL_SORTINGS[filter.sort].parts);
    const choices = await choicesOf(tx, actor.orgId);
    return {
      page: await readModels(tx, actor.orgId, filter, wish, PAGE_ROWS),
      filter,
      choices,
      today: today(),
      any: choices.kinds.length > 0,
      may: { edit: can(actor, 'device:write'), export: can(actor, 'device:export') },
    };
  });
