import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LettersTable } from '~/features/letters/letters-table';
import { listLetters } from '~/features/letters/list-letters.server';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Letters · Changemark' }];

export const loader = protectedLoader('document:read', undefined, ({ actor, url }) =>
  listLetters(actor, url.searchParams),
);

export default function Letters() {
  const list = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Letters"
        sub="What suppliers are asked, question by question. All are drafts until approval and sending."
      />
      <LettersTable list={list} />
    </>
  );
}
