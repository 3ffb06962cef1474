/** Everything an inventory writes, without ids and moments: two organisations with the same of it are the same. */
import { sql } from 'drizzle-orm';
import { inOrganisation } from '../../db/client.server';

export const whatIsThere = (orgId: string): Promise<string> =>
  inOrganisation({ orgId, userId: null }, async (tx) => {
    const units = await tx.execute(sql`
      select s.name as maker, m.name as model, u.serial, u.asset_tag, u.location, u.installed_version, u.version,
        u.retired_at is not null as retired, d.ip_address
      from units u join device_models m on m.org_id = u.org_id and m.id = u.model_id
      join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
      left join connected_details d on d.org_id = u.org_id and d.unit_id = u.id
      where u.org_id = ${orgId} order by 1, 2, 3`);
    const facts = await tx.execute(sql`
      select field, value, superseded_at is not null as over, count(*)::integer as n from register_facts
      where org_id = ${orgId} group by 1, 2, 3 order by 1, 2, 3`);
    const events = await tx.execute(sql`
      select action, count(*)::integer as n from audit_events where org_id = ${orgId} group by 1 order by 1`);
    const rows = await tx.execute(sql`
      select outcome, applied_at is not null as applied, undone_at is not null as undone, count(*)::integer as n
      from import_rows where org_id = ${orgId} group by 1, 2, 3 order by 1, 2, 3`);
    return JSON.stringify([units, facts, events, rows].map((all) => [...all]));
  });
