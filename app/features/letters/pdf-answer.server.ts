/** Handing out a PDF: only to who asked, never shown as anything else, and not sent twice when it is known. */
import type { LetterFile } from './download-letter.server';

/** Only the person who asked may keep it, and only after asking again whether it is the same. */
const CACHE = 'private, no-cache';

/** A 304 answer when the browser has these bytes already, else null. */
export async function sameAsKnown(request: Request, digest: () => Promise<string | null>): Promise<Response | null> {
  const known = request.headers.get('If-None-Match');
  if (!known) return null;
  const etag = `"${await digest()}"`;
  const same = known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
  return same ? new Response(null, { status: 304, headers: { ETag: etag, 'Cache-Control': CACHE } }) : null;
}

/** The file, or a thrown answer that says in words why there is none. */
export function pdfAnswer(file: LetterFile, disposition: 'attachment' | 'inline' = 'attachment'): Response {
  if (!file.ok) {
    const headers: Record<string, string> = file.status === 503 ? { 'Retry-After': '10' } : {};
    throw new Response(file.message, { status: file.status, headers });
  }
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': `${disposition}; filename="${file.fileName}"`,
      'Cache-Control': CACHE,
      ETag: `"${file.sha256}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
