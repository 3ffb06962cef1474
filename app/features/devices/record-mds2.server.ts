/** Recording answers of the maker's MDS2 form, with the form as their source; earlier answers stay in the history. */
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { deviceModels, mds2Answers } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { findContradictions } from '../claims/find-contradictions.server';
import { conflictOver } from '../conflict.server';
import { type Source, sourceColumns, sourceFields, sourceOf, sourceOfColumns } from '../provenance/source';
import { stateFacts } from '../provenance/state-facts.server';
import { refused, type SaveResult, saved } from '../save-result';
import { lockSignedChanges, reviewSignaturesOfModel } from '../sign-off/review-signatures.server';
import { optionalDate } from '../text-input';
import { type Mds2Answer, readMds2 } from './mds2-input';
import { versionField } from './model-form';
import { lockModel, modelObject } from './model-row.server';

export const Mds2Form = z.object({
  version: versionField,
  /** Date printed on the form (DOC-7). */
  formDate: optionalDate(),
  pasted: z
    .string()
    .default('')
    .transform((text, context) => {
      const reading = readMds2(text);
      if (reading.ok) return reading.answers;
      for (const message of reading.problems) context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }),
  ...sourceFields,
});

type Row = typeof mds2Answers.$inferSelect;

const sameSource = (a: Source, b: Source) =>
  a.saidBy === b.saidBy && a.document === b.document && a.page === b.page && a.date === b.date;

/** Pasted answers count when they, or their source, are new; ticked ones when the answer is another. */
function newAnswers(rows: Map<string, Row>, pasted: Mds2Answer[], ticked: Record<string, string>, source: Source) {
  const wanted = new Map<string, Mds2Answer>();
  for (const [question, answer] of Object.entries(ticked)) {
    const present = rows.get(question);
    if ((present?.answer ?? '') !== answer) wanted.set(question, { question, answer, note: '' });
  }
  for (const one of pasted) {
    const present = rows.get(one.question);
    const same = present && present.answer === one.answer && present.note === one.note;
    if (!same || !sameSource(sourceOfColumns(present), source)) wanted.set(one.question, one);
  }
  return [...wanted.values()];
}

/**
 * Records answers; an empty ticked answer takes one back. Null when the organisation has no such model.
 * @param ticked single answers by question, besides those pasted
 */
export const recordMds2 = (
  actor: Actor,
  modelId: string,
  input: z.output<typeof Mds2Form>,
  ticked: Record<string, string>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    await lockSignedChanges(tx, actor.orgId, modelId);
    return recordMds2Within(tx, actor, modelId, input, ticked);
  });

/** As `recordMds2`, inside the caller's transaction, which has locked the signed changes on the model. */
export async function recordMds2Within(
  tx: Tx,
  actor: Actor,
  modelId: string,
  input: z.output<typeof Mds2Form>,
  ticked: Record<string, string>,
): Promise<SaveResult | null> {
  const model = await lockModel(tx, actor.orgId, modelId);
  if (!model) return null;
  if (model.retiredAt) return refused('', 'This model is retired. Restore it before you record answers.');
  const ofModel = and(eq(mds2Answers.orgId, actor.orgId), eq(mds2Answers.modelId, modelId));
  const rows = new Map((await tx.select().from(mds2Answers).where(ofModel)).map((row) => [row.question, row]));
  const source = sourceOf(input);
  const answers = newAnswers(rows, input.pasted, ticked, source);
  const changes = answers.map(({ question, answer }) => ({
    field: `mds2.${question}`,
    label: `MDS2 ${question}`,
    from: rows.get(question)?.answer ?? null,
    to: answer || null,
  }));
  if (input.version !== model.version) {
    const conflict = await conflictOver(
      tx,
      model,
      changes.filter(({ from, to }) => from !== to),
    );
    if (conflict) return conflict;
  }
  const [present] = await tx
    .select({ date: deviceModels.mds2Date })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, modelId)));
  const newDate = input.formDate !== null && input.formDate !== present?.date;
  if (answers.length === 0 && !newDate) return saved(modelId);

  const kept = answers.filter(({ answer }) => answer !== '');
  if (kept.length > 0) {
    const now = new Date();
    const stamp = { ...sourceColumns(source), recordedBy: actor.userId, recordedAt: now };
    await tx
      .insert(mds2Answers)
      .values(kept.map((answer) => ({ orgId: actor.orgId, modelId, ...answer, ...stamp })))
      .onConflictDoUpdate({
        target: [mds2Answers.orgId, mds2Answers.modelId, mds2Answers.question],
        set: { answer: sql`excluded.answer`, note: sql`excluded.note`, ...stamp },
      });
  }
  for (const { question } of answers.filter(({ answer }) => answer === '')) {
    await tx.delete(mds2Answers).where(and(ofModel, eq(mds2Answers.question, question)));
  }
  await tx
    .update(deviceModels)
    .set({
      ...(newDate && { mds2Date: input.formDate }),
      version: model.version + 1,
      updatedAt: new Date(),
      updatedBy: actor.userId,
    })
    .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, modelId)));
  const statements = [
    ...answers.map(({ question, answer }) => ({ field: `mds2.${question}`, value: answer || null })),
    ...(newDate ? [{ field: 'mds2Date', value: input.formDate }] : []),
  ];
  await stateFacts(tx, actor, { type: 'model', id: modelId }, statements, source);
  const voided = await reviewSignaturesOfModel(tx, actor, modelId);
  await record(tx, auditActor(actor), ...voided, {
    action: 'mds2.answered',
    object: modelObject(modelId, model.values),
    detail: {
      version: model.version + 1,
      formDate: input.formDate,
      answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer || null])),
      source: { ...source },
    },
  });
  await findContradictions(tx, auditActor(actor), {
    supplierId: model.values.supplierId,
    mds2: { modelId, questions: kept.map(({ question }) => question) },
  });
  return saved(modelId);
}
