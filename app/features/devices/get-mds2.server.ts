/** The answers of a model's MDS2 form, and whether the form is older than the software it speaks of. */
import { and, asc, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { mds2Answers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { factHistory } from '../provenance/facts-of.server';
import { type Fact, type Source, sourceOfColumns } from '../provenance/source';
import { type Mds2Age, mds2Age } from './mds2-age.server';
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
  /** The newest version in use that came out after the form; null when there is none. */
  olderThan: Mds2Age['olderThan'];
  mayEdit: boolean;
  mayAsk: boolean;
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
    const { olderThan } = await mds2Age(tx, actor.orgId, modelId);
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
      olderThan,
      mayEdit: can(actor, 'device:write') && !model.retiredAt,
      mayAsk: can(actor, 'document:draft'),
    };
  });
