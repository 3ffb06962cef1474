/** The one way to guard a route. A test walks the route manifest and fails for a loader or action without it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { inOrganisation } from '../../db/client.server';
import { record } from '../audit/append.server';
import type { Actor } from './actor';
import { type SignedIn, signedIn } from './context.server';
import { csrfTokenHolds } from './csrf.server';
import { can, type Permission } from './permissions';
import { ROLE_LABELS } from './roles';

/** Largest form a page accepts: many fields of 100,000 characters, percent-encoded. */
const FORM_LIMIT = 8 * 1024 * 1024;

/** Absent, and somebody else's, look the same from outside. */
export const notFound = (): Response => new Response('Not found', { status: 404 });

/** The value, or a thrown 404 response. */
export function notFoundUnless<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}

const refusal = (status: number, message: string) => new Response(message, { status });

/** Who acts, as the audit trail writes it. */
export const auditActor = (actor: Actor) => ({
  orgId: actor.orgId,
  userId: actor.userId,
  name: actor.name,
  role: actor.role,
  requestId: actor.requestId,
  address: actor.address,
});

/** Writes into the trail that somebody was refused what the role does not allow. */
export const recordRefusal = (actor: Actor, permission: Permission, method: string, path: string): Promise<void> =>
  inOrganisation(actor, (tx) =>
    record(tx, auditActor(actor), {
      action: 'access.refused',
      object: { type: 'route', id: null, ref: path },
      detail: { permission, method },
    }),
  );

const notAllowed = (actor: Actor): Response =>
  refusal(403, `As ${ROLE_LABELS[actor.role]} you may not do this. Ask an administrator if you should.`);

/**
 * For a page whose forms need different permissions: throws a 403, recorded, unless the actor has one of these.
 * @param path the address that was posted to
 */
export async function requireOneOf(actor: Actor, permissions: readonly Permission[], path: string): Promise<void> {
  if (permissions.some((permission) => can(actor, permission))) return;
  const [first] = permissions;
  if (first) await recordRefusal(actor, first, 'POST', path);
  throw notAllowed(actor);
}

/** To sign-in, and back here afterwards. What was posted is gone, so the person is told that the session had ended. */
function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const way = new URLSearchParams({ next: reading ? pathname + search : pathname });
  if (!reading) way.set('ended', 'yes');
  return redirect(`/sign-in?${way}`);
}

async function admit({ request, context }: LoaderFunctionArgs, permission: Permission): Promise<SignedIn> {
  const found = await signedIn(request, context);
  if (!found) throw toSignIn(request);
  const { actor, mustChangePassword } = found;
  if (mustChangePassword && permission !== 'account:self') throw redirect('/account/password');
  if (can(actor, permission)) return found;
  await recordRefusal(actor, permission, request.method, new URL(request.url).pathname);
  throw notAllowed(actor);
}

function parseParams<P extends z.ZodType>(schema: P | undefined, params: unknown): z.output<P> {
  if (!schema) return {} as z.output<P>;
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

/** The fields of a posted form, after size and forgery checks. Throws responses 413, 400 and 403. */
export async function postedForm(request: Request): Promise<FormData> {
  if (Number(request.headers.get('Content-Length') ?? 0) > FORM_LIMIT) {
    throw refusal(413, 'This form is too large. Attach long texts as a document instead.');
  }
  const form = await request.formData().catch(() => null);
  if (!form) throw refusal(400, 'The form could not be read. Go back and send it again.');
  if (!csrfTokenHolds(request, form)) {
    throw refusal(403, 'This form is from another session. Go back, reload the page and send it again.');
  }
  return form;
}

/** Where a wrapped loader or action carries its permission; a registered symbol, so that a built bundle shows it too. */
export const GUARDED = Symbol.for('changemark.guarded');

const guarded = <F extends object>(permission: Permission, wrapped: F): F =>
  Object.assign(wrapped, { [GUARDED]: permission });

export interface LoaderInput<P> {
  actor: Actor;
  params: P;
  url: URL;
  request: Request;
  /** Somebody else chose the password: nothing but the account page opens until it is replaced. */
  mustChangePassword: boolean;
}

export interface ActionInput<P> extends LoaderInput<P> {
  form: FormData;
}

/**
 * Wraps a route's loader: signed in, allowed, parameters parsed (a parameter outside its schema is a 404).
 * The handler gets the actor; everything it reads goes through a use case with that actor.
 */
export const protectedLoader = <P extends z.ZodType, R>(
  permission: Permission,
  schema: P | undefined,
  handler: (input: LoaderInput<z.output<P>>) => R | Promise<R>,
) =>
  guarded(permission, async (args: LoaderFunctionArgs): Promise<R> => {
    const found = await admit(args, permission);
    const params = parseParams(schema, args.params);
    return handler({ ...found, params, url: new URL(args.request.url), request: args.request });
  });

/** Wraps a route's action: as `protectedLoader`, and the form is read, bounded and checked for forgery first. */
export const protectedAction = <P extends z.ZodType, R>(
  permission: Permission,
  schema: P | undefined,
  handler: (input: ActionInput<z.output<P>>) => R | Promise<R>,
) =>
  guarded(permission, async (args: ActionFunctionArgs): Promise<R> => {
    const found = await admit(args, permission);
    const params = parseParams(schema, args.params);
    const form = await postedForm(args.request);
    return handler({ ...found, params, form, url: new URL(args.request.url), request: args.request });
  });

/**
 * Wraps an action that takes files: as `protectedAction`, but the body is the handler's to stream, to bound and to check
 * for forgery (app/features/files/spool.server.ts does all three).
 */
export const protectedUpload = <P extends z.ZodType, R>(
  permission: Permission,
  schema: P | undefined,
  handler: (input: LoaderInput<z.output<P>>) => R | Promise<R>,
) =>
  guarded(permission, async (args: ActionFunctionArgs): Promise<R> => {
    const found = await admit(args, permission);
    const params = parseParams(schema, args.params);
    return handler({ ...found, params, url: new URL(args.request.url), request: args.request });
  });
