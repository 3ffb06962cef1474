import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
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
  const { search } = useLocation();
  return (
    <>
      <PageHeader
        title="Letters"
        sub="What suppliers are asked, how it left, what came back, and what is late."
        actions={
          <>
            {list.may.export ? (
              <a className="btn btn-outline btn-sm" href={`/letters/export.csv${search}`} download>
                Export (CSV)
              </a>
            ) : null}
            <Link className="btn btn-outline btn-sm" to="/claims">
              Claims
            </Link>
            <Link className="btn btn-outline btn-sm" to="/contradictions">
              Contradictions
            </Link>
            <Link className="btn btn-outline btn-sm" to="/campaigns">
              Campaigns
            </Link>
            {list.may.draft ? (
              <Link className="btn btn-primary btn-sm" to="/letters/new">
                Write a letter
              </Link>
            ) : null}
          </>
        }
      />
      <LettersTable list={list} />
    </>
  );
}
