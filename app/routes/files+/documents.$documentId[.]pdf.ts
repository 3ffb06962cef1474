import { z } from 'zod';
import { downloadDocument, storedDigest } from '~/features/letters/download-document.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ documentId: z.uuid() });

/** Only the person who asked may keep it, and only after asking again whether it is the same. */
const CACHE = 'private, no-cache';

export const loader = protectedLoader('document:read', Params, async ({ actor, params, request }) => {
  const known = request.headers.get('If-None-Match');
  if (known) {
    const etag = `"${await storedDigest(actor, params.documentId)}"`;
    if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
      return new Response(null, { status: 304, headers: { ETag: etag, 'Cache-Control': CACHE } });
    }
  }
  const file = notFoundUnless(await downloadDocument(actor, params.documentId));
  if (!file.ok) {
    const headers: Record<string, string> = file.status === 503 ? { 'Retry-After': '10' } : {};
    throw new Response(file.message, { status: file.status, headers });
  }
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      'Cache-Control': CACHE,
      ETag: `"${file.sha256}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
});
