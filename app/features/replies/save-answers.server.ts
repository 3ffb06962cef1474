/**
 * Saving answers as they come. Each question is saved by itself: of ten people who answer at once nobody overwrites
 * what another has saved meanwhile, and nothing that was typed is lost.
 */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { replyAnswers } from '../../../db/schema/index.server';
import type { ReplyQuestion } from '../letters/reply-form';
import { type Answer, type Errors, faultsOf, gistOf, type PostedAnswer } from './answer-fields';
import type { AnswerRow, ReplyRow } from './reply-draft.server';

/** Somebody else saved another answer since this one's page was made: both, for the person to decide. */
export interface Conflict {
  number: number;
  theirs: Answer & { version: number; savedAt: string };
  yours: Answer;
}

export interface Saved {
  /** Numbers of the questions that were written. */
  saved: number[];
  conflicts: Conflict[];
}

const write = (tx: Tx, reply: ReplyRow, { number, choice, fill, comment }: Answer) =>
  tx
    .insert(replyAnswers)
    .values({ orgId: reply.orgId, replyId: reply.id, number, choice, fill, comment })
    .onConflictDoUpdate({
      target: [replyAnswers.orgId, replyAnswers.replyId, replyAnswers.number],
      set: { choice, fill, comment, version: sql`${replyAnswers.version} + 1`, savedAt: new Date() },
    });

/** Writes into a locked draft what was changed on the page; what was only shown is left as it is by now. */
export async function saveAnswers(
  tx: Tx,
  reply: ReplyRow,
  present: readonly AnswerRow[],
  posted: readonly PostedAnswer[],
): Promise<Saved> {
  const stored = new Map(present.map((row) => [row.number, row]));
  const result: Saved = { saved: [], conflicts: [] };
  for (const { version, shown, ...answer } of posted) {
    const row = stored.get(answer.number);
    const wanted = gistOf(answer);
    if (wanted === shown || wanted === (row ? gistOf(row) : '')) continue;
    if (row && row.version !== version) {
      const { number, choice, fill, comment, savedAt } = row;
      const theirs = { number, choice, fill, comment, version: row.version, savedAt: savedAt.toISOString() };
      result.conflicts.push({ number, theirs, yours: answer });
      continue;
    }
    await write(tx, reply, answer);
    result.saved.push(answer.number);
  }
  return result;
}

export type Taken = { ok: true; taken: number[]; kept: number[] } | { ok: false; errors: Errors };

/** Takes answers read from a file into a locked draft: only where nobody has answered by hand. */
export async function takeAnswers(
  tx: Tx,
  reply: ReplyRow,
  present: readonly AnswerRow[],
  questions: readonly ReplyQuestion[],
  answers: readonly Answer[],
): Promise<Taken> {
  const byNumber = new Map(questions.map((question) => [question.number, question]));
  const errors: Errors = {};
  for (const answer of answers) {
    const question = byNumber.get(answer.number);
    if (!question) errors[''] = [`The letter asks no question ${answer.number}.`];
    else Object.assign(errors, faultsOf(question, answer));
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const stored = new Map(present.map((row) => [row.number, gistOf(row)]));
  const taken = answers.filter((answer) => gistOf(answer) && !stored.get(answer.number));
  for (const answer of taken) await write(tx, reply, answer);
  const kept = answers.filter((answer) => {
    const now = stored.get(answer.number);
    return now && now !== gistOf(answer);
  });
  return { ok: true, taken: taken.map(({ number }) => number), kept: kept.map(({ number }) => number) };
}
