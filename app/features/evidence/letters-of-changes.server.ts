/** Letters that ask about some changes, with their versions, clocks and replies. A fixed number of queries. */
import { and, asc, eq, getTableColumns, inArray, ne } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import {
  letterChanges,
  letterClocks,
  letters,
  letterVersions,
  replies,
  replyAnswers,
  replyFiles,
} from '../../../db/schema/index.server';
import type { LetterMaterial } from './material';
import { plain } from './plain';

const { searchKey: _searchKey, nextDueKey: _nextDueKey, ...letterColumns } = getTableColumns(letters);
const { model: _model, form: _form, bytes: _bytes, ...versionColumns } = getTableColumns(letterVersions);

/** By id of the change; a letter about several changes stands with each. Drafts are left out: they ask nothing yet. */
export async function lettersOfChanges(
  tx: Tx,
  orgId: string,
  changeIds: readonly string[],
): Promise<Map<string, LetterMaterial[]>> {
  const rows = await tx
    .select({ changeId: letterChanges.changeId, letter: letterColumns })
    .from(letterChanges)
    .innerJoin(letters, and(eq(letters.orgId, letterChanges.orgId), eq(letters.id, letterChanges.letterId)))
    .where(
      and(eq(letterChanges.orgId, orgId), inArray(letterChanges.changeId, [...changeIds]), ne(letters.status, 'draft')),
    )
    .orderBy(asc(letters.reference));
  const ids = [...new Set(rows.map(({ letter }) => letter.id))];
  const versions = await tx
    .select(versionColumns)
    .from(letterVersions)
    .where(and(eq(letterVersions.orgId, orgId), inArray(letterVersions.letterId, ids)))
    .orderBy(asc(letterVersions.number));
  const clocks = await tx
    .select()
    .from(letterClocks)
    .where(and(eq(letterClocks.orgId, orgId), inArray(letterClocks.letterId, ids)))
    .orderBy(asc(letterClocks.stage));
  const came = await tx
    .select()
    .from(replies)
    .where(and(eq(replies.orgId, orgId), inArray(replies.letterId, ids), eq(replies.status, 'received')))
    .orderBy(asc(replies.receivedAt), asc(replies.id));
  const cameIds = came.map(({ id }) => id);
  const answers = await tx
    .select()
    .from(replyAnswers)
    .where(and(eq(replyAnswers.orgId, orgId), inArray(replyAnswers.replyId, cameIds)))
    .orderBy(asc(replyAnswers.number));
  const files = await tx
    .select()
    .from(replyFiles)
    .where(and(eq(replyFiles.orgId, orgId), inArray(replyFiles.replyId, cameIds)))
    .orderBy(asc(replyFiles.id));
  const whole = (letter: (typeof rows)[number]['letter']): LetterMaterial => ({
    letter: plain(letter),
    versions: versions.filter(({ letterId }) => letterId === letter.id).map(plain),
    clocks: clocks.filter(({ letterId }) => letterId === letter.id).map(plain),
    replies: came
      .filter(({ letterId }) => letterId === letter.id)
      .map((reply) => ({
        reply: plain(reply),
        answers: answers.filter(({ replyId }) => replyId === reply.id).map(({ replyId: _, ...rest }) => plain(rest)),
        files: files.filter(({ replyId, removedAt }) => replyId === reply.id && removedAt === null).map(plain),
      })),
  });
  const known = new Map(ids.map((id) => [id, rows.find(({ letter }) => letter.id === id)]));
  const made = new Map([...known].flatMap(([id, row]) => (row ? [[id, whole(row.letter)] as const] : [])));
  const found = new Map<string, LetterMaterial[]>();
  for (const { changeId, letter } of rows) {
    const one = made.get(letter.id);
    if (one) found.set(changeId, [...(found.get(changeId) ?? []), one]);
  }
  return found;
}
