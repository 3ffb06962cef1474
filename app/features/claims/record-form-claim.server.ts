/** A confirmed claim that answers a question of the MDS2 form: recorded for the models it is about. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels, mds2Answers } from '../../../db/schema/index.server';
import type { ClaimEffect } from '../../../db/schema/replies.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { assessWithin, judge } from '../assessments/assess-change.server';
import { buildDossier } from '../changes/build-dossier.server';
import type { ChangeRow } from '../changes/change-row.server';
import { mds2Answer } from '../devices/mds2-input';
import { lockModel } from '../devices/model-row.server';
import { recordMds2Within } from '../devices/record-mds2.server';
import { sourceInWords, sourceOfColumns } from '../provenance/source';
import type { ClaimRow } from './claim-row.server';
import type { ClaimConflict, Decided } from './decisions';
import { claimSource, weighed } from './state-claim.server';

export type RecordedForm = { ok: true; effects: ClaimEffect[] } | { ok: false; conflicts: ClaimConflict[] };

/** "CSUP-2.4", or null for a claim about anything but the form. */
export const formQuestion = ({ subject }: Pick<ClaimRow, 'subject'>): string | null =>
  subject.startsWith('mds2:') ? subject.slice('mds2:'.length) : null;

/** The answer as the register writes it; null when the claim gives none. */
export function formAnswer(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' && value !== '' && value !== 'unknown' ? mds2Answer(value) : null;
}

/** Locks the models in the order of their ids, retired ones left out: nothing is recorded for them any more. */
export async function lockModels(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of [...new Set(ids)].sort()) {
    const model = await lockModel(tx, orgId, id);
    if (model && !model.retiredAt) names.set(id, `${model.values.name} ${model.values.modelNumber}`.trim());
  }
  return names;
}

async function conflictsOn(
  tx: Tx,
  claim: ClaimRow,
  question: string,
  answer: string,
  models: ReadonlyMap<string, string>,
  decisions: ReadonlyMap<string, Decided>,
): Promise<{ conflicts: ClaimConflict[]; kept: Set<string> }> {
  const rows = await tx
    .select()
    .from(mds2Answers)
    .where(
      and(
        eq(mds2Answers.orgId, claim.orgId),
        eq(mds2Answers.question, question),
        inArray(mds2Answers.modelId, [...models.keys()]),
      ),
    )
    .orderBy(asc(mds2Answers.modelId));
  const kept = new Set<string>();
  const conflicts = rows.flatMap((row): ClaimConflict[] => {
    if (row.answer === answer) return [];
    const key = `${claim.id}/${row.modelId}`;
    const decided = decisions.get(key);
    if (decided?.seen === row.answer) {
      if (decided.choice === 'keep') kept.add(row.modelId);
      return [];
    }
    const source = sourceInWords(sourceOfColumns(row)) ?? 'MDS2 form';
    return [
      {
        key,
        label: claim.label,
        place: models.get(row.modelId) ?? '',
        present: { value: row.answer, source, by: '', at: row.recordedAt.toISOString() },
        claimed: { value: answer, source: sourceInWords(claimSource(claim)) ?? '' },
        seen: row.answer,
      },
    ];
  });
  return { conflicts, kept };
}

/**
 * Records the answer for the models (locked by the caller, with their names) and assesses the changes of the letter on
 * these models again. A different answer stands until a person has seen it and chose.
 */
export async function recordFormClaim(
  tx: Tx,
  actor: Actor,
  claim: ClaimRow,
  at: { models: ReadonlyMap<string, string>; changes: readonly ChangeRow[] },
  decisions: ReadonlyMap<string, Decided>,
): Promise<RecordedForm> {
  const [question, answer] = [formQuestion(claim), formAnswer(claim.value)];
  if (question === null || answer === null || at.models.size === 0) return { ok: true, effects: [] };
  const { conflicts, kept } = await conflictsOn(tx, claim, question, answer, at.models, decisions);
  if (conflicts.length > 0) return { ok: false, conflicts };
  const models = [...at.models.keys()].filter((id) => !kept.has(id));
  const touched = at.changes.filter(({ modelId }) => models.includes(modelId));
  const before = new Map<string, ClaimEffect['before']>();
  for (const change of touched) before.set(change.id, weighed(judge(await buildDossier(tx, actor, change))));
  for (const modelId of models) {
    const [model] = await tx
      .select({ version: deviceModels.version })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, modelId)));
    if (!model) continue;
    const { saidBy, document, page, date } = claimSource(claim);
    const source = { saidBy, sourceDocument: document, sourcePage: page, sourceDate: date };
    // What was written beside the tick.
    const note = claim.quotation.split('\n').slice(1).join(' ').trim();
    const input = { version: model.version, formDate: null, pasted: [{ question, answer, note }], ...source };
    const saved = await recordMds2Within(tx, actor, modelId, input, {});
    if (!saved?.ok) throw new Error(`An answer could not be recorded for model ${modelId}, which is locked`);
  }
  const effects: ClaimEffect[] = [];
  for (const change of touched) {
    const { result, events } = await assessWithin(tx, actor, change);
    if (events.length > 0) await record(tx, auditActor(actor), ...events);
    const after = weighed(result);
    effects.push({
      ...{ changeId: change.id, reference: change.reference, statementId: null },
      before: before.get(change.id) ?? after,
      after,
    });
  }
  return { ok: true, effects };
}
