import { exportTrail } from '~/audit/export-trail.server';
import { protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('audit:read', undefined, async ({ actor }) => {
  const day = new Date().toISOString().slice(0, 10);
  return new Response(await exportTrail(actor), {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="changemark-record-${day}.ndjson"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
