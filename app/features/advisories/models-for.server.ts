/** Models that a person may choose for a product of an advisory: by what was searched, else by the vendor named. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type ModelToChoose, modelsToChoose } from '../devices/models-to-choose.server';
import { storableText } from '../text-input';

export interface ModelChoice {
  q: string;
  models: ModelToChoose[];
  more: boolean;
}

/** @param search the address's query: q */
export const modelsFor = (actor: Actor, search: URLSearchParams, vendor: string): Promise<ModelChoice> =>
  inOrganisation(actor, async (tx) => {
    const q = storableText(search.get('q') ?? '')
      .trim()
      .slice(0, 200);
    const found = await modelsToChoose(tx, actor.orgId, q || vendor);
    // A vendor as the advisory writes it need not be how the register does.
    const all = q === '' && found.models.length === 0 ? await modelsToChoose(tx, actor.orgId, '') : found;
    return { q, ...all };
  });
