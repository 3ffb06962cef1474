/**
 * Guards addresses that speak JSON. The caller is a signed-in person, by the session cookie, as on every page; what
 * changes nothing needs no forgery token, and a JSON body cannot be sent by another site's form (the server refuses
 * posts from other sites besides, see app/server/security.ts).
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { inOrganisation } from '../../db/client.server';
import { record } from '../audit/append.server';
import type { Actor } from './actor';
import { signedIn } from './context.server';
import { auditActor, GUARDED } from './guard.server';
import { can, type Permission } from './permissions';
import { ROLE_LABELS } from './roles';

/** The refusal of the public contract: one sentence, and what is wrong where. */
export const apiRefusal = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ error: { message, issues: [] } }, { status, headers });

/** Bytes of JSON that one request may carry. */
export const API_BODY_LIMIT = 1024 * 1024;

/** The JSON of a request's body, or the response that says why it cannot be read: 415, 413 or 400. */
export async function jsonBody(request: Request): Promise<{ json: unknown } | { refusal: Response }> {
  const type = (request.headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    return { refusal: apiRefusal(415, 'Send one JSON document with the header Content-Type: application/json.') };
  }
  const tooLarge = { refusal: apiRefusal(413, 'A dossier may be at most 1 MB large.') };
  if (Number(request.headers.get('Content-Length') ?? 0) > API_BODY_LIMIT) return tooLarge;
  const bytes = await request.arrayBuffer().catch(() => null);
  if (!bytes) return { refusal: apiRefusal(400, 'The body could not be read.') };
  if (bytes.byteLength > API_BODY_LIMIT) return tooLarge;
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    return { refusal: apiRefusal(400, `The body is not JSON: ${why}`) };
  }
}

/**
 * Wraps the action or loader of a JSON address: 401 without a session, 403 without the permission, both in the shape
 * of the contract; a method outside `methods` is a 405 that names those.
 */
export const protectedApi = (
  permission: Permission,
  methods: readonly string[],
  handler: (input: { actor: Actor; request: Request }) => Promise<Response>,
) =>
  Object.assign(
    async ({ request, context }: ActionFunctionArgs | LoaderFunctionArgs): Promise<Response> => {
      const found = await signedIn(request, context);
      if (!found) return apiRefusal(401, 'Sign in first: this address needs the cookie of a session.');
      if (found.mustChangePassword)
        return apiRefusal(403, 'Choose a password of your own first, on your account page.');
      const { actor } = found;
      if (!can(actor, permission)) {
        await inOrganisation(actor, (tx) =>
          record(tx, auditActor(actor), {
            action: 'access.refused',
            object: { type: 'route', id: null, ref: new URL(request.url).pathname },
            detail: { permission, method: request.method },
          }),
        );
        return apiRefusal(403, `As ${ROLE_LABELS[actor.role]} you may not do this.`);
      }
      if (!methods.includes(request.method)) {
        return apiRefusal(405, `This address accepts ${methods.join(', ')} only.`, { Allow: methods.join(', ') });
      }
      return handler({ actor, request });
    },
    { [GUARDED]: permission },
  );
