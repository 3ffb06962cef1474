/** One incident, played on the fleet as it stands today, or on one model with that model's options. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { compare } from '../../regulation/compare';
import type { CertificateBurden } from '../../regulation/options/option-result';
import { modelHeader } from '../devices/model-header.server';
import { type Page, pageWish } from '../keyset';
import { groundOfModel } from '../plans/plan-threat.server';
import { today } from '../today';
import { isUuid, shownIn } from './address';
import { type ReplayFigures, replayFigures } from './count-replay';
import { unitGroups } from './fleet-groups.server';
import type { Incident } from './incident';
import { incidentOf } from './library';
import type { Verdict } from './replay';
import { BY_SERIAL, type UnitBehind, unitsBehind } from './units-behind.server';

export interface IncidentPage {
  incident: Incident;
  figures: Omit<ReplayFigures, 'keys' | 'models' | 'zones'> & {
    models: ReplayFigures['models'];
    zones: ReplayFigures['zones'];
    /** How many models and zones there are; the lists are cut. */
    modelsInAll: number;
    zonesInAll: number;
  };
  model: { id: string; name: string; certificates: Record<string, CertificateBurden> } | null;
  shown: Verdict | null;
  units: Page<UnitBehind>;
}

const MOST_LISTED = 25;

/** Null when there is no such incident, or no such model. */
export const getIncident = (actor: Actor, id: string, search: URLSearchParams): Promise<IncidentPage | null> =>
  inOrganisation(actor, async (tx) => {
    const incident = incidentOf(id);
    const asked = search.get('model');
    const header = asked && isUuid(asked) ? await modelHeader(tx, actor.orgId, asked) : null;
    if (!incident || (asked && !header)) return null;
    const modelId = header?.id ?? null;
    const figures = replayFigures(incident, await unitGroups(tx, actor.orgId, modelId));
    const { keys, models, zones, ...rest } = figures;
    const shown = shownIn(search);
    const wish = pageWish(search, BY_SERIAL.parts);
    return {
      incident,
      figures: {
        ...rest,
        ...{ models: models.slice(0, MOST_LISTED), zones: zones.slice(0, MOST_LISTED) },
        ...{ modelsInAll: models.length, zonesInAll: zones.length },
      },
      model: header && {
        ...{ id: header.id, name: header.values.name },
        certificates: await certificatesOf(tx, actor, header.id),
      },
      shown,
      units: await unitsBehind(tx, actor.orgId, { keys: shown ? keys[shown] : [], modelId, wish }),
    };
  });

/** What each measure asks of the model's certificate, by the same charts as anywhere. */
async function certificatesOf(tx: Tx, actor: Actor, modelId: string): Promise<Record<string, CertificateBurden>> {
  const ground = await groundOfModel(tx, actor, modelId, today());
  if (!ground) return {};
  return Object.fromEntries(compare(ground.dossier).options.map(({ option, certificate }) => [option, certificate]));
}
