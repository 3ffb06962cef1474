/** Per-request values that the server hands to Remix, and the actor worked out once per request. */
import type { AppLoadContext } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { inOrganisation } from '../../db/client.server';
import { once } from '../../db/once';
import { organisations } from '../../db/schema/index.server';
import type { Actor } from './actor';
import { renewedCookie, type User, validateSession } from './session.server';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Nonce of this response's content security policy. */
    cspNonce: string;
    requestId: string;
    /** Network address of the client, after trusted proxies. */
    address: string;
    /** Sets a cookie on the response, whatever the route returns. */
    setCookie(value: string): void;
  }
}

type OrganisationBrief = Actor['organisation'];

const briefs = () => once('guard.organisations', () => new Map<string, { brief: OrganisationBrief; until: number }>());

/** Names of organisations hardly change; a minute of memory saves a query on every request. */
async function organisationBrief(orgId: string): Promise<OrganisationBrief> {
  const known = briefs().get(orgId);
  if (known && known.until > Date.now()) return known.brief;
  const [row] = await inOrganisation({ orgId, userId: null }, (tx) =>
    tx
      .select({
        name: organisations.name,
        isDemonstration: organisations.isDemonstration,
        country: organisations.country,
        nation: organisations.nation,
      })
      .from(organisations)
      .where(eq(organisations.id, orgId)),
  );
  if (!row) throw new Error('The organisation of a signed-in person does not exist');
  briefs().set(orgId, { brief: row, until: Date.now() + 60_000 });
  return row;
}

const actorFrom = async (user: User, request: Request, context: AppLoadContext): Promise<Actor> => ({
  userId: user.id,
  orgId: user.orgId,
  name: user.name,
  email: user.email,
  role: user.role,
  jobTitle: user.jobTitle,
  organisation: await organisationBrief(user.orgId),
  requestId: context.requestId,
  address: context.address,
  origin: new URL(request.url).origin,
});

export interface SignedIn {
  actor: Actor;
  mustChangePassword: boolean;
}

const known = new WeakMap<AppLoadContext, Promise<SignedIn | null>>();

async function workOut(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const { user, session } = await validateSession(request);
  if (!session) return null;
  const cookie = renewedCookie(session);
  if (cookie) context.setCookie(cookie);
  return { actor: await actorFrom(user, request, context), mustChangePassword: user.mustChangePassword };
}

/** Who is signed in, if anybody. Worked out once a request even when several loaders of one page ask. */
export function signedIn(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const already = known.get(context);
  if (already) return already;
  const now = workOut(request, context);
  known.set(context, now);
  return now;
}

/** The signed-in person of a request, or null. */
export const actorOf = async (request: Request, context: AppLoadContext): Promise<Actor | null> =>
  (await signedIn(request, context))?.actor ?? null;
