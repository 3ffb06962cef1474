import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { getPapers } from '~/features/changes/get-papers.server';
import { AssessmentsTable, DocumentsTable } from '~/features/changes/papers-tables';
import { ChangeParams } from '~/features/changes/params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Documents of ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await getPapers(actor, params.changeId)),
);

export default function Documents() {
  const papers = useLoaderData<typeof loader>();
  return (
    <>
      <ChangeSubpage change={papers.change} title="Documents and assessments" />
      <DocumentsTable {...papers} />
      <AssessmentsTable {...papers} />
    </>
  );
}
