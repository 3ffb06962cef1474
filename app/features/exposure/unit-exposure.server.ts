/** How exposed one unit is: its own place, its own version, what looks after it. A fixed number of queries. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels, units } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { feedAges } from '../imports/feed-ages.server';
import { today as presentDay } from '../today';
import { type ExposureView, heldOf, viewExposure } from './exposure-page.server';
import { controlsOf, type Reach, reachOf } from './place';
import { readAnswers, readDetails, readShown, readSupport } from './read-place.server';
import { type SupportClocks, supportClocks } from './support-clocks';

export interface UnitExposure extends ExposureView {
  unit: { id: string; serial: string; version: string; versionOfModel: boolean; retired: boolean };
  model: { id: string; title: string };
  reach: Reach;
  support: SupportClocks;
}

/** Null when the organisation has no such unit. */
export const unitExposure = (actor: Actor, unitId: string, search: URLSearchParams): Promise<UnitExposure | null> =>
  inOrganisation(actor, async (tx) => {
    const { orgId } = actor;
    const today = presentDay();
    const [row] = await tx
      .select({ unit: units, model: deviceModels })
      .from(units)
      .innerJoin(deviceModels, and(eq(deviceModels.orgId, units.orgId), eq(deviceModels.id, units.modelId)))
      .where(and(eq(units.orgId, orgId), eq(units.id, unitId)));
    if (!row) return null;
    const { unit, model } = row;
    const ages = await feedAges(tx, orgId);
    const details = await readDetails(tx, orgId, unitId);
    const place = {
      networkConnected: model.networkConnected,
      zone: unit.networkZone,
      internetReachable: details?.internetReachable ?? null,
      behind: details?.behind ?? '',
      controls: controlsOf(details?.controls ?? [], await readShown(tx, orgId, model.id)),
    };
    const answers = await readAnswers(tx, orgId, model.id);
    const lookup = await readSupport(tx, orgId, heldOf(ages, 'support')?.asOf ?? null, today);
    const os = unit.osProduct
      ? { product: unit.osProduct, release: unit.osRelease }
      : { product: model.osProduct, release: model.osRelease };
    const found = lookup(os);
    const whose = { modelId: model.id, unitId };
    const view = await viewExposure(tx, actor, whose, search, { ages, place, answers, today });
    const said = answers.find(
      (one) => one.question === 'behind_control' && one.cve === '' && (one.unitId ?? unitId) === unitId,
    );
    const behindControl = said?.answer === 'yes' || said?.answer === 'no' ? said.answer : null;
    return {
      ...view,
      unit: {
        ...{ id: unit.id, serial: unit.serial, retired: unit.retiredAt !== null },
        version: unit.installedVersion || model.softwareVersion,
        versionOfModel: unit.installedVersion === '',
      },
      model: { id: model.id, title: `${model.name} ${model.modelNumber}`.trim() },
      reach: reachOf({ ...place, behindControl }),
      support: supportClocks(
        {
          ...{ os, osSupport: found.support, osImported: found.imported },
          makerSupportEnds: model.makerSupportEnds,
          contractEnds: details?.contractEnds ?? null,
        },
        today,
      ),
    };
  });
