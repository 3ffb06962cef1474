/** The fleet in groups of units that are alike as far as an incident sees them. Three queries, whatever the fleet. */
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { isMeasureId, type MeasureId } from '../../regulation/options/measures';
import { osOfKey } from '../devices/os-support';
import { controlState } from '../proofs/control-state.server';
import { today } from '../today';
import { INCIDENTS } from './library';
import type { ReplayFacts, Tri } from './replay';
import { readSystem } from './windows';

export interface UnitGroup {
  /** Digest of what makes its units alike; the same expression finds them again. */
  key: string;
  modelId: string;
  model: string;
  zone: string;
  os: string;
  units: number;
  facts: ReplayFacts;
}

/** Operating system of a unit: its own, or its model's. */
const OS_KEY = sql`coalesce(nullif(u.os_key, ''), m.os_key)`;
const VERSION_KEY = sql`md5(coalesce(nullif(u.installed_version, ''), m.software_version))`;
const CONTROLS = sql`coalesce(d.controls, '{}')`;
/** An address says that it hangs on a network, whatever nobody said of its model. */
const ON_NETWORK = sql`(m.network_connected or nullif(concat(d.ip_address, d.mac_address), '') is not null)`;

/** What makes units alike, as one digest, from the columns of `like`. */
const digestOf = (model: SQL, zone: SQL, os: SQL, version: SQL, controls: SQL, network: SQL): SQL =>
  sql`md5(concat_ws(chr(1), ${model}, ${os}, ${zone}, ${version}, ${controls}::text, ${network}))`;

/** The group of a unit; finds the units of a group again. */
export const GROUP_KEY = digestOf(sql`u.model_id`, sql`u.zone_key`, OS_KEY, VERSION_KEY, CONTROLS, ON_NETWORK);

/** Units in use with their model and, where there are any, their network details. */
export const UNITS_IN_USE: SQL = sql`units u
  join device_models m on m.org_id = u.org_id and m.id = u.model_id
  left join connected_details d on d.org_id = u.org_id and d.unit_id = u.id`;

/** Ports of which incidents ask. */
const PORTS = [
  ...new Set(INCIDENTS.flatMap(({ needs }) => needs.flatMap((one) => (one.kind === 'listens' ? one.port : [])))),
];

/** Vulnerabilities of which incidents ask. */
const CVES = [
  ...new Set(
    INCIDENTS.flatMap(({ needs }) => needs.flatMap((one) => (one.kind === 'either' ? one.of : [one]))).flatMap((one) =>
      one.kind === 'fault' ? one.cves : [],
    ),
  ),
];

type Raw = {
  key: string;
  model_id: string;
  model: string;
  zone: string;
  os_key: string;
  version_key: string;
  controls: string[];
  network: boolean | null;
  device: string;
  remote: string;
  agent_allowed: boolean | null;
  ports: number[];
  units: number;
};

/** Reads the groups. @param modelId only those of one model; null: the whole fleet */
export async function unitGroups(tx: Tx, orgId: string, modelId: string | null): Promise<UnitGroup[]> {
  const rows = await tx.execute<Raw>(sql`
    with found as (
      select u.model_id, u.zone_key, ${OS_KEY} as os_key, coalesce(nullif(u.installed_version, ''), m.software_version)
        as version, ${CONTROLS} as controls, ${ON_NETWORK} as network, min(left(u.network_zone, 80)) as zone,
        count(*)::int as units
      from ${UNITS_IN_USE}
      where u.org_id = ${orgId} and u.retired_at is null ${modelId ? sql`and u.model_id = ${modelId}` : sql``}
      group by 1, 2, 3, 4, 5, 6
    ),
    listening as (
      select k.model_id, array(select p.port from unnest(${sql.param(PORTS)}::int[]) p(port) where exists (
        select 1 from flows w where w.org_id = ${orgId} and w.model_id = k.model_id and w.retired_at is null
          and w.direction = 'in' and w.protocol <> 'udp' and p.port between w.port_from and w.port_to)) as ports
      from (select distinct model_id from found) k
    )
    select f.model_id, f.zone, f.os_key, md5(f.version) as version_key, f.controls, f.network, f.units,
      ${digestOf(sql`f.model_id`, sql`f.zone_key`, sql`f.os_key`, sql`md5(f.version)`, sql`f.controls`, sql`f.network`)} as key, left(concat_ws(' ', m.name, nullif(m.model_number, '')), 160) as model, left(m.kind, 120) as device,
      left(m.remote_access, 40) as remote, a.allowed as agent_allowed,
      w.ports
    from found f
    join device_models m on m.org_id = ${orgId} and m.id = f.model_id
    join listening w on w.model_id = f.model_id
    left join antivirus_statements a on a.org_id = ${orgId} and a.model_id = f.model_id
    order by f.model_id, f.os_key, version_key, f.zone_key, f.controls, f.network`);
  const models = [...new Set(rows.map(({ model_id }) => model_id))];
  const faults = await faultsOf(tx, orgId, modelId);
  const shown = await controlState(tx, orgId, models, today());
  // Many groups are alike in all that an incident asks: they share one set of facts, and are played once.
  const known = new Map<string, ReplayFacts>();
  return rows.map((row) => {
    const made: ReplayFacts = {
      system: readSystem(osOfKey(row.os_key)),
      network: row.network,
      device: row.device,
      supplier: reachedFromOutside(row.remote),
      agent: agentOn(row),
      faults: faults.get(`${row.model_id} ${row.version_key}`) ?? faults.get(row.model_id) ?? NOTHING,
      listens: new Set(row.ports),
      controls: new Map<MeasureId, boolean>(
        row.controls
          .filter(isMeasureId)
          .map((measure) => [measure, shown.get(row.model_id)?.get(measure)?.inPlace ?? false]),
      ),
    };
    const alike = JSON.stringify({
      ...made,
      ...{ faults: [...made.faults], listens: row.ports, controls: [...made.controls] },
    });
    const facts = known.get(alike) ?? made;
    known.set(alike, facts);
    return {
      ...{ key: row.key, modelId: row.model_id, model: row.model, zone: row.zone, units: row.units, os: row.os_key },
      facts,
    };
  });
}

const NOTHING: ReadonlyMap<string, boolean> = new Map();

/** "none" is a no; nothing recorded is not known. */
function reachedFromOutside(text: string): Tri {
  if (text.trim() === '') return null;
  return !/^\s*(no|none|not)\b/i.test(text);
}

/** Recorded as a control: yes. Forbidden by the maker: no. Otherwise nobody said. */
function agentOn({ controls, agent_allowed }: Pick<Raw, 'controls' | 'agent_allowed'>): Tri {
  if (controls.includes('antivirus')) return true;
  return agent_allowed === false ? false : null;
}

type FaultRow = { model_id: string; version_key: string | null; cve: string; open: boolean };

/**
 * Whether the faults of the incidents are open, by model and version: by matches of advisories, one that says yes before
 * one that says no; by the maker, where it refuses the patch, for the whole model.
 */
async function faultsOf(tx: Tx, orgId: string, modelId: string | null): Promise<Map<string, Map<string, boolean>>> {
  const rows = await tx.execute<FaultRow>(sql`
    with asked as (select unnest(${sql.param(CVES)}::text[]) as cve)
    select mt.model_id, v.version_key, q.cve, bool_or(v.verdict = 'affected') as open
    from matches mt
    join advisories a on a.org_id = mt.org_id and a.id = mt.advisory_id and a.retired_at is null
    join asked q on q.cve = any(mt.cves)
    join match_versions v on v.org_id = mt.org_id and v.match_id = mt.id and (v.cve = q.cve or (v.cve = '' and not exists (
      select 1 from match_versions o where o.org_id = v.org_id and o.match_id = v.match_id
        and o.version_key = v.version_key and o.cve = q.cve)))
    where mt.org_id = ${orgId} and mt.state <> 'rejected' and v.verdict in ('affected', 'fixed', 'not_affected')
      ${modelId ? sql`and mt.model_id = ${modelId}` : sql``}
    group by mt.model_id, v.version_key, q.cve
    union all
    select p.model_id, null, q.cve, true from patch_validations p join asked q on q.cve = any(p.cves)
    where p.org_id = ${orgId} and p.state = 'refused' and p.retired_at is null
      ${modelId ? sql`and p.model_id = ${modelId}` : sql``}`);
  const found = new Map<string, Map<string, boolean>>();
  for (const { model_id, version_key, cve, open } of rows) {
    const key = version_key === null ? model_id : `${model_id} ${version_key}`;
    const known = found.get(key) ?? new Map<string, boolean>();
    known.set(cve, open || known.get(cve) === true);
    found.set(key, known);
  }
  return found;
}
