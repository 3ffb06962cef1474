/** Changing the address a letter goes to, without touching what it says. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letters } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { type Acted, DONE, refuse } from './acted';
import { type LetterRow, letterObject, lockLetter } from './letter-row.server';
import { emailAddress } from './send-form';

/** Null when the letter does not exist in the actor's organisation. An empty address means: not by e-mail. */
export const addressLetter = (actor: Actor, letterId: string, email: string): Promise<Acted | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    if (!can(actor, 'letter:send')) return refuse('Your role does not send letters.');
    if (email && !emailAddress(email)) return refuse('This is not one e-mail address.', 'recipient_email');
    await addressWithin(tx, actor, letter, email);
    return DONE;
  });

/** Records where a locked letter goes, and what follows it. Nothing when it goes there already. */
export async function addressWithin(tx: Tx, actor: Actor, letter: LetterRow, email: string): Promise<void> {
  if (letter.recipientEmail === email) return;
  await tx
    .update(letters)
    .set({ recipientEmail: email, version: sql`${letters.version} + 1`, updatedAt: new Date() })
    .where(and(eq(letters.orgId, letter.orgId), eq(letters.id, letter.id)));
  await record(tx, auditActor(actor), {
    action: 'letter.edited',
    object: letterObject(letter),
    detail: { recipient_email: { from: letter.recipientEmail, to: email } },
  });
}
