import { verifierPage } from '~/audit/verifier-page.server';

/** For anybody: the page holds no data, and its own policy lets it ask the network for nothing. */
export const loader = () =>
  new Response(verifierPage(), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': 'attachment; filename="verify.html"',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  });
