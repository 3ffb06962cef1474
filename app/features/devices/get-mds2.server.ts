/** The answers of a model's MDS2 form, and whether the form is older than the software it speaks of. */
import { and, asc, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { mds2Answers, softwareVersions } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { factHistory } from '../provenance/facts-of.server';
import { type Fact, type Source, sourceOfColumns } from '../provenance/source';
import { type ModelHeader, modelHeader } from './model-header.server';

export interface Mds2Row {
  question: string;
  answer: string;
  note: string;
  source: Source;
  recordedAt: string;
}

export interface ModelMds2 {
  model: ModelHeader;
  answers: Mds2Row[];
  /** Every answer ever recorded, newest first. */
  history: Fact[];
  /** Release date of the current software version when the form is older than it; null otherwise. */
  staleSince: string | null;
  mayEdit: boolean;
}

/** Reads the answers; null when the organisation has no such model. */
export const getMds2 = (actor: Actor, modelId: string): Promise<ModelMds2 | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    if (!model) return null;
    const rows = await tx
      .select()
      .from(mds2Answers)
      .where(and(eq(mds2Answers.orgId, actor.orgId), eq(mds2Answers.modelId, modelId)))
      .orderBy(asc(mds2Answers.question));
    const [version] = await tx
      .select({ released: softwareVersions.releasedOn })
      .from(softwareVersions)
      .where(
        and(
          eq(softwareVersions.orgId, actor.orgId),
          eq(softwareVersions.modelId, modelId),
          eq(softwareVersions.release, model.values.softwareVersion),
        ),
      );
    const released = version?.released ?? null;
    return {
      model,
      answers: rows.map((row) => ({
        question: row.question,
        answer: row.answer,
        note: row.note,
        source: sourceOfColumns(row),
        recordedAt: row.recordedAt.toISOString(),
      })),
      history: await factHistory(tx, actor.orgId, { type: 'model', id: modelId }, { beginning: 'mds2.' }),
      staleSince: released && model.mds2Date && model.mds2Date < released ? released : null,
      mayEdit: can(actor, 'device:write') && !model.retiredAt,
    };
  });
