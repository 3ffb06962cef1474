import { exportAssessments } from '~/features/reruns/export-assessments.server';
import { protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('change:read', undefined, async ({ actor }) => {
  const day = new Date().toISOString().slice(0, 10);
  return new Response(await exportAssessments(actor), {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="changemark-assessments-${day}.ndjson"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
