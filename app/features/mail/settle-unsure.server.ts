/** A person says what became of an e-mail, or has it tried once more. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { mailMessages } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import { enqueue } from '../jobs/enqueue.server';
import { recordMailOutcome } from '../letters/record-mail-outcome.server';
import { MAIL_STATUS_WORDS } from './mail-words';

export type Settled = { ok: true } | { ok: false; message: string };

/** From which states each decision is possible: what left, or may still leave by itself, is nobody's to decide. */
const FROM = { sent: ['unsure'], again: ['unsure', 'failed', 'refused'] } as const;

/**
 * Settles a message that is unsure (`sent`: it left after all), or queues it anew (`again`; also what was refused or
 * failed).
 * @param reason why, in the person's words; may be empty
 */
export async function settleUnsure(
  tx: Tx,
  by: AuditActor,
  messageId: string,
  decision: 'sent' | 'again',
  reason: string,
): Promise<Settled> {
  const one = and(eq(mailMessages.orgId, by.orgId), eq(mailMessages.id, messageId));
  const [message] = await tx.select().from(mailMessages).where(one).for('update');
  if (!message) return { ok: false, message: 'There is no such e-mail.' };
  if (!(FROM[decision] as readonly string[]).includes(message.status)) {
    return { ok: false, message: `This e-mail is ${MAIL_STATUS_WORDS[message.status]}; there is nothing to decide.` };
  }
  const now = new Date();
  if (decision === 'sent') {
    const answer = `${by.name} says that it left.`;
    await tx.update(mailMessages).set({ status: 'sent', sentAt: now, answer }).where(one);
    await recordMailOutcome(tx, message, { status: 'sent', at: message.claimedAt ?? now, answer });
  } else {
    const fresh = { status: 'queued', attempts: 0, notBefore: now, claimedBy: null, claimedAt: null } as const;
    await tx.update(mailMessages).set(fresh).where(one);
    await enqueue(tx, 'mail.send', { orgId: by.orgId, messageId });
  }
  await record(tx, by, {
    action: decision === 'sent' ? 'mail.sent' : 'mail.retried',
    object: { type: 'mail', id: message.id, ref: message.subject },
    detail: { to: message.toAddress, before: message.status },
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  });
  return { ok: true };
}
