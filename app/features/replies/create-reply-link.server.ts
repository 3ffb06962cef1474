/** A way in for a supplier without an account, made when a letter leaves the house. */
import type { Tx } from '../../../db/client.server';
import { replyLinks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import { newId } from '../files/new-id.server';
import { type LetterRow, letterObject } from '../letters/letter-row.server';
import { hashOfToken, tokenOf } from './link-token.server';

/** Suppliers answer after reminders and escalations, so a link lives longer than the clocks run. */
export const LINK_DAYS = 180;

/**
 * Makes a reply link for a letter and records it. The address is `replyAddress(orgId, id)`.
 * @param sentTo the address or name it goes to, shown to staff beside the link
 * @param expiresAt after this it opens nothing; 180 days from now when absent
 */
export async function createReplyLink(
  tx: Tx,
  by: AuditActor,
  letter: Pick<LetterRow, 'orgId' | 'id' | 'reference'>,
  { sentTo, expiresAt }: { sentTo: string; expiresAt?: Date },
): Promise<{ id: string }> {
  const id = newId();
  const ends = expiresAt ?? new Date(Date.now() + LINK_DAYS * 86_400_000);
  await tx.insert(replyLinks).values({
    orgId: letter.orgId,
    id,
    letterId: letter.id,
    tokenSha256: hashOfToken(tokenOf(letter.orgId, id)),
    sentTo: sentTo.slice(0, 320),
    createdBy: by.userId,
    createdByName: by.name,
    expiresAt: ends,
  });
  await record(tx, by, {
    action: 'link.created',
    object: letterObject(letter),
    detail: { link: id, sent_to: sentTo.slice(0, 320), expires: ends.toISOString() },
  });
  return { id };
}
