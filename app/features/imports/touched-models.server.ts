/** The models that an import wrote to, by its rows: also those of runs that were killed. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { ImportRow } from './import-row.server';

/** Ids of models. */
export async function touchedModels(tx: Tx, row: ImportRow): Promise<string[]> {
  if (row.modelId) return [row.modelId];
  if (row.purpose !== 'inventory') return [];
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct u.model_id::text as id from import_rows r
    join units u on u.org_id = r.org_id and u.id = r.target_id
    where r.org_id = ${row.orgId} and r.import_id = ${row.id} and r.applied_at is not null
    order by 1`);
  return [...rows].map(({ id }) => id);
}
