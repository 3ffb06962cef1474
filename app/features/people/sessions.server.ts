/** The sessions of the signed-in person: listing them, and ending one or all others. */
import { and, desc, eq, gt } from 'drizzle-orm';
import { inOrganisationAsAuthority } from '../../../db/client.server';
import { sessions } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { closeAllSessions, sessionCookieOf, storedSessionId } from '../../guard/session.server';

export interface SessionRow {
  /** Hash under which the session is stored; harmless to show. */
  id: string;
  current: boolean;
  createdAt: Date;
  expiresAt: Date;
  address: string;
  userAgent: string;
}

/** Under which the session of this request is stored. */
export const currentSessionId = (request: Request) => storedSessionId(sessionCookieOf(request) ?? '');

/** Open sessions of the actor, newest first. */
export async function listSessions(actor: Actor, request: Request): Promise<SessionRow[]> {
  const current = currentSessionId(request);
  const rows = await inOrganisationAsAuthority(actor, (tx) =>
    tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, actor.userId), gt(sessions.expiresAt, new Date())))
      .orderBy(desc(sessions.createdAt))
      .limit(100),
  );
  return rows.map(({ userId: _, ...row }) => ({ ...row, current: row.id === current }));
}

/** Ends one of the actor's own sessions; false when it is not theirs or already gone. */
export async function endSession(actor: Actor, id: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(id)) return false;
  return inOrganisationAsAuthority(actor, async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, actor.userId)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return false;
    await record(tx, auditActor(actor), {
      action: 'session.revoked',
      object: { type: 'session', id: id.slice(0, 12), ref: actor.email },
    });
    return true;
  });
}

/** Ends every session of the actor but the one of this request. Returns how many were open. */
export const endOtherSessions = (actor: Actor, request: Request): Promise<number> =>
  inOrganisationAsAuthority(actor, async (tx) => {
    const ended = await closeAllSessions(tx, actor.userId, currentSessionId(request));
    if (ended > 0) {
      await record(tx, auditActor(actor), {
        action: 'session.revoked',
        object: { type: 'person', id: actor.userId, ref: actor.email },
        detail: { sessionsEnded: ended },
      });
    }
    return ended;
  });
