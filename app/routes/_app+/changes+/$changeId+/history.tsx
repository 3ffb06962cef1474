import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { getHistory } from '~/features/changes/get-history.server';
import { HistoryTable } from '~/features/changes/history-table';
import { ChangeParams } from '~/features/changes/params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Record of ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params, url }) =>
  notFoundUnless(await getHistory(actor, params.changeId, url.searchParams)),
);

export default function History() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <ChangeSubpage change={data.change} title="Record" />
      <HistoryTable {...data} />
    </>
  );
}
