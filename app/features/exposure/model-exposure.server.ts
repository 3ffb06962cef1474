/** How exposed the units of a model are: every advisory that names it, held against the versions that stand here. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { feedAges } from '../imports/feed-ages.server';
import { today as presentDay } from '../today';
import { type ExposureView, heldOf, viewExposure } from './exposure-page.server';
import { controlsOf } from './place';
import { readAnswers, readShown, readSupport } from './read-place.server';
import { type SupportClocks, supportClocks } from './support-clocks';

export interface ModelExposure extends ExposureView {
  model: ModelHeader;
  support: SupportClocks;
}

/**
 * Null when the organisation has no such model. Controls stand before units, not before models: those that were proved
 * for the model lower only the lower end here.
 */
export const modelExposure = (actor: Actor, modelId: string, search: URLSearchParams): Promise<ModelExposure | null> =>
  inOrganisation(actor, async (tx) => {
    const { orgId } = actor;
    const today = presentDay();
    const model = await modelHeader(tx, orgId, modelId);
    if (!model) return null;
    const ages = await feedAges(tx, orgId);
    const shown = await readShown(tx, orgId, modelId);
    const controls = controlsOf([...shown.keys()], shown).map((one) =>
      one.standing === 'proved'
        ? { ...one, standing: 'unproved' as const, says: `${one.says}, where a unit stands behind it` }
        : one,
    );
    const place = {
      ...{ networkConnected: model.values.networkConnected, zone: '', internetReachable: null, behind: '' },
      controls,
    };
    const answers = await readAnswers(tx, orgId, modelId);
    const lookup = await readSupport(tx, orgId, heldOf(ages, 'support')?.asOf ?? null, today);
    const os = { product: model.values.osProduct, release: model.values.osRelease };
    const found = lookup(os);
    const view = await viewExposure(tx, actor, { modelId, unitId: null }, search, { ages, place, answers, today });
    const { makerSupportEnds } = model.values;
    return {
      ...view,
      model,
      support: supportClocks(
        { os, osSupport: found.support, osImported: found.imported, makerSupportEnds, contractEnds: null },
        today,
      ),
    };
  });
