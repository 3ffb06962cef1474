/** Sending an issued letter by e-mail, or recording that it left the house another way. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letterDeliveries } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { startClocks } from '../clocks/start-clocks.server';
import { type Acted, DONE, refuse } from './acted';
import { addressWithin } from './address-letter.server';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { type LetterRow, letterObject, lockLetter, moveLetter, versionInWords } from './letter-row.server';
import { letterTransition } from './letter-status';
import { readVersion } from './read-version.server';
import type { SendInput } from './send-form';
import { sendIssued } from './send-issued.server';

/**
 * Sends the issued version. By e-mail it is queued, and counts as sent when the mail server has taken it; what left by
 * other ways is sent on the day given. Null when the letter does not exist in the actor's organisation.
 */
export const sendLetter = (actor: Actor, letterId: string, input: SendInput): Promise<Acted | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    if (!can(actor, 'letter:send')) return refuse('Your role does not send letters.');
    const next = letterTransition(letter.status, 'send');
    if (!next.ok) return refuse(next.message);
    const version = await readVersion(tx, actor.orgId, letterId, letter.currentNumber);
    if (version?.status !== 'issued') return refuse('Its file is not locked yet. Send it when it is issued.');
    if (input.channel !== 'email') return recordPosted(tx, actor, letter, input);
    // Nobody was known to write to, or the address was wrong: reminders follow to where the letter went.
    if (letter.recipientEmail === '' || letter.status === 'bounced') {
      await addressWithin(tx, actor, letter, input.to_address);
    }
    await sendIssued(tx, auditActor(actor), letter, {
      onceKey: `letter:${letter.id}:v${letter.currentNumber}:${input.once}`,
      toAddress: input.to_address,
      toName: input.to_name,
    });
    return DONE;
  });

async function recordPosted(tx: Tx, actor: Actor, letter: LetterRow, input: SendInput): Promise<Acted> {
  const { channel, recipient, sent_on, proof, once } = input;
  if (!sent_on) return refuse('Give the day on which it left.', 'sent_on');
  if (sent_on < letter.createdAt.toISOString().slice(0, 10)) {
    return refuse('The letter was not written yet on this day.', 'sent_on');
  }
  const kept = await tx
    .insert(letterDeliveries)
    .values({
      orgId: letter.orgId,
      // The form's own id: pressing twice records it once.
      id: once,
      letterId: letter.id,
      versionNumber: letter.currentNumber,
      channel,
      recipient,
      sentOn: sent_on,
      proof,
      createdBy: actor.userId,
      createdByName: actor.name,
    })
    .onConflictDoNothing()
    .returning({ id: letterDeliveries.id });
  if (kept.length === 0) return DONE;
  const by = auditActor(actor);
  const detail = { channel, to: recipient, proof, sent_on, sent_version: versionInWords(letter.currentNumber) };
  if (letter.status !== 'issued' && letter.status !== 'bounced') {
    // Another copy of a letter that has left already: what became of the first one stays.
    await record(tx, by, { action: 'letter.sent', object: letterObject(letter), detail });
    return DONE;
  }
  if (LETTER_KIND_WORDS[letter.kind].asks) await startClocks(tx, by, letter, sent_on);
  const moved = await moveLetter(tx, by, letter, 'send', {
    at: new Date(`${sent_on}T12:00:00Z`),
    detail,
  });
  return moved.ok ? DONE : refuse(moved.message);
}
