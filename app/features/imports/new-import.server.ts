/** What the page that takes a file offers: purposes, and the model that a list or a form is about. */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type ModelToChoose, modelsToChoose, modelToChoose } from '../devices/models-to-choose.server';
import { PURPOSES, type Purpose } from './import-words';

export interface NewImport {
  purpose: Purpose;
  /** Chosen already; null: one of `models` is to be chosen, where the purpose needs one. */
  model: ModelToChoose | null;
  models: ModelToChoose[];
  more: boolean;
  q: string;
}

const Id = z.uuid();

/** Reads the page. `search`: purpose, model, q. */
export const newImport = (actor: Actor, search: URLSearchParams): Promise<NewImport> =>
  inOrganisation(actor, async (tx) => {
    const asked = search.get('purpose') ?? '';
    const purpose = Object.hasOwn(PURPOSES, asked) ? (asked as Purpose) : 'feed';
    const q = (search.get('q') ?? '').slice(0, 200);
    const id = Id.safeParse(search.get('model'));
    const model = id.success ? await modelToChoose(tx, actor.orgId, id.data) : null;
    const needed = purpose === 'components' || purpose === 'mds2';
    if (!needed || (model && !model.retired))
      return { purpose, model: needed ? model : null, models: [], more: false, q };
    return { purpose, model: null, q, ...(await modelsToChoose(tx, actor.orgId, q)) };
  });
