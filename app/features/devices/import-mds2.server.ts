/** Answers of an MDS2 form that an import brings, with the form as their source; and taking them back. */
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels, mds2Answers } from '../../../db/schema/index.server';
import type { AuditActor } from '../../audit/events';
import { findContradictions } from '../claims/find-contradictions.server';
import { asJsonb } from '../in-json.server';
import { type Source, type SourceColumns, sourceColumns } from '../provenance/source';
import { stateImported, takeBackFacts } from '../provenance/state-imported.server';
import type { Mds2Answer } from './mds2-input';

export type KeptAnswer = Mds2Answer & SourceColumns;

/** Every answer of a model's form, by question. */
export async function keptAnswers(tx: Tx, orgId: string, modelId: string): Promise<Map<string, KeptAnswer>> {
  const rows = await tx
    .select()
    .from(mds2Answers)
    .where(and(eq(mds2Answers.orgId, orgId), eq(mds2Answers.modelId, modelId)));
  return new Map(
    rows.map(({ question, answer, note, saidBy, sourceDocument, sourcePage, sourceDate }) => [
      question,
      { question, answer, note, saidBy, sourceDocument, sourcePage, sourceDate },
    ]),
  );
}

const ofModel = (orgId: string, modelId: string) => and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, modelId));

async function write(tx: Tx, by: AuditActor, modelId: string, answers: readonly KeptAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  await tx.execute(sql`
    insert into mds2_answers (org_id, model_id, question, answer, note, said_by, source_document, source_page,
      source_date, recorded_by, recorded_at)
    select ${by.orgId}::uuid, ${modelId}::uuid, question, answer, note, "saidBy", "sourceDocument", "sourcePage",
      "sourceDate", ${by.userId}::uuid, now()
    from jsonb_to_recordset(${asJsonb(answers)}) as given (question text, answer text, note text, "saidBy" text,
      "sourceDocument" text, "sourcePage" text, "sourceDate" text)
    on conflict (org_id, model_id, question) do update
    set answer = excluded.answer, note = excluded.note, said_by = excluded.said_by,
      source_document = excluded.source_document, source_page = excluded.source_page,
      source_date = excluded.source_date, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`);
}

async function dateForm(tx: Tx, by: AuditActor, modelId: string, formDate: string | null | undefined) {
  await tx
    .update(deviceModels)
    .set({
      ...(formDate === undefined ? {} : { mds2Date: formDate }),
      version: sql`${deviceModels.version} + 1`,
      updatedAt: new Date(),
      updatedBy: by.userId,
    })
    .where(ofModel(by.orgId, modelId));
}

/**
 * Records answers of a form. The caller has locked the model and its signed changes, and records the act.
 * @param formDate day printed on the form; null when it is not known: the day on file stays
 * @returns the day that was on file
 */
export async function recordImportedMds2(
  tx: Tx,
  by: AuditActor,
  modelId: string,
  answers: readonly Mds2Answer[],
  { source, formDate }: { source: Source; formDate: string | null },
): Promise<string | null> {
  const [model] = await tx
    .select({ date: deviceModels.mds2Date, supplierId: deviceModels.supplierId })
    .from(deviceModels)
    .where(ofModel(by.orgId, modelId));
  if (!model) throw new Error('The model of an MDS2 form is not there');
  const columns = sourceColumns(source);
  await write(
    tx,
    by,
    modelId,
    answers.map((answer) => ({ ...answer, ...columns })),
  );
  const newDate = formDate !== null && formDate !== model.date;
  await dateForm(tx, by, modelId, newDate ? formDate : undefined);
  const facts = [
    ...answers.map(({ question, answer }) => ({ id: modelId, field: `mds2.${question}`, value: answer })),
    ...(newDate ? [{ id: modelId, field: 'mds2Date', value: formDate }] : []),
  ];
  await stateImported(tx, by, 'model', facts, source);
  const questions = answers.map(({ question }) => question);
  await findContradictions(tx, by, { supplierId: model.supplierId, mds2: { modelId, questions } });
  return model.date;
}

export interface TakenBack {
  question: string;
  /** null: the question had no answer. */
  before: KeptAnswer | null;
}

/** Puts answers back to what they were, and the form's day when it is still the one the import brought. */
export async function takeBackMds2(
  tx: Tx,
  by: AuditActor,
  modelId: string,
  answers: readonly TakenBack[],
  { from, to }: { from: string | null; to: string | null },
): Promise<void> {
  await write(
    tx,
    by,
    modelId,
    answers.flatMap(({ before }) => before ?? []),
  );
  for (const { question, before } of answers) {
    if (before) continue;
    await tx
      .delete(mds2Answers)
      .where(
        and(eq(mds2Answers.orgId, by.orgId), eq(mds2Answers.modelId, modelId), eq(mds2Answers.question, question)),
      );
  }
  const [model] = await tx.select({ date: deviceModels.mds2Date }).from(deviceModels).where(ofModel(by.orgId, modelId));
  const dated = from !== null && from !== to && model?.date === from;
  await dateForm(tx, by, modelId, dated ? to : undefined);
  await takeBackFacts(tx, by, 'model', [
    ...answers.map(({ question }) => ({ id: modelId, field: `mds2.${question}` })),
    ...(dated ? [{ id: modelId, field: 'mds2Date' }] : []),
  ]);
}
