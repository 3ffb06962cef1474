/** The incidents that are kept, each with what it would have done to the fleet as it stands today, or to one model. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { modelHeader } from '../devices/model-header.server';
import { isUuid } from './address';
import { type Counted, countReplay } from './count-replay';
import { unitGroups } from './fleet-groups.server';
import type { Incident } from './incident';
import { INCIDENTS } from './library';

export interface IncidentLine extends Pick<Incident, 'id' | 'title' | 'on' | 'sort'> {
  counted: Counted;
}

export interface IncidentList {
  lines: IncidentLine[];
  model: { id: string; name: string } | null;
}

/** Null when the address names a model that the organisation does not have. */
export const listIncidents = (actor: Actor, search: URLSearchParams): Promise<IncidentList | null> =>
  inOrganisation(actor, async (tx) => {
    const asked = search.get('model');
    const header = asked && isUuid(asked) ? await modelHeader(tx, actor.orgId, asked) : null;
    if (asked && !header) return null;
    const groups = await unitGroups(tx, actor.orgId, header?.id ?? null);
    return {
      lines: INCIDENTS.map((incident) => ({
        ...{ id: incident.id, title: incident.title, on: incident.on, sort: incident.sort },
        counted: countReplay(incident, groups),
      })),
      model: header && { id: header.id, name: header.values.name },
    };
  });
