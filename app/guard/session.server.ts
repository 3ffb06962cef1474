/** Sessions. The only file that knows lucia: its upstream is frozen, and can be replaced here without touching others. */
import { createHash } from 'node:crypto';
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { and, eq, ne } from 'drizzle-orm';
import { type DatabaseSession, type DatabaseUser, Lucia, type Session, TimeSpan, type User } from 'lucia';
import { authDb, type Db, type Tx } from '../../db/client.server';
import { sessions, users } from '../../db/schema/index.server';
import { storableText } from '../features/text-input';
import { forgetChallenges } from './challenges.server';
import { cookieAttributes, cookieName, readCookie } from './cookie.server';
import type { Role } from './roles';

export const SESSION_COOKIE = 'changemark_session';

interface UserAttributes {
  orgId: string;
  email: string;
  name: string;
  role: Role;
  jobTitle: string;
  active: boolean;
  mustChangePassword: boolean;
}

interface SessionAttributes {
  address: string;
  userAgent: string;
  createdAt: Date;
}

/** However busy a session is, after this it ends: a stolen cookie is not good for ever. */
const LONGEST_SESSION_MS = 7 * 24 * 60 * 60 * 1000;

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/** How a session is named in the database: a hash, so that reading the table opens nobody's session. */
export const storedSessionId = (cookieValue: string): string =>
  createHash('sha256').update(cookieValue, 'utf8').digest('hex');

class HashedSessions extends DrizzlePostgreSQLAdapter {
  constructor(db: Db | Tx) {
    super(db as Db, sessions, users);
  }
  override deleteSession(id: string) {
    return super.deleteSession(storedSessionId(id));
  }
  override async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [session, user] = await super.getSessionAndUser(storedSessionId(id));
    return session ? [{ ...session, id }, user] : [null, null];
  }
  override setSession(session: DatabaseSession) {
    return super.setSession({ ...session, id: storedSessionId(session.id) });
  }
  override updateSessionExpiration(id: string, expiresAt: Date) {
    return super.updateSessionExpiration(storedSessionId(id), expiresAt);
  }
}

/** Twelve hours of idleness end a session: a working day in a place where screens are shared. */
const luciaOn = (db: Db | Tx) =>
  new Lucia(new HashedSessions(db), {
    sessionExpiresIn: new TimeSpan(12, 'h'),
    sessionCookie: { name: cookieName(SESSION_COOKIE), attributes: cookieAttributes() },
    getUserAttributes: (user) => user,
    getSessionAttributes: (session) => session,
  });

export type { Session, User };

/** The cookie's value in a request, or null. */
export const sessionCookieOf = (request: Request): string | null => readCookie(request, SESSION_COOKIE);

/** Session and person of a request; both null when there is none, it has ended, or the person was deactivated. */
export async function validateSession(
  request: Request,
): Promise<{ user: User; session: Session } | { user: null; session: null }> {
  const cookie = sessionCookieOf(request);
  if (!cookie) return { user: null, session: null };
  const found = await luciaOn(authDb()).validateSession(cookie);
  if (!found.session || !found.user.active) return { user: null, session: null };
  if (found.session.createdAt.getTime() + LONGEST_SESSION_MS > Date.now()) return found;
  await luciaOn(authDb()).invalidateSession(cookie);
  return { user: null, session: null };
}

/** Opens a session, always under a new id (OWASP: renew at sign-in). Returns the Set-Cookie value. */
export async function openSession(
  tx: Tx,
  userId: string,
  from: { address: string; userAgent: string },
): Promise<string> {
  const lucia = luciaOn(tx);
  const userAgent = storableText(from.userAgent).slice(0, 300);
  const session = await lucia.createSession(userId, { address: from.address, userAgent, createdAt: new Date() });
  return lucia.createSessionCookie(session.id).serialize();
}

/** Ends one session by its cookie value. Returns the Set-Cookie value that clears it. */
export async function closeSession(tx: Tx, cookieValue: string): Promise<string> {
  const lucia = luciaOn(tx);
  await lucia.invalidateSession(cookieValue);
  return lucia.createBlankSessionCookie().serialize();
}

/**
 * Ends every session of a person, except the one stored under `keep`, and every sign-in that is half done. Returns how
 * many sessions were open.
 */
export async function closeAllSessions(tx: Tx, userId: string, keep = ''): Promise<number> {
  await forgetChallenges(tx, userId);
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keep)))
    .returning({ expiresAt: sessions.expiresAt });
  return ended.filter(({ expiresAt }) => expiresAt > new Date()).length;
}

/** Forgets sessions that have ended by themselves. */
export const forgetEndedSessions = (tx: Tx) => luciaOn(tx).deleteExpiredSessions();

/** A fresh Set-Cookie value when lucia has extended the session during this request, else null. */
export const renewedCookie = (session: Session): string | null =>
  session.fresh ? luciaOn(authDb()).createSessionCookie(session.id).serialize() : null;
