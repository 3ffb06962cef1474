/** Rows of the catalogue of known exploited vulnerabilities. */
import { sql } from 'drizzle-orm';
import type { KevEntry } from '../../../readers/records';
import { feedRows } from './feed-rows.server';

export const KEV_ROWS = feedRows<KevEntry>({
  table: 'kev_entries',
  atOnce: 500,
  keys: ['cve'],
  shown: { added: 'added', due: 'due', ransomware: 'used by ransomware' },
  columns: (entry) => ({
    ...{ cve: entry.cve.toUpperCase(), added: entry.added, due: entry.due, ransomware: entry.ransomware },
    entry,
  }),
  label: ({ cve }) => String(cve),
  insert: (tx, rows) =>
    tx.execute(sql`
      insert into kev_entries select * from jsonb_populate_recordset(null::kev_entries, ${rows})
      on conflict (org_id, cve) do update
      set added = excluded.added, due = excluded.due, ransomware = excluded.ransomware, entry = excluded.entry`),
  remove: (tx, orgId, keys) => tx.execute(sql`delete from kev_entries where org_id = ${orgId} and cve = ${keys}`),
});
