/** The one draft that everybody behind a link works on. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { replies, replyAnswers, replyFiles } from '../../../db/schema/index.server';
import { ReplyForm, type ReplyQuestion } from '../letters/reply-form';
import { answeredVersion } from './link-state.server';
import type { LinkId } from './reply-cookie.server';

export type ReplyRow = typeof replies.$inferSelect;
export type AnswerRow = typeof replyAnswers.$inferSelect;
export type FileRow = typeof replyFiles.$inferSelect;

/** The questions of a version as data; none when it asks nothing. Throws when what is stored is not such a form. */
export const questionsOf = (form: unknown): ReplyQuestion[] =>
  form === null || form === undefined ? [] : ReplyForm.parse(form).questions;

const ofLink = ({ orgId, linkId }: LinkId) =>
  and(eq(replies.orgId, orgId), eq(replies.linkId, linkId), eq(replies.status, 'draft'));

/** The draft behind a link, if somebody has begun one. */
export async function readDraft(tx: Tx, id: LinkId): Promise<ReplyRow | null> {
  const [row] = await tx.select().from(replies).where(ofLink(id));
  return row ?? null;
}

/** The draft behind a link, made when there is none, and locked until the transaction ends. */
export async function lockDraft(tx: Tx, id: LinkId, letterId: string): Promise<ReplyRow> {
  const version = await answeredVersion(tx, id.orgId, letterId);
  if (!version) throw new Error('A reply link leads to a letter that was never issued');
  await tx
    .insert(replies)
    .values({ orgId: id.orgId, letterId, linkId: id.linkId, versionNumber: version.number, channel: 'link' })
    .onConflictDoNothing();
  const [row] = await tx.select().from(replies).where(ofLink(id)).for('update');
  if (!row) throw new Error('The draft of a reply went away while it was locked');
  return row;
}

/** The answers of a reply, in the order of their questions. */
export const answersOf = (tx: Tx, { orgId, id }: Pick<ReplyRow, 'orgId' | 'id'>): Promise<AnswerRow[]> =>
  tx
    .select()
    .from(replyAnswers)
    .where(and(eq(replyAnswers.orgId, orgId), eq(replyAnswers.replyId, id)))
    .orderBy(asc(replyAnswers.number));

/** The files of a reply that were not taken back, oldest first. */
export const filesOf = (tx: Tx, { orgId, id }: Pick<ReplyRow, 'orgId' | 'id'>): Promise<FileRow[]> =>
  tx
    .select()
    .from(replyFiles)
    .where(and(eq(replyFiles.orgId, orgId), eq(replyFiles.replyId, id), isNull(replyFiles.removedAt)))
    .orderBy(asc(replyFiles.uploadedAt), asc(replyFiles.id));
