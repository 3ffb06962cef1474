/** Questions of a letter that a reply has answered. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letterQuestions, letters } from '../../../db/schema/index.server';
import type { LetterRow } from './letter-row.server';

/**
 * Marks questions as answered, and counts anew how many are open. The numbers are those of the version the reply
 * answers; a question that a later version asks in the same words is answered with it.
 * @param versionNumber the version answered; the latest issued one when absent
 * @returns how many questions of the latest version are still open
 */
export async function markAnswered(
  tx: Tx,
  letter: Pick<LetterRow, 'orgId' | 'id'>,
  numbers: readonly number[],
  at: Date,
  versionNumber?: number,
): Promise<number> {
  const own = and(eq(letterQuestions.orgId, letter.orgId), eq(letterQuestions.letterId, letter.id));
  const rows = await tx
    .select({
      version: letterQuestions.versionNumber,
      number: letterQuestions.number,
      key: letterQuestions.key,
      text: letterQuestions.text,
    })
    .from(letterQuestions)
    .where(own);
  const latest = Math.max(0, ...rows.map((row) => row.version));
  const version = versionNumber ?? latest;
  const answered = new Set(
    rows
      .filter((row) => row.version === version && numbers.includes(row.number))
      .map((row) => `${row.key}\n${row.text}`),
  );
  for (const asked of new Set(rows.map((row) => row.version))) {
    const same = rows.filter((row) => row.version === asked && answered.has(`${row.key}\n${row.text}`));
    if (same.length === 0) continue;
    await tx
      .update(letterQuestions)
      .set({ answeredAt: at })
      .where(
        and(
          own,
          eq(letterQuestions.versionNumber, asked),
          inArray(
            letterQuestions.number,
            same.map((row) => row.number),
          ),
          isNull(letterQuestions.answeredAt),
        ),
      );
  }
  const [left] = await tx
    .select({ open: sql<number>`count(*)::int` })
    .from(letterQuestions)
    .where(and(own, eq(letterQuestions.versionNumber, latest), isNull(letterQuestions.answeredAt)));
  const open = left?.open ?? 0;
  await tx
    .update(letters)
    .set({ questionsOpen: open, updatedAt: new Date() })
    .where(and(eq(letters.orgId, letter.orgId), eq(letters.id, letter.id)));
  return open;
}
