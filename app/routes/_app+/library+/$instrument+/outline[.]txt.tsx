import { z } from 'zod';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { chartOf } from '~/regulation/charts';
import { outline } from '~/regulation/charts/outline';

const Params = z.object({ instrument: z.string().max(100) });

export const loader = protectedLoader('library:read', Params, ({ params }) => {
  const chart = notFoundUnless(chartOf(params.instrument));
  return new Response(outline(chart), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${chart.instrument}-outline.txt"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
