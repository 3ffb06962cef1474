/** A person decides on an e-mail of which nobody can know whether it left. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { letterDeliveries } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { settleUnsure } from '../mail/settle-unsure.server';
import { type Acted, DONE, refuse } from './acted';
import { lockLetter } from './letter-row.server';

export interface MailDecision {
  message: string;
  /** It left after all, or it is sent once more. */
  decision: 'sent' | 'again';
  reason: string;
}

/** Null when the letter, or such an e-mail of it, does not exist in the actor's organisation. */
export const decideOnMail = (
  actor: Actor,
  letterId: string,
  { message, decision, reason }: MailDecision,
): Promise<Acted | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    if (!can(actor, 'letter:send')) return refuse('Your role does not send letters.');
    const [delivery] = await tx
      .select({ id: letterDeliveries.id })
      .from(letterDeliveries)
      .where(
        and(
          eq(letterDeliveries.orgId, actor.orgId),
          eq(letterDeliveries.letterId, letterId),
          eq(letterDeliveries.messageId, message),
        ),
      );
    if (!delivery) return null;
    const settled = await settleUnsure(tx, auditActor(actor), message, decision, reason);
    return settled.ok ? DONE : refuse(settled.message);
  });
