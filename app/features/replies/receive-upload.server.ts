/** An upload behind a link, from the first byte to the commit. Acknowledged only after that. */
import { csrfTokenHolds } from '../../guard/csrf.server';
import { spoolUpload } from '../files/spool.server';
import type { Visitor } from './reply-guard.server';
import { type FilesStored, storeVisitorsFiles } from './store-files.server';

export type Uploaded =
  | ({ ok: true /** Id of a stored file that may hold answers. */; readable: string | null } & FilesStored)
  | { ok: false; status: 400 | 403 | 408 | 409 | 413 | 422 | 503; message: string };

/** Whether a file by its name may hold answers that can be read. */
const mayHoldAnswers = (name: string) => /\.(json|pdf)$/i.test(name);

/** Receives the files of a multipart form and stores them with the draft of the visitor's link. */
export async function receiveUpload(visitor: Visitor, request: Request): Promise<Uploaded> {
  const spooled = await spoolUpload(request, (fields) => csrfTokenHolds(request, fields));
  if (!spooled.ok) return spooled;
  try {
    if (spooled.files.length === 0) return { ok: false, status: 422, message: 'Choose a file first.' };
    const stored = await storeVisitorsFiles(visitor, spooled.files);
    if (!stored) return { ok: false, status: 409, message: 'The reply was sent meanwhile, so nothing was saved.' };
    const only = stored.stored.length === 1 ? stored.stored[0] : undefined;
    return { ok: true, ...stored, readable: only && mayHoldAnswers(only.name) ? only.id : null };
  } finally {
    await spooled.close();
  }
}
