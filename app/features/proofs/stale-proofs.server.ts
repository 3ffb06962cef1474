/** Proofs that hold no more, over the whole fleet: those longest stale first. One query a page. */
import { sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { isMeasureId, measureOf } from '../../regulation/options/measures';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { today } from '../today';

export interface StaleProof {
  id: string;
  modelId: string;
  model: string;
  measure: string;
  proof: string;
  failed: boolean;
  takenOn: string;
  staleOn: string;
  document: string;
  unitsInUse: number;
}

export interface StaleProofs extends Page<StaleProof> {
  today: string;
}

const BY_END: Sorting = { by: [sql`p.stale_on`, sql`p.id`], parts: ['date', 'uuid'] };

interface Raw extends Omit<StaleProof, 'measure'>, Record<string, unknown> {
  measure: string;
}

/**
 * The newest proof of its kind on a model, where it is stale or says that the measure fails. Retired models are left
 * out. `search` is the address's query.
 */
export const staleProofs = (actor: Actor, search: URLSearchParams): Promise<StaleProofs> =>
  inOrganisation(actor, async (tx) => {
    const day = today();
    const wish = pageWish(search, BY_END.parts);
    const read = await tx.execute<Raw>(sql`
      select p.id, p.model_id as "modelId", left(concat_ws(' ', m.name, nullif(m.model_number, '')), 200) as model,
        p.measure, left(p.proof, 300) as proof, p.result = 'fails' as failed, p.taken_on::text as "takenOn",
        p.stale_on::text as "staleOn", left(p.document, 200) as document, m.units_in_use as "unitsInUse"
      from control_proofs p join device_models m on m.org_id = p.org_id and m.id = p.model_id
      where p.org_id = ${actor.orgId} and p.retired_at is null and m.retired_at is null
        and (p.stale_on <= ${day} or p.result = 'fails')
        and not exists (select 1 from control_proofs n where n.org_id = p.org_id and n.model_id = p.model_id
          and n.measure = p.measure and n.taken_on >= p.taken_on and n.proof = p.proof and n.retired_at is null
          and (n.taken_on, n.created_at, n.id) > (p.taken_on, p.created_at, p.id))
        and ${keysetCondition(BY_END, wish, false)}
      order by ${keysetOrder(BY_END, wish, false)}
      limit ${PAGE_ROWS + 1}`);
    const page = pageOf([...read], wish, ({ staleOn, id }) => [staleOn, id]);
    const labelOf = (measure: string) => (isMeasureId(measure) ? measureOf(measure).label : measure);
    return { ...page, today: day, rows: page.rows.map((row) => ({ ...row, measure: labelOf(row.measure) })) };
  });
