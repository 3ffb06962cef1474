/** A reply as a supplier left it: a link, an answer to the first question, a file; received. */
import { createHash } from 'node:crypto';
import { inOrganisation } from '../../../db/client.server';
import { fileChunks, replies, replyAnswers, replyFiles } from '../../../db/schema/index.server';
import { lockLetter } from '../../features/letters/letter-row.server';
import { createReplyLink } from '../../features/replies/create-reply-link.server';
import { receiveReply } from '../../features/replies/receive-reply.server';
import type { Actor } from '../actor';
import { auditActor } from '../guard.server';

/** Receives a reply to the first version of an issued letter. */
export const repliedTo = (actor: Actor, letterId: string): Promise<{ replyId: string; fileId: string }> =>
  inOrganisation(actor, async (tx) => {
    const { orgId } = actor;
    const letter = await lockLetter(tx, orgId, letterId);
    if (!letter) throw new Error('there is no such letter');
    const { id: linkId } = await createReplyLink(tx, auditActor(actor), letter, { sentTo: 'desk@maker.example' });
    const [reply] = await tx
      .insert(replies)
      .values({ orgId, letterId, linkId, versionNumber: 1, channel: 'link' })
      .returning();
    if (!reply) throw new Error('the reply was not stored');
    await tx.insert(replyAnswers).values({ orgId, replyId: reply.id, number: 1, comment: 'See the file.' });
    const bytes = Buffer.from('Tested on 4.2.0.');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const named = { name: 'note.txt', originalName: 'note.txt', mediaType: 'text/plain; charset=utf-8' };
    const [file] = await tx
      .insert(replyFiles)
      .values({ orgId, replyId: reply.id, ...named, size: bytes.length, sha256, verdict: 'clean' })
      .returning({ id: replyFiles.id });
    if (!file) throw new Error('the file was not stored');
    await tx.insert(fileChunks).values({ orgId, fileId: file.id, n: 0, bytes });
    const received = await receiveReply(tx, auditActor(actor), letter, reply, {
      responderName: 'Erika Muster',
      responderRole: 'Product security manager',
      responderEmail: '',
      theirReference: '',
      fallbackContact: '',
      message: '',
    });
    if (!received.ok) throw new Error(received.message);
    return { replyId: reply.id, fileId: file.id };
  });
