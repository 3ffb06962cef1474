/** The page on anti-virus of a model: what its maker says, and when patients are on it. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { type Source, sourceOfColumns } from '../provenance/source';
import { type HoursView, hoursOf, makerOf, statementRow } from './antivirus-rows.server';
import type { MakerOnAntivirus } from './check-antivirus';

export interface AntivirusPage {
  model: ModelHeader;
  /** Null while nobody recorded what the maker says. */
  statement: (MakerOnAntivirus & { source: Source }) | null;
  version: number;
  hours: HoursView[];
  mayEdit: boolean;
  mayAsk: boolean;
}

/** Null when the organisation has no such model. */
export const getAntivirus = (actor: Actor, modelId: string): Promise<AntivirusPage | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    if (!model) return null;
    const row = await statementRow(tx, actor.orgId, modelId);
    return {
      model,
      statement: row && { ...makerOf(row), source: sourceOfColumns(row) },
      version: row?.version ?? 0,
      hours: await hoursOf(tx, actor.orgId, modelId),
      mayEdit: can(actor, 'device:write') && !model.retiredAt,
      mayAsk: can(actor, 'document:draft'),
    };
  });
