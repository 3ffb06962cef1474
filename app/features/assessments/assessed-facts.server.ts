/** What a sign-off policy looks at in the latest assessments of many changes: picked out by the database, in one query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { Tier } from '../../regulation/chart';

export interface AssessedFacts {
  worstTier: Tier;
  /** Where the change lands, as stated; null: nobody said. */
  location: string | null;
  /** Of each certification on record, once; "unknown" where a certification names none. */
  classes: string[];
  /** Whoever makes the change may take on duties of the manufacturer. */
  dutyTransfer: boolean;
}

type Raw = {
  change_id: string;
  worst_tier: Tier;
  location: string | null;
  classes: string[] | null;
  duty_transfer: boolean | null;
};

/** By change; a change without an assessment has no entry. */
export async function assessedFacts(
  tx: Tx,
  orgId: string,
  changeIds: readonly string[],
): Promise<Map<string, AssessedFacts>> {
  if (changeIds.length === 0) return new Map();
  const wanted = sql.join(
    changeIds.map((id) => sql`(${id}::uuid)`),
    sql`, `,
  );
  const rows = await tx.execute<Raw>(sql`
    select wanted.id as change_id, latest.*
    from (values ${wanted}) wanted (id)
    cross join lateral (
      select a.worst_tier, a.dossier #>> '{facts,change_location}' as location,
        (select jsonb_agg(distinct coalesce(nullif(one ->> 'class', ''), 'unknown'))
          from jsonb_array_elements(a.dossier #> '{device,certifications}') one) as classes,
        jsonb_array_length(a.result #> '{overall,duty_transfer}') > 0 as duty_transfer
      from assessments a
      where a.org_id = ${orgId} and a.change_id = wanted.id order by a.number desc limit 1
    ) latest`);
  return new Map(
    rows.map(({ change_id, worst_tier, location, classes, duty_transfer }) => [
      change_id,
      { worstTier: worst_tier, location, classes: classes ?? [], dutyTransfer: duty_transfer ?? false },
    ]),
  );
}
