import { z } from 'zod';
import { downloadOutline } from '~/features/library/download-outline.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ instrument: z.string().max(100) });

export const loader = protectedLoader('library:read', Params, ({ params, url }) => {
  const { name, text } = notFoundUnless(downloadOutline(params.instrument, url.searchParams.get('edition')));
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
