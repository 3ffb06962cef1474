/** "We have it": acknowledges a letter without answering it. The link stays open for the answers. */
import { inOrganisation } from '../../../db/client.server';
import { replies } from '../../../db/schema/index.server';
import { supplierContact } from '../../audit/outsiders';
import { dateInWords } from '../../ui/time';
import { lockLetter } from '../letters/letter-row.server';
import { answeredVersion, outside, readLink } from './link-state.server';
import type { Acknowledgement } from './particulars';
import { receiveReply } from './receive-reply.server';
import type { Visitor } from './reply-guard.server';
import type { Sent } from './send-reply.server';

/** What an acknowledgement says, in one sentence. */
export function promiseInWords({ answerer, name, by }: Acknowledgement): string {
  const who = answerer || name;
  return by ? `${who} answers by ${dateInWords(by)}.` : answerer ? `${who} answers.` : '';
}

/** Records that the supplier has the letter. Pressed twice, it stays at the first. */
export function acknowledgeLetter(visitor: Visitor, typed: Acknowledgement): Promise<Sent> {
  const { orgId, trail } = visitor;
  return inOrganisation(outside(orgId), async (tx): Promise<Sent> => {
    const now = await readLink(tx, visitor, true);
    const letter = now?.state === 'open' ? await lockLetter(tx, orgId, now.letter.id) : null;
    const version = letter && (await answeredVersion(tx, orgId, letter.id));
    if (!letter || !version) return { ok: false, message: 'This link opens the letter no more. Nothing was recorded.' };
    if (letter.acknowledgedAt || letter.answeredAt) return { ok: true };
    // Without the link's id: the one draft of a link is that of the answers.
    const [reply] = await tx
      .insert(replies)
      .values({ orgId, letterId: letter.id, versionNumber: version.number, channel: 'link', kind: 'acknowledgement' })
      .returning();
    if (!reply) throw new Error('An acknowledgement was not stored');
    const received = await receiveReply(tx, supplierContact(orgId, typed.name, trail), letter, reply, {
      responderName: typed.name,
      responderRole: '',
      responderEmail: '',
      theirReference: '',
      fallbackContact: typed.answerer,
      message: promiseInWords(typed),
    });
    if (!received.ok) throw new Error(received.message);
    return { ok: true };
  });
}
