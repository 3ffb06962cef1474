/** Ends the reply links of a letter: it was withdrawn, corrected or closed, or the link went to the wrong person. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { replyLinks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';

/**
 * Revokes every link of a letter that is neither revoked nor completed, and records each. What was received stays.
 * @returns how many were revoked
 */
export async function revokeReplyLinks(
  tx: Tx,
  by: AuditActor,
  letterId: string,
  reason: string,
  onlyLinkId?: string,
): Promise<number> {
  const revoked = await tx
    .update(replyLinks)
    .set({ revokedAt: new Date(), revokedByName: by.name, revokeReason: reason.slice(0, 1000) })
    .where(
      and(
        eq(replyLinks.orgId, by.orgId),
        eq(replyLinks.letterId, letterId),
        isNull(replyLinks.revokedAt),
        isNull(replyLinks.completedAt),
        ...(onlyLinkId ? [eq(replyLinks.id, onlyLinkId)] : []),
      ),
    )
    .returning({ id: replyLinks.id, sentTo: replyLinks.sentTo });
  await record(
    tx,
    by,
    ...revoked.map(({ id, sentTo }) => ({
      action: 'link.revoked' as const,
      object: { type: 'letter', id: letterId, ref: null },
      detail: { link: id, sent_to: sentTo },
      reason,
    })),
  );
  return revoked.length;
}
