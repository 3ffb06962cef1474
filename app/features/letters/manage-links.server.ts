/** Reply links made and ended by hand, from the page of a letter. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { createReplyLink } from '../replies/create-reply-link.server';
import { replyAddress } from '../replies/reply-address.server';
import { revokeReplyLinks } from '../replies/revoke-reply-links.server';
import { type Acted, DONE, refuse } from './acted';
import { answeredBy } from './answered-by.server';
import { lockLetter } from './letter-row.server';
import { readVersion } from './read-version.server';

const CLOSED = ['draft', 'approved', 'closed', 'withdrawn'];

/**
 * Makes a link for somebody and gives its address, to be passed on by hand. It is shown once: who needs it again makes
 * a new one and revokes this. Null when the letter does not exist in the actor's organisation.
 */
export const makeLink = (
  actor: Actor,
  letterId: string,
  sentTo: string,
): Promise<{ ok: true; address: string } | (Acted & { ok: false }) | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    if (!can(actor, 'letter:send')) return refuse('Your role does not send letters.');
    const asked = await answeredBy(tx, letter);
    if (asked?.id !== letter.id) return refuse('This letter asks no questions of its own.');
    const version = await readVersion(tx, actor.orgId, letterId, letter.currentNumber);
    if (CLOSED.includes(letter.status) || version?.status !== 'issued') {
      return refuse('A link is made for an issued letter that still waits for its answer.');
    }
    const { id } = await createReplyLink(tx, auditActor(actor), letter, { sentTo });
    return { ok: true, address: replyAddress(actor.orgId, id) };
  });

/** Ends one link. Null when the letter does not exist in the actor's organisation. */
export const revokeLink = (actor: Actor, letterId: string, linkId: string, reason: string): Promise<Acted | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    if (!can(actor, 'letter:send')) return refuse('Your role does not send letters.');
    const revoked = await revokeReplyLinks(tx, auditActor(actor), letterId, reason, linkId);
    return revoked > 0 ? DONE : refuse('This link has ended already.');
  });
