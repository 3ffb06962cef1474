import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { DrawingAtSize } from '~/features/library/drawing-at-size';
import { drawingPage } from '~/features/library/drawing-page.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ instrument: z.string().max(100) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Chart'}, drawing · Library · Changemark` },
];

export const loader = protectedLoader('library:read', Params, ({ params, url }) =>
  notFoundUnless(drawingPage(params.instrument, url.searchParams)),
);

export default function DrawingPage() {
  return <DrawingAtSize view={useLoaderData<typeof loader>()} />;
}
