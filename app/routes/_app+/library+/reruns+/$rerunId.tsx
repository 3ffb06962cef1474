import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { FlipsList } from '~/features/reruns/flips-list';
import { getRerun } from '~/features/reruns/get-rerun.server';
import { RerunProgress } from '~/features/reruns/rerun-progress';
import { Standing } from '~/features/reruns/reruns-table';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

const Params = z.object({ rerunId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.run.title ?? 'Judged again'} · What would flip · Changemark` },
];

export const loader = protectedLoader('change:read', Params, async ({ actor, params, url }) =>
  notFoundUnless(await getRerun(actor, params.rerunId, url.searchParams)),
);

export default function OneRerun() {
  const view = useLoaderData<typeof loader>();
  const { run } = view;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Library', to: '/library' },
          { label: 'What would flip', to: '/library/reruns' },
        ]}
        state={<Standing run={run} />}
        title={run.title}
        sub={`${run.explained} Old records stay as they were.`}
      />
      <RerunProgress run={run} />
      <FlipsList view={view} />
    </>
  );
}
