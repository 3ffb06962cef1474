/** The rows of the register of connected devices: every unit in use that is, or may be, on a network. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { osSupport } from '../devices/os-lookup';
import { OS_SUPPORT_STATES, osInWords } from '../devices/os-support';
import { controlLabel } from './detail-form';

/** What stands in a cell of which nothing is known: an empty cell would read as "no". */
export const NOT_KNOWN = 'not known';

type Raw = {
  id: string;
  serial: string;
  asset_tag: string;
  model: string;
  model_number: string;
  kind: string;
  maker: string;
  udi_di: string;
  site: string;
  location: string;
  owner: string;
  connected: boolean | null;
  clinical_owner: string;
  tolerable_downtime: string;
  fallback: string;
  os_product: string;
  os_release: string;
  version: string;
  ip_address: string;
  mac_address: string;
  hostname: string;
  network_zone: string;
  behind: string;
  controls: string[];
  services: string;
  network_needs: string;
  holds_patient_data: boolean | null;
  internet_reachable: boolean | null;
  remote_access: string;
  maintenance: string;
  contract_ends: string | null;
  maker_support_ends: string | null;
  mds2_date: string | null;
  mds2_answers: number;
  diagram: string | null;
};

const known = (text: string | null): string => text?.trim() || NOT_KNOWN;
const yesNo = (value: boolean | null): string => (value === null ? NOT_KNOWN : value ? 'yes' : 'no');

type Column = [heading: string, of: (row: Raw, today: string) => string];

const support = (row: Raw, today: string) => osSupport({ product: row.os_product, release: row.os_release }, today);

const COLUMNS: readonly Column[] = [
  ['Serial number', (row) => known(row.serial)],
  ['Asset tag', (row) => known(row.asset_tag)],
  ['Device model', (row) => known(row.model)],
  ['Model number', (row) => known(row.model_number)],
  ['Kind of device', (row) => known(row.kind)],
  ['Vendor', (row) => known(row.maker)],
  ['UDI-DI', (row) => known(row.udi_di)],
  ['Connected to a network', (row) => yesNo(row.connected)],
  ['Site', (row) => known(row.site)],
  ['Location', (row) => known(row.location)],
  ['Owner', (row) => known(row.owner)],
  ['Clinical owner', (row) => known(row.clinical_owner)],
  ['Criticality: tolerable downtime', (row) => known(row.tolerable_downtime)],
  ['Fallback', (row) => known(row.fallback)],
  ['Operating system', (row) => known(osInWords({ product: row.os_product, release: row.os_release }))],
  [
    'Support of the operating system',
    (row, today) => {
      const { state } = support(row, today);
      const label = OS_SUPPORT_STATES.find((one) => one.state === state)?.label ?? NOT_KNOWN;
      return label.toLowerCase();
    },
  ],
  ['Last day of its support', (row, today) => known(support(row, today).lastDay)],
  ['Software version', (row) => known(row.version)],
  ['IP address', (row) => known(row.ip_address)],
  ['MAC address', (row) => known(row.mac_address)],
  ['Host name', (row) => known(row.hostname)],
  ['Segmentation: network zone', (row) => known(row.network_zone)],
  ['Segmentation: behind', (row) => known(row.behind)],
  ['Controls in place', (row) => known(row.controls.map(controlLabel).join('; '))],
  ['Ports, protocols and services', (row) => known(row.services || row.network_needs)],
  ['Holds patient data', (row) => yesNo(row.holds_patient_data)],
  ['Reachable from the internet', (row) => yesNo(row.internet_reachable)],
  ['Supplier network access', (row) => known(row.remote_access)],
  ['Maintenance arrangement', (row) => known(row.maintenance)],
  ['Bought support ends', (row) => known(row.contract_ends)],
  ['Support of the maker ends', (row) => known(row.maker_support_ends)],
  ['MDS2 answers held', (row) => (row.mds2_answers > 0 ? 'yes' : 'none recorded')],
  ['MDS2 form of', (row) => known(row.mds2_date)],
  ['Network diagram of the maker (MDS2 DOC-10)', (row) => known(row.diagram)],
];

export const REGISTER_HEADING: readonly string[] = COLUMNS.map(([heading]) => heading);

/** Longest list of services that one cell holds. */
const MOST_SERVICES = 40;

/**
 * The next units after one, by their ids. A unit is left out only when its model is said not to be connected and
 * nothing is kept of it on a network.
 * @returns the records, and the id to go on from; null after the last
 */
export async function registerRows(
  tx: Tx,
  orgId: string,
  after: string | null,
  most: number,
  today: string,
): Promise<{ records: string[][]; last: string | null }> {
  const rows = await tx.execute<Raw>(sql`
    with page as (
      select u.org_id, u.id, u.model_id from units u
      join device_models m on m.org_id = u.org_id and m.id = u.model_id
      left join connected_details d on d.org_id = u.org_id and d.unit_id = u.id
      where u.org_id = ${orgId} and u.retired_at is null ${after ? sql`and u.id > ${after}` : sql``}
        and (m.network_connected is distinct from false or d.ip_address <> '' or d.mac_address <> ''
          or d.hostname <> '')
      order by u.id limit ${most}
    ), models as (
      select distinct org_id, model_id from page
    ), services as (
      select f.model_id, string_agg(f.line, '; ' order by f.line) as list from models
      join lateral (
        select f.model_id, case f.direction when 'out' then 'to ' else 'from ' end || left(f.peer, 80) ||
            case when f.protocol = 'any' then ', protocol not known' else ', ' || f.protocol end ||
            case when f.protocol = 'icmp' then '' when f.port_from is null then ', ports not known'
              when f.port_to > f.port_from then ' ' || f.port_from || '-' || f.port_to
              else ' ' || f.port_from end as line
        from flows f where f.org_id = models.org_id and f.model_id = models.model_id and f.retired_at is null
        order by f.clinical desc nulls last, f.id limit ${MOST_SERVICES}
      ) f on true
      group by f.model_id
    ), forms as (
      select a.model_id, count(*)::integer as answers,
        max(a.answer) filter (where a.question = 'DOC-10') as diagram
      from mds2_answers a join models on models.org_id = a.org_id and models.model_id = a.model_id
      group by a.model_id
    )
    select u.id, u.serial, u.asset_tag, left(m.name, 500) as model, left(m.model_number, 500) as model_number,
      left(m.kind, 500) as kind, left(s.name, 500) as maker, m.udi_di, u.site, u.location, u.owner,
      case when coalesce(d.ip_address, '') <> '' or coalesce(d.mac_address, '') <> '' then true
        else m.network_connected end as connected,
      left(m.clinical_owner, 1000) as clinical_owner, left(m.tolerable_downtime, 1000) as tolerable_downtime,
      left(m.fallback, 1000) as fallback,
      case when u.os_product <> '' then u.os_product else m.os_product end as os_product,
      case when u.os_product <> '' then u.os_release else m.os_release end as os_release,
      coalesce(nullif(u.installed_version, ''), m.software_version) as version,
      coalesce(d.ip_address, '') as ip_address, coalesce(d.mac_address, '') as mac_address,
      coalesce(d.hostname, '') as hostname, u.network_zone, coalesce(d.behind, '') as behind,
      coalesce(d.controls, '{}') as controls, coalesce(services.list, '') as services,
      left(m.network_needs, 2000) as network_needs, d.holds_patient_data, d.internet_reachable,
      left(m.remote_access, 2000) as remote_access, left(m.maintenance, 2000) as maintenance,
      d.contract_ends::text as contract_ends, m.maker_support_ends::text as maker_support_ends,
      m.mds2_date::text as mds2_date, coalesce(forms.answers, 0) as mds2_answers, forms.diagram
    from page
    join units u on u.org_id = page.org_id and u.id = page.id
    join device_models m on m.org_id = u.org_id and m.id = u.model_id
    join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
    left join connected_details d on d.org_id = u.org_id and d.unit_id = u.id
    left join services on services.model_id = u.model_id
    left join forms on forms.model_id = u.model_id
    order by u.id`);
  const records = rows.map((row) => COLUMNS.map(([, of]) => of(row, today)));
  return { records, last: rows.length === most ? (rows[rows.length - 1]?.id ?? null) : null };
}
