import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { printSheet } from '~/features/library/print-sheet.server';
import { PrintedSheet, SheetTools } from '~/features/library/printed-sheet';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { TableRegion } from '~/ui/table';

const Params = z.object({ instrument: z.string().max(100) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Chart'}, one page · Library · Changemark` },
];

export const loader = protectedLoader('library:read', Params, ({ params, url }) =>
  notFoundUnless(printSheet(params.instrument, url.searchParams.get('edition'))),
);

export default function PrintPage() {
  const sheet = useLoaderData<typeof loader>();
  return (
    <main>
      <SheetTools sheet={sheet} />
      <TableRegion label="The sheet">
        <PrintedSheet sheet={sheet} />
      </TableRegion>
    </main>
  );
}
