/** The questions of an issued version as rows: what is asked, and what of it is answered. */
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letterQuestions } from '../../../db/schema/index.server';
import type { LetterRow } from './letter-row.server';
import type { LetterVersion } from './read-version.server';
import { ReplyForm } from './reply-form';

/**
 * Writes the questions of a version that is being issued. One that the version before asked in the same words, and that
 * is answered, stays answered. @returns how many are asked and open, for the letter's row
 */
export async function askQuestions(
  tx: Tx,
  letter: LetterRow,
  version: LetterVersion,
): Promise<{ questionsAsked: number; questionsOpen: number }> {
  if (version.form === null) return { questionsAsked: 0, questionsOpen: 0 };
  const { questions } = ReplyForm.parse(version.form);
  const answered = await tx
    .select({ key: letterQuestions.key, text: letterQuestions.text, answeredAt: letterQuestions.answeredAt })
    .from(letterQuestions)
    .where(
      and(
        eq(letterQuestions.orgId, letter.orgId),
        eq(letterQuestions.letterId, letter.id),
        isNotNull(letterQuestions.answeredAt),
      ),
    );
  const before = new Map(answered.map(({ key, text, answeredAt }) => [`${key}\n${text}`, answeredAt]));
  const rows = questions.map((question) => ({
    orgId: letter.orgId,
    letterId: letter.id,
    versionNumber: version.number,
    number: question.number,
    key: question.key,
    text: question.text,
    choices: question.choices,
    facts: question.facts,
    cves: question.cves,
    deciding: question.deciding,
    answeredAt: before.get(`${question.key}\n${question.text}`) ?? null,
  }));
  if (rows.length > 0) await tx.insert(letterQuestions).values(rows);
  return { questionsAsked: rows.length, questionsOpen: rows.filter((row) => row.answeredAt === null).length };
}
