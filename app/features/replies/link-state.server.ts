/** Finding a reply link, and whether it opens anything now. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letters, letterVersions, organisations, replies, replyLinks } from '../../../db/schema/index.server';
import { hashOfToken, TOKEN } from './link-token.server';
import type { LinkId } from './reply-cookie.server';

/** What stands between the holder of a link and the questions; "open" is nothing. */
export type LinkState = 'open' | 'expired' | 'revoked' | 'completed' | 'closed';

export type LinkRow = typeof replyLinks.$inferSelect;

export interface FoundLink {
  link: LinkRow;
  state: LinkState;
  /** When it was answered, for a completed link. */
  answeredAt: Date | null;
  acknowledgedAt: Date | null;
  organisation: string;
  letter: { id: string; reference: string; supplierName: string; subject: string; status: string };
}

/** Nobody without an organisation of their own: the row-level rules show this one alone. */
export const outside = (orgId: string) => ({ orgId, userId: null });

function stateOf(link: LinkRow, status: string, now: Date): LinkState {
  if (link.completedAt) return 'completed';
  if (link.revokedAt) return 'revoked';
  if (link.expiresAt <= now) return 'expired';
  // While a correction is in preparation, the version before is still out there and is answered.
  return status === 'closed' || status === 'withdrawn' ? 'closed' : 'open';
}

/** A link with its letter. `lock` holds both until the transaction ends: the letter first, as everywhere. */
export async function readLink(tx: Tx, { orgId, linkId }: LinkId, lock = false): Promise<FoundLink | null> {
  const [named] = await tx
    .select({ letterId: replyLinks.letterId })
    .from(replyLinks)
    .where(and(eq(replyLinks.orgId, orgId), eq(replyLinks.id, linkId)));
  if (!named) return null;
  const letterOf = tx
    .select()
    .from(letters)
    .where(and(eq(letters.orgId, orgId), eq(letters.id, named.letterId)));
  const linkOf = tx
    .select()
    .from(replyLinks)
    .where(and(eq(replyLinks.orgId, orgId), eq(replyLinks.id, linkId)));
  const [letter] = lock ? await letterOf.for('update') : await letterOf;
  const [link] = lock ? await linkOf.for('update') : await linkOf;
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  if (!letter || !link || !organisation) return null;
  return {
    link,
    state: stateOf(link, letter.status, new Date()),
    answeredAt: link.completedAt,
    acknowledgedAt: letter.acknowledgedAt,
    organisation: organisation.name,
    letter: {
      id: letter.id,
      reference: letter.reference,
      supplierName: letter.supplierName,
      subject: letter.subject,
      status: letter.status,
    },
  };
}

/** The link that a token belongs to. Whatever is not a token of ours looks the same: null. */
export async function findLinkByToken(token: string): Promise<LinkId | null> {
  if (!TOKEN.test(token)) return null;
  const nobody = '00000000-0000-0000-0000-000000000000';
  // The only question that is asked before it is known whose letter it is; the function answers with two ids.
  const rows = await inOrganisation(outside(nobody), (tx) =>
    tx.execute<{ org_id: string; id: string }>(sql`select org_id, id from find_reply_link(${hashOfToken(token)})`),
  );
  const [row] = rows;
  return row ? { orgId: row.org_id, linkId: row.id } : null;
}

/** The newest version that left the house, which is the one that is answered. Its bytes are not read. */
export async function answeredVersion(tx: Tx, orgId: string, letterId: string) {
  const [row] = await tx
    .select({ number: letterVersions.number, model: letterVersions.model, form: letterVersions.form })
    .from(letterVersions)
    .where(
      and(eq(letterVersions.orgId, orgId), eq(letterVersions.letterId, letterId), eq(letterVersions.status, 'issued')),
    )
    .orderBy(desc(letterVersions.number))
    .limit(1);
  return row ?? null;
}

/** The reply that came through a link, once it is there. */
export async function receivedThrough(tx: Tx, { orgId, linkId }: LinkId): Promise<string | null> {
  const [row] = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        eq(replies.orgId, orgId),
        eq(replies.linkId, linkId),
        eq(replies.status, 'received'),
        eq(replies.kind, 'answer'),
      ),
    );
  return row?.id ?? null;
}
