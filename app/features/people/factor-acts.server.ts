/** What all changes of one's own second factors have in common. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { firstRecoveryCodes } from '../../guard/recovery-codes.server';
import { closeAllSessions } from '../../guard/session.server';
import { currentSessionId } from './sessions.server';

export type FactorAct = 'app' | 'passkey' | 'codes' | 'remove-app' | `remove-passkey:${string}`;

/** `codes`: recovery codes that came with it, to be shown once; null when there are some already. */
export type Enrolled = { ok: true; codes: string[] | null };

export type FactorRefusal = { ok: false; errors: Record<string, string[]> };

/** What a passkey's answer is bound to when it confirms such a change. */
export const factorBinds = (actor: Actor, act: FactorAct): string =>
  createHash('sha256').update(['second factor', actor.userId, act].join('\0'), 'utf8').digest('hex');

/**
 * Ends every other session of the actor and records the change. Sessions from before were opened with less, or by a
 * factor that is gone; whoever holds one has to come in again by the door that is there now.
 */
export async function recordFactorChange(
  tx: Tx,
  actor: Actor,
  request: Request,
  { action, detail }: Pick<AuditEvent, 'action' | 'detail'>,
): Promise<void> {
  const sessionsEnded = await closeAllSessions(tx, actor.userId, currentSessionId(request));
  await record(tx, auditActor(actor), {
    action,
    object: { type: 'person', id: actor.userId, ref: actor.email },
    detail: { ...detail, sessionsEnded },
  });
}

/** Records a new factor; with the first one come recovery codes. */
export async function recordEnrolment(
  tx: Tx,
  actor: Actor,
  request: Request,
  detail: NonNullable<AuditEvent['detail']>,
): Promise<Enrolled> {
  const codes = await firstRecoveryCodes(tx, actor.userId);
  await recordFactorChange(tx, actor, request, {
    action: 'factor.enrolled',
    detail: { ...detail, recoveryCodesMade: codes?.length ?? 0 },
  });
  return { ok: true, codes };
}
