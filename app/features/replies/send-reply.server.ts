/** Sending what was filled in behind a link. Of everybody who presses the button at once, exactly one sends. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { replyLinks } from '../../../db/schema/index.server';
import { supplierContact } from '../../audit/outsiders';
import { lockLetter } from '../letters/letter-row.server';
import { isAnswered } from './answer-fields';
import { outside, readLink } from './link-state.server';
import type { Particulars } from './particulars';
import { receiveReply } from './receive-reply.server';
import { answersOf, filesOf, lockDraft } from './reply-draft.server';
import type { Visitor } from './reply-guard.server';

export type Sent = { ok: true } | { ok: false; message: string };

/** A refusal after something was written: the transaction is undone, and the sentence is what the person reads. */
class Undo extends Error {}

/** Sends the draft of the visitor's link under the name typed. */
export async function sendReply(visitor: Visitor, typed: Particulars): Promise<Sent> {
  const { orgId, trail, found } = visitor;
  const by = supplierContact(orgId, typed.name, trail);
  try {
    return await inOrganisation(outside(orgId), async (tx): Promise<Sent> => {
      const now = await readLink(tx, visitor, true);
      if (now?.state === 'completed') return { ok: true };
      const letter = now?.state === 'open' ? await lockLetter(tx, orgId, now.letter.id) : null;
      if (!letter) return { ok: false, message: 'This link opens the letter no more, and nothing was sent.' };
      const draft = await lockDraft(tx, visitor, letter.id);
      const answers = (await answersOf(tx, draft)).filter((answer) => isAnswered(answer));
      if (answers.length === 0 && (await filesOf(tx, draft)).length === 0 && !typed.message) {
        throw new Undo('Nothing is answered yet. Answer a question, add a file or write a message first.');
      }
      const received = await receiveReply(tx, by, letter, draft, {
        responderName: typed.name,
        responderRole: typed.role,
        responderEmail: typed.email,
        theirReference: typed.their_reference,
        fallbackContact: typed.fallback,
        message: typed.message,
      });
      if (!received.ok) throw new Undo(received.message);
      await tx
        .update(replyLinks)
        .set({ completedAt: new Date() })
        .where(and(eq(replyLinks.orgId, orgId), eq(replyLinks.id, found.link.id)));
      return { ok: true };
    });
  } catch (error) {
    if (error instanceof Undo) return { ok: false, message: error.message };
    throw error;
  }
}
