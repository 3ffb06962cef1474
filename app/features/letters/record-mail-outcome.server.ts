/** What became of the e-mail that carried a letter: the letter moves, and its clocks start on the day it left. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letterDeliveries, type mailMessages } from '../../../db/schema/index.server';
import { inTheBackground } from '../../audit/outsiders';
import { startClocks } from '../clocks/start-clocks.server';
import { hasLeft } from './has-left.server';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { lockLetter, moveLetter, versionInWords } from './letter-row.server';
import { letterTransition } from './letter-status';

export interface MailOutcome {
  /** sent: the server has taken it. refused, failed: it did not leave for good. unsure: nobody can know. */
  status: 'sent' | 'refused' | 'failed' | 'unsure';
  at: Date;
  /** The mail server's answer, or the error. */
  answer: string;
}

type MailedMessage = Pick<
  typeof mailMessages.$inferSelect,
  'orgId' | 'id' | 'letterId' | 'versionNumber' | 'toAddress'
>;

/**
 * Records on the letter what became of its message; in the transaction that records it on the message. Messages that
 * carry no issued version (a receipt, a test) and an unsure end leave the letter as it is: a person decides.
 */
export async function recordMailOutcome(tx: Tx, message: MailedMessage, outcome: MailOutcome): Promise<void> {
  const { orgId, letterId, versionNumber } = message;
  if (!letterId || versionNumber === null || outcome.status === 'unsure') return;
  const letter = await lockLetter(tx, orgId, letterId);
  if (!letter) return;
  const by = inTheBackground(orgId);
  const sent = outcome.status === 'sent';
  const day = outcome.at.toISOString().slice(0, 10);
  await tx
    .update(letterDeliveries)
    .set(sent ? { sentOn: day } : { bouncedAt: outcome.at, bounceReason: outcome.answer.slice(0, 2000) })
    .where(and(eq(letterDeliveries.orgId, orgId), eq(letterDeliveries.messageId, message.id)));
  // A second copy of a letter that was acknowledged or answered meanwhile does not make it unacknowledged.
  const move = sent ? 'send' : 'bounce';
  const first = letter.status === 'issued' || letter.status === 'bounced';
  if (!(sent ? first : true) || !letterTransition(letter.status, move).ok) return;
  // Another copy may have arrived: one that fails does not undo it.
  if (!sent && letter.status !== 'issued' && (await hasLeft(tx, letter, versionNumber))) return;
  if (sent && LETTER_KIND_WORDS[letter.kind].asks) await startClocks(tx, by, letter, day);
  await moveLetter(tx, by, letter, move, {
    at: outcome.at,
    detail: {
      channel: 'email',
      to: message.toAddress,
      message: message.id,
      sent_version: versionInWords(versionNumber),
      answer: outcome.answer.slice(0, 500),
    },
  });
}
