import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { FrameworkTable } from '~/features/evidence/framework-table';
import { getFramework } from '~/features/evidence/get-framework.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { Notice, PageHeader, Panel } from '~/ui/page';

const Params = z.object({ framework: z.string().max(40) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Framework'} · Evidence · Changemark` },
];

export const loader = protectedLoader('evidence:build', Params, async ({ actor, params }) =>
  notFoundUnless(await getFramework(actor, params.framework)),
);

export default function FrameworkPage() {
  const { title, applies, lines } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Evidence', to: '/evidence' },
          { label: 'By framework', to: '/evidence/frameworks' },
        ]}
        title={title}
        sub="Each line with the records that show it, counted now. Where there is nothing, it says so."
      />
      <Notice kind="info" title="What this is, and what not">
        <p>{applies}</p>
        <p>
          Changemark is designed to support these lines. A count shows that records exist, not that they satisfy the
          clause; that is for people to judge.
        </p>
      </Notice>
      <Panel flush>
        <FrameworkTable lines={lines} />
      </Panel>
    </>
  );
}
