/** Answers of an MDS2 form into those of its model. */
import type { Mds2Line } from '../../../readers/records';
import { type KeptAnswer, keptAnswers, recordImportedMds2, takeBackMds2 } from '../../devices/import-mds2.server';
import { lockModels } from '../../devices/import-models.server';
import { type Mds2Answer, mds2Answer, mds2Id } from '../../devices/mds2-input';
import { isDay } from '../../keyset';
import { lockSignedChanges } from '../../sign-off/review-signatures.server';
import { storableText } from '../../text-input';
import { sourceOfImport } from '../source-of-import';
import type { Context, HeldRow, RowKind, StagedRow } from './row-kind';
import { sameAgain } from './same-again';

interface Before {
  answer: KeptAnswer | null;
  after: Mds2Answer;
  /** Day of the form that was on file, and the one that was put there. */
  dateBefore: string | null;
  dateAfter: string | null;
}

const answerOf = ({ question, answer, note }: Mds2Line): Mds2Answer => ({
  question: mds2Id(storableText(question).trim()),
  answer: mds2Answer(storableText(answer)),
  note: storableText(note).trim(),
});

const modelOf = ({ row }: Context) => row.modelId ?? '';

/** Day of the form: as the person said, or as the form says; null when neither is a day. */
function formDate({ row, options }: Context): string | null {
  const said = [options.documentDate, row.head?.asOf?.slice(0, 10), row.head?.facts.release_date];
  return said.find((day): day is string => typeof day === 'string' && isDay(day)) ?? null;
}

const same = (a: Mds2Answer | undefined, b: Mds2Answer) => a?.answer === b.answer && a.note === b.note;

function holdOne(context: Context, row: StagedRow, kept: Map<string, KeptAnswer>): HeldRow<Mds2Answer> {
  const plan = answerOf(row.value as Mds2Line);
  const { question: label } = plan;
  const shared = { n: row.n, label, problems: [], warnings: row.warnings, targetId: null, plan };
  const again = sameAgain(context, row, { key: `mds2 ${label}`, label, says: [plan.answer, plan.note], plan });
  if (again) return again;
  const present = kept.get(label);
  if (plan.answer === '') {
    const warnings = [...row.warnings, 'The form leaves this question open; what is on file stays.'];
    return { ...shared, warnings, outcome: 'unchanged', differences: null };
  }
  if (!present) return { ...shared, outcome: 'new', differences: null };
  if (same(present, plan)) return { ...shared, outcome: 'unchanged', differences: null };
  const differences = {
    ...(present.answer === plan.answer ? {} : { Answer: [present.answer, plan.answer] as [string, string] }),
    ...(present.note === plan.note ? {} : { Note: [present.note, plan.note] as [string, string] }),
  };
  return { ...shared, outcome: 'changed', differences };
}

async function lock(tx: Parameters<RowKind['undo']>[0], context: Context) {
  await lockSignedChanges(tx, context.orgId, modelOf(context));
  await lockModels(tx, context.orgId, [modelOf(context)]);
}

export const MDS2_ROWS: RowKind<Mds2Answer> = {
  // A form has some two hundred questions: all of it in one piece, so that it is one statement on the model.
  atOnce: 2000,
  async hold(tx, context, rows, locked) {
    if (locked) await lock(tx, context);
    const kept = await keptAnswers(tx, context.orgId, modelOf(context));
    return rows.map((row) => holdOne(context, row, kept));
  },
  async write(tx, context, rows) {
    const kept = await keptAnswers(tx, context.orgId, modelOf(context));
    const source = sourceOfImport(context.row);
    const dateAfter = formDate(context);
    const answers = rows.map(({ plan }) => plan);
    const dateBefore = await recordImportedMds2(tx, context.by, modelOf(context), answers, {
      source,
      formDate: dateAfter,
    });
    return rows.map(({ n, plan }) => {
      const before: Before = { answer: kept.get(plan.question) ?? null, after: plan, dateBefore, dateAfter };
      return { n, targetId: null, before };
    });
  },
  async undo(tx, context, rows) {
    await lock(tx, context);
    const kept = await keptAnswers(tx, context.orgId, modelOf(context));
    const problems = new Map<number, string>();
    const back = rows.flatMap((row) => {
      const { after, answer } = row.before as Before;
      if (same(kept.get(after.question), after)) return [{ question: after.question, before: answer }];
      problems.set(row.n, 'Somebody has recorded another answer since; it stays.');
      return [];
    });
    const [first] = rows;
    if (!first || back.length === 0) return problems;
    const { dateBefore, dateAfter } = first.before as Before;
    await takeBackMds2(tx, context.by, modelOf(context), back, { from: dateAfter, to: dateBefore });
    return problems;
  },
};
