/** Ends the session of this browser. */

import { inOrganisationAsAuthority } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { closeSession, sessionCookieOf } from '../../guard/session.server';

/** Returns the Set-Cookie value that clears the session, or null when there was none. */
export async function signOut(actor: Actor, request: Request): Promise<string | null> {
  const cookie = sessionCookieOf(request);
  if (!cookie) return null;
  return inOrganisationAsAuthority(actor, async (tx) => {
    const cleared = await closeSession(tx, cookie);
    await record(tx, auditActor(actor), {
      action: 'session.signed_out',
      object: { type: 'person', id: actor.userId, ref: actor.email },
    });
    return cleared;
  });
}
