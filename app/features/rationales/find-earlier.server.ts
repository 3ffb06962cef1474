/**
 * The closest earlier decisions. One query, bounded whatever the organisation has decided: all that was decided on this
 * model, as far as a thousand go, and the latest thousand decisions in each state.
 */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { ChangeRow } from '../changes/change-row.server';
import type { ChangeStatus } from '../changes/change-status';
import { LEAST_SCORE, type Shared, WEIGHTS } from './closeness';

/** States in which somebody has decided. */
export const DECIDED: readonly ChangeStatus[] = [
  'approved',
  'in_implementation',
  'verifying',
  'closed',
  'rejected',
  'expired',
  'revoked',
];

const MOST_LOOKED_AT = 1000;
export const MOST_SHOWN = 8;

export interface Earlier {
  id: string;
  reference: string;
  title: string;
  status: ChangeStatus;
  modelId: string;
  model: string;
  decidedOn: string | null;
  shared: Shared;
}

type Raw = {
  id: string;
  reference: string;
  title: string;
  status: ChangeStatus;
  model_id: string;
  model: string;
  decided_on: string | null;
  cves: string[];
  kinds: string[];
  same_family: boolean;
  same_os: boolean;
};

/** The closest first; only changes that somebody signed. */
export async function findEarlier(tx: Tx, orgId: string, change: ChangeRow): Promise<Earlier[]> {
  const cves = change.vulnerabilities.map(({ cve }) => cve);
  const rows = await tx.execute<Raw>(sql`
    with own as (select supplier_id, kind_key, os_key from device_models
      where org_id = ${orgId} and id = ${change.modelId}),
    looked as (
      (select c.id from changes c where c.org_id = ${orgId} and c.model_id = ${change.modelId}
        and c.status = any(${sql.param([...DECIDED])}::text[]) order by c.id desc limit ${MOST_LOOKED_AT})
      union
      select latest.id from unnest(${sql.param([...DECIDED])}::text[]) s(status) cross join lateral (
        select c.id from changes c where c.org_id = ${orgId} and c.status = s.status
        order by c.updated_at desc, c.id desc limit ${MOST_LOOKED_AT}) latest
    ),
    found as (
      select c.id, c.reference, left(c.title, 200) as title, c.status, c.model_id, c.updated_at,
        left(concat_ws(' ', m.name, nullif(m.model_number, '')), 160) as model,
        array(select v.one ->> 'cve' from jsonb_array_elements(c.vulnerabilities) v(one)
          where v.one ->> 'cve' = any(${sql.param(cves)}::text[])) as cves,
        array(select k from unnest(c.kinds) k where k = any(${sql.param(change.kinds)}::text[])) as kinds,
        m.supplier_id = own.supplier_id and m.kind_key = own.kind_key as same_family,
        own.os_key <> '' and m.os_key = own.os_key as same_os
      from looked
      join changes c on c.org_id = ${orgId} and c.id = looked.id
      join device_models m on m.org_id = c.org_id and m.id = c.model_id
      cross join own
      where c.id <> ${change.id}
    ),
    scored as (
      select f.*, (case when cardinality(cves) > 0 then ${WEIGHTS.cve} else 0 end)
        + (case when model_id = ${change.modelId} then ${WEIGHTS.model} when same_family then ${WEIGHTS.family} else 0 end)
        + (case when cardinality(kinds) > 0 then ${WEIGHTS.kind} else 0 end)
        + (case when same_os and model_id <> ${change.modelId} then ${WEIGHTS.os} else 0 end) as score
      from found f
    )
    select s.*, (select to_char(max(r.decided_at), 'YYYY-MM-DD') from sign_off_rounds r
        where r.org_id = ${orgId} and r.change_id = s.id) as decided_on
    from scored s
    where s.score >= ${LEAST_SCORE} and exists (
      select 1 from signatures g where g.org_id = ${orgId} and g.change_id = s.id and g.slot <> 'witness')
    order by s.score desc, s.updated_at desc, s.id desc
    limit ${MOST_SHOWN}`);
  return rows.map((row) => ({
    ...{ id: row.id, reference: row.reference, title: row.title, status: row.status },
    ...{ modelId: row.model_id, model: row.model, decidedOn: row.decided_on },
    shared: {
      ...{ cves: row.cves, kinds: row.kinds, sameModel: row.model_id === change.modelId },
      ...{ sameFamily: row.same_family, sameOs: row.same_os },
    },
  }));
}
