/** An upload for import, from the first byte to the commit. */
import { parseWithZod } from '@conform-to/zod/v4';
import type { Actor } from '../../guard/actor';
import { csrfTokenHolds } from '../../guard/csrf.server';
import { LIMITS } from '../../readers/reader';
import { errorsOf, type Kept, keptOf } from '../changes/posted';
import { spoolUpload } from '../files/spool.server';
import type { FieldErrors } from '../save-result';
import { bringFiles } from './bring-files.server';
import { BringForm } from './import-form';

export type ReceivedImport = { ok: true; ids: string[] } | { ok: false; errors: FieldErrors; kept: Kept };

/** A whole folder of advisories, or one large file. */
const UPLOAD = { file: LIMITS.file, together: 2 * LIMITS.file, files: 200 };

/** Receives a multipart form and begins its imports. Throws the response for what is no form of ours. */
export async function receiveImport(actor: Actor, request: Request): Promise<ReceivedImport> {
  const spooled = await spoolUpload(request, (fields) => csrfTokenHolds(request, fields), UPLOAD);
  if (!spooled.ok) throw new Response(spooled.message, { status: spooled.status });
  try {
    const kept = keptOf(spooled.fields);
    const typed = parseWithZod(spooled.fields, { schema: BringForm });
    if (typed.status !== 'success') return { ok: false, errors: errorsOf(typed), kept };
    const brought = await bringFiles(actor, typed.value, spooled.files);
    return brought.ok ? brought : { ok: false, errors: brought.errors, kept };
  } finally {
    await spooled.close();
  }
}
