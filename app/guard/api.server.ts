/**
 * Guards addresses that speak JSON. The caller is a signed-in person, by the session cookie, as on every page; what
 * changes nothing needs no forgery token, and a JSON body cannot be sent by another site's form (the server refuses
 * posts from other sites besides, see app/server/security.ts).
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { Actor } from './actor';
import { signedIn } from './context.server';
import { GUARDED, recordRefusal } from './guard.server';
import { can, type Permission } from './permissions';
import { ROLE_LABELS } from './roles';

/** The refusal of the public contract: one sentence, and what is wrong where. */
export const apiRefusal = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ error: { message, issues: [] } }, { status, headers });

type Params = LoaderFunctionArgs['params'];

/** Bytes of JSON that one request may carry. */
export const API_BODY_LIMIT = 1024 * 1024;

/** The bytes of a body, all of them: a connection whose body is left unread answers nothing more. */
const bytesOf = (request: Request): Promise<ArrayBuffer | null> => request.arrayBuffer().catch(() => null);

/** The JSON of a request's body, or the response that says why it cannot be read: 415, 413 or 400. */
function jsonOf(request: Request, bytes: ArrayBuffer | null): { json: unknown } | { refusal: Response } {
  const type = (request.headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    return { refusal: apiRefusal(415, 'Send one JSON document with the header Content-Type: application/json.') };
  }
  if (!bytes) return { refusal: apiRefusal(400, 'The body could not be read.') };
  if (bytes.byteLength > API_BODY_LIMIT) return { refusal: apiRefusal(413, 'A document may be at most 1 MB large.') };
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    return { refusal: apiRefusal(400, `The body is not JSON: ${why}`) };
  }
}

export interface ApiOptions {
  /** Whether what the address names is there for this person; asked before anything else is looked at. */
  there?: (actor: Actor, params: Params) => Promise<boolean>;
}

/**
 * Wraps the action or loader of a JSON address: 401 without a session, 403 without the permission, both in the shape
 * of the contract; any method but POST is a 405 that names it. The handler gets the JSON.
 */
export const protectedApi = (
  permission: Permission,
  handler: (input: { actor: Actor; json: unknown; params: Params }) => Response | Promise<Response>,
  { there }: ApiOptions = {},
) =>
  Object.assign(
    async ({ request, context, params }: ActionFunctionArgs | LoaderFunctionArgs): Promise<Response> => {
      const bytes = request.body ? await bytesOf(request) : null;
      const found = await signedIn(request, context);
      if (!found) return apiRefusal(401, 'Sign in first: this address needs the cookie of a session.');
      if (found.mustChangePassword)
        return apiRefusal(403, 'Choose a password of your own first, on your account page.');
      const { actor } = found;
      if (!can(actor, permission)) {
        await recordRefusal(actor, permission, request.method, new URL(request.url).pathname);
        return apiRefusal(403, `As ${ROLE_LABELS[actor.role]} you may not do this.`);
      }
      if (there && !(await there(actor, params))) return apiRefusal(404, 'There is no such record.');
      if (request.method !== 'POST') return apiRefusal(405, 'This address accepts POST only.', { Allow: 'POST' });
      const body = jsonOf(request, bytes);
      return 'refusal' in body ? body.refusal : handler({ actor, json: body.json, params });
    },
    { [GUARDED]: permission },
  );
