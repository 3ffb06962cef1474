import { z } from 'zod';
import { downloadPack } from '~/features/evidence/download-pack.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ packId: z.uuid() });

export const loader = protectedLoader('evidence:build', Params, async ({ actor, params }) => {
  const { fileName, size, sha256, bytes } = notFoundUnless(await downloadPack(actor, params.packId));
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
      ETag: `"${sha256}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
});
