/** Which letter's questions a letter is answered with: its own, or those of the letter it reminds of. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letters } from '../../../db/schema/index.server';
import { LETTER_KIND_WORDS } from './letter-kinds';
import type { LetterRow } from './letter-row.server';

/** A reminder of an escalation of a letter is three steps; more is a knot. */
const FURTHEST = 6;

/** The letter with questions that this one is about, itself included; null when there is none. */
export async function answeredBy(tx: Tx, letter: LetterRow): Promise<LetterRow | null> {
  let at: LetterRow | undefined = letter;
  for (let step = 0; at && step < FURTHEST; step += 1) {
    if (LETTER_KIND_WORDS[at.kind].asks) return at;
    if (!at.followsId) return null;
    [at] = await tx
      .select()
      .from(letters)
      .where(and(eq(letters.orgId, at.orgId), eq(letters.id, at.followsId)));
  }
  return null;
}
