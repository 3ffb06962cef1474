/** An upload to a change, from the first byte to the commit. */

import { parseWithZod } from '@conform-to/zod/v4';
import type { Actor } from '../../guard/actor';
import { csrfTokenHolds } from '../../guard/csrf.server';
import { notFoundUnless } from '../../guard/guard.server';
import { errorsOf, type Kept, keptOf } from '../changes/posted';
import { spoolUpload } from '../files/spool.server';
import type { FieldErrors } from '../save-result';
import { attachFiles } from './attach-files.server';
import { AttachForm } from './attach-form';
import { changeIsHere } from './change-is-here.server';

export type Received = { ok: true; ids: string[] } | { ok: false; errors: FieldErrors; kept: Kept };

/** Receives a multipart form and attaches its files. Throws the response for what is no form of ours, and for a 404. */
export async function receiveFiles(actor: Actor, changeId: string, request: Request): Promise<Received> {
  // Nobody uploads gigabytes to a change that is not there.
  notFoundUnless(await changeIsHere(actor, changeId));
  const spooled = await spoolUpload(request, (fields) => csrfTokenHolds(request, fields));
  if (!spooled.ok) throw new Response(spooled.message, { status: spooled.status });
  try {
    const kept = keptOf(spooled.fields);
    const typed = parseWithZod(spooled.fields, { schema: AttachForm });
    if (typed.status !== 'success') return { ok: false, errors: errorsOf(typed), kept };
    const attached = notFoundUnless(await attachFiles(actor, changeId, typed.value, spooled.files));
    return attached.ok ? attached : { ok: false, errors: attached.errors, kept };
  } finally {
    await spooled.close();
  }
}
