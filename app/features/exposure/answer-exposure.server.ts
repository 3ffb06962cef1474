/** Answering one question about exposure: a later answer supersedes, nothing is overwritten, two at once are told. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { deviceModels, exposureAnswers, units } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment } from '../today';
import { unlessTaken } from '../unique.server';
import type { AnswerInput } from './answer-form';
import { exposureQuestion } from './questions';

type Row = typeof exposureAnswers.$inferSelect;

/** What is answered about: a model, or one unit of it. */
export interface AnsweredAbout {
  modelId: string;
  unitId: string | null;
}

const current = async (tx: Tx, orgId: string, about: AnsweredAbout, question: string, cve: string) => {
  const [row] = await tx
    .select()
    .from(exposureAnswers)
    .where(
      and(
        eq(exposureAnswers.orgId, orgId),
        eq(exposureAnswers.modelId, about.modelId),
        about.unitId ? eq(exposureAnswers.unitId, about.unitId) : isNull(exposureAnswers.unitId),
        eq(exposureAnswers.question, question),
        eq(exposureAnswers.cve, cve),
        isNull(exposureAnswers.supersededAt),
      ),
    );
  return row ?? null;
};

const MEANWHILE = refused('', 'Somebody answered this at the same moment. Look at the answer, then save again.');

/** Answers for a unit, or for every unit of its model as the form says; null when the unit is not there. */
export const answerForUnit = (actor: Actor, unitId: string, input: AnswerInput): Promise<SaveResult | null> =>
  answerWhere(actor, input, async (tx) => {
    const [unit] = await tx
      .select({ modelId: units.modelId })
      .from(units)
      .where(and(eq(units.orgId, actor.orgId), eq(units.id, unitId)));
    return unit ? { modelId: unit.modelId, unitId: input.about === 'unit' ? unitId : null } : null;
  });

/** Answers for every unit of a model; null when the model is not there. */
export const answerForModel = (actor: Actor, modelId: string, input: AnswerInput): Promise<SaveResult | null> =>
  answerWhere(actor, input, async (tx) => {
    const [model] = await tx
      .select({ id: deviceModels.id })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, modelId)));
    return model ? { modelId, unitId: null } : null;
  });

const answerWhere = (
  actor: Actor,
  input: AnswerInput,
  find: (tx: Tx) => Promise<AnsweredAbout | null>,
): Promise<SaveResult | null> =>
  unlessTaken<SaveResult | null>({ exposure_answers_one_current: MEANWHILE }, () =>
    inOrganisation(actor, async (tx) => {
      const about = await find(tx);
      return about ? store(tx, actor, about, input) : null;
    }),
  );

async function store(tx: Tx, actor: Actor, about: AnsweredAbout, input: AnswerInput): Promise<SaveResult> {
  const { orgId } = actor;
  const cve = input.cve.toUpperCase();
  const standing = await current(tx, orgId, about, input.question, cve);
  const same = standing?.answer === input.answer && standing.reason === input.reason;
  if (standing && same) return saved(standing.id);
  if (standing && standing.id !== input.seen) return overtaken(standing, input);
  const now = presentMoment();
  if (standing) {
    const ended = await tx
      .update(exposureAnswers)
      .set({ supersededAt: now })
      .where(and(eq(exposureAnswers.orgId, orgId), eq(exposureAnswers.id, standing.id), sql`superseded_at is null`))
      .returning({ id: exposureAnswers.id });
    if (ended.length === 0) return MEANWHILE;
  }
  const { question, answer, reason } = input;
  const [row] = await tx
    .insert(exposureAnswers)
    .values({ orgId, ...about, cve, question, answer, reason, saidByName: actor.name, saidAt: now })
    .returning({ id: exposureAnswers.id });
  if (!row) throw new Error('the answer was not stored');
  await record(tx, auditActor(actor), {
    action: 'exposure.answered',
    object: { type: about.unitId ? 'unit' : 'model', id: about.unitId ?? about.modelId, ref: null },
    detail: { question, asks: exposureQuestion(question)?.asks ?? '', cve, was: standing?.answer ?? null, is: answer },
    reason,
  });
  return saved(row.id);
}

const overtaken = (standing: Row, input: AnswerInput): SaveResult => ({
  ok: false,
  errors: {},
  conflict: {
    version: 0,
    savedBy: standing.saidByName,
    savedAt: standing.saidAt.toISOString(),
    differences: [
      {
        label: exposureQuestion(input.question)?.asks ?? input.question,
        theirs: `${standing.answer}: ${standing.reason}`,
        typed: `${input.answer}: ${input.reason}`,
      },
    ],
  },
});
