/**
 * Guards the pages of a reply, as app/guard does those of staff: no route under /reply has a loader or action without
 * it, and a test walks the list. Whoever comes holds a cookie for one link, and that link is looked up every time.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { inOrganisation } from '../../../db/client.server';
import { postedForm } from '../../guard/guard.server';
import { type FoundLink, outside, readLink } from './link-state.server';
import { type LinkId, linkOfCookie, replyCookie } from './reply-cookie.server';

/** Where a wrapped loader or action shows that it is one; a registered symbol, so that a built bundle shows it too. */
export const REPLY_GUARDED = Symbol.for('changemark.reply-guarded');

export interface Visitor extends LinkId {
  found: FoundLink;
  /** For the audit trail. */
  trail: { requestId: string; address: string };
}

export interface ReplyInput {
  visitor: Visitor;
  params: Record<string, string | undefined>;
  request: Request;
  url: URL;
}

/** What is said to somebody whose cookie has run out, or who never had one. */
export const NO_COOKIE =
  'This page opens from the link in the e-mail. Open that link again: everything that was saved is still there.';

const refused = (status: number, message: string) => new Response(message, { status });

async function visitorOf({ request, context }: LoaderFunctionArgs): Promise<Visitor> {
  const id = linkOfCookie(request);
  const found = id ? await inOrganisation(outside(id.orgId), (tx) => readLink(tx, id)) : null;
  if (!id || !found) throw refused(403, NO_COOKIE);
  return { ...id, found, trail: { requestId: context.requestId, address: context.address } };
}

/** Throws what the page says instead, unless the link opens the questions now. */
export function requireOpen({ found }: Visitor): void {
  const { state, organisation } = found;
  if (state === 'open') return;
  const why: Record<Exclude<typeof state, 'open'>, string> = {
    completed: 'The reply was sent, so nothing can be changed any more. Its receipt is on the page before.',
    expired: `This link has expired, and nothing was saved. Please ask ${organisation} for a new one.`,
    revoked: `${organisation} has ended this link, and nothing was saved. A newer letter may hold a newer link.`,
    closed: `${organisation} has closed this letter, and nothing was saved.`,
  };
  throw refused(state === 'completed' ? 409 : 410, why[state]);
}

const marked = <F extends object>(wrapped: F): F => Object.assign(wrapped, { [REPLY_GUARDED]: true });

/** Wraps a loader behind /reply: the visitor's link is known, whatever its state; the page decides what it shows. */
export const replyLoader = <R>(handler: (input: ReplyInput) => R | Promise<R>) =>
  marked(async (args: LoaderFunctionArgs): Promise<R> => {
    const visitor = await visitorOf(args);
    // A browser that is being used may go on; the links of others are not touched by that.
    args.context.setCookie(replyCookie(visitor));
    return handler({ visitor, params: args.params, request: args.request, url: new URL(args.request.url) });
  });

/** Wraps an action behind /reply: the link is open, and the form is read, bounded and checked for forgery. */
export const replyAction = <R>(handler: (input: ReplyInput & { form: FormData }) => R | Promise<R>) =>
  marked(async (args: ActionFunctionArgs): Promise<R> => {
    const visitor = await visitorOf(args);
    const form = await postedForm(args.request);
    requireOpen(visitor);
    const { params, request } = args;
    return handler({ visitor, params, request, url: new URL(request.url), form });
  });

/** Wraps the action that takes files: as `replyAction`, but the body is the handler's to stream and to check. */
export const replyUploadAction = <R>(handler: (input: ReplyInput) => R | Promise<R>) =>
  marked(async (args: ActionFunctionArgs): Promise<R> => {
    const visitor = await visitorOf(args);
    requireOpen(visitor);
    return handler({ visitor, params: args.params, request: args.request, url: new URL(args.request.url) });
  });

/** Marks the two handlers of the page that has no cookie yet: it shows a cover sheet and exchanges the token. */
export const replyCover = marked;
