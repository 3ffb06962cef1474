/** One certification, its model, and everything ever said about it. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { certifications } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { factHistory } from '../provenance/facts-of.server';
import type { Fact } from '../provenance/source';
import { today } from '../today';
import type { CertificationView } from './certification-view';
import { certificationView } from './certifications-of.server';

export interface CertificationPage {
  model: ModelHeader;
  certification: CertificationView;
  /** Newest first. */
  history: Fact[];
  today: string;
  mayEdit: boolean;
}

/** Reads a certification; null when the organisation has no such certification of that model. */
export const getCertification = (actor: Actor, modelId: string, id: string): Promise<CertificationPage | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    const [row] = await tx
      .select()
      .from(certifications)
      .where(
        and(eq(certifications.orgId, actor.orgId), eq(certifications.modelId, modelId), eq(certifications.id, id)),
      );
    if (!model || !row) return null;
    return {
      model,
      certification: certificationView(row),
      history: await factHistory(tx, actor.orgId, { type: 'certification', id }),
      today: today(),
      mayEdit: can(actor, 'certification:write') && !row.retiredAt,
    };
  });
