/** What the forms of a model offer, and the model's present values as its form shows them. */
import { sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import type { ModelFormChoices } from './model-form-fields';
import { type ModelHeader, modelHeader } from './model-header.server';

/** Makers and kinds in the register; `keep` is a maker that is offered although it is retired. */
async function choicesOf(tx: Tx, orgId: string, keep: string | null): Promise<ModelFormChoices> {
  const [row] = await tx.execute<{ makers: { id: string; name: string }[]; kinds: string[] }>(sql`
    select
      (select coalesce(json_agg(one), '[]') from (select id, left(name, 120) as name from suppliers
        where org_id = ${orgId} and (retired_at is null or id = ${keep}) order by name_key, id limit 2000) as one) as makers,
      array(select min(left(kind, 80)) from device_models where org_id = ${orgId} group by kind_key order by kind_key
        limit 200) as kinds`);
  return { makers: row?.makers ?? [], kinds: row?.kinds ?? [] };
}

/** What the form of a new model offers. */
export const newModelForm = (actor: Actor): Promise<ModelFormChoices> =>
  inOrganisation(actor, (tx) => choicesOf(tx, actor.orgId, null));

/** What the form of an existing model offers and shows; null when the organisation has no such model. */
export const modelFormOf = (
  actor: Actor,
  modelId: string,
): Promise<{ model: ModelHeader; choices: ModelFormChoices } | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    return model && { model, choices: await choicesOf(tx, actor.orgId, model.values.supplierId) };
  });
