/** Opening a letter: the token of the address is exchanged for a cookie. Looking at the address changes nothing. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { replyLinks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { supplierContact } from '../../audit/outsiders';
import { letterObject } from '../letters/letter-row.server';
import { findLinkByToken, type LinkState, outside, readLink } from './link-state.server';
import { replyCookie } from './reply-cookie.server';

/** What the cover sheet of a letter says: who asks, under which reference, and whether the link still opens it. */
export interface Cover {
  organisation: string;
  reference: string;
  state: LinkState;
  /** ISO; when it was answered or expired. */
  since: string | null;
}

/** The cover sheet behind a token; null for whatever is not a token of ours. Writes nothing. */
export async function coverOf(token: string): Promise<Cover | null> {
  const id = await findLinkByToken(token);
  const found = id && (await inOrganisation(outside(id.orgId), (tx) => readLink(tx, id)));
  if (!found) return null;
  const { link, state, organisation, letter } = found;
  const since = state === 'completed' ? link.completedAt : state === 'expired' ? link.expiresAt : link.revokedAt;
  return { organisation, reference: letter.reference, state, since: since?.toISOString() ?? null };
}

export type Exchange = { ok: true; cookie: string } | { ok: false; cover: Cover | null };

/** Exchanges a token for the cookie of its link, when it is open; the first time is recorded. */
export async function exchangeToken(token: string, trail: { requestId: string; address: string }): Promise<Exchange> {
  const cover = await coverOf(token);
  const id = cover?.state === 'open' ? await findLinkByToken(token) : null;
  if (!id) return { ok: false, cover };
  await inOrganisation(outside(id.orgId), async (tx) => {
    const [first] = await tx
      .update(replyLinks)
      .set({ openedAt: new Date() })
      .where(and(eq(replyLinks.orgId, id.orgId), eq(replyLinks.id, id.linkId), isNull(replyLinks.openedAt)))
      .returning({ letterId: replyLinks.letterId });
    if (!first) return;
    await record(tx, supplierContact(id.orgId, '', trail), {
      action: 'link.opened',
      object: letterObject({ id: first.letterId, reference: cover?.reference ?? '' }),
      detail: { link: id.linkId },
    });
  });
  return { ok: true, cookie: replyCookie(id) };
}
