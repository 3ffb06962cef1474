import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { FeedAges } from '~/features/imports/feed-age';
import { ImportsTable } from '~/features/imports/imports-table';
import { listImports } from '~/features/imports/list-imports.server';
import { protectedLoader } from '~/guard/guard.server';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Imports · Changemark' }];

export const loader = protectedLoader('device:read', undefined, ({ actor, url }) =>
  listImports(actor, url.searchParams),
);

export default function Imports() {
  const { page, feeds, mayBring, mayManage, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Imports"
        sub="What came in from outside, what it changed, and how to take it back. Every file is shown first and applied only when somebody says so."
        actions={
          <>
            {mayManage ? (
              <Link className="btn btn-sm" to="/settings/feeds">
                Feeds
              </Link>
            ) : null}
            {mayBring ? (
              <Link className="btn btn-primary btn-sm" to="/imports/new">
                Bring a file
              </Link>
            ) : null}
          </>
        }
      />
      <Panel title="Age of the feeds">
        <FeedAges ages={feeds} today={today} />
      </Panel>
      <Panel flush>
        {page.rows.length > 0 ? (
          <ImportsTable rows={page.rows} />
        ) : (
          <div className="p-4">
            <Empty title="Nothing was imported yet.">
              {mayBring ? (
                <Link to="/imports/new">Bring the first file</Link>
              ) : (
                'Engineers, regulatory affairs and administrators bring files.'
              )}
            </Empty>
          </div>
        )}
        <Pager before={page.before} after={page.after} />
      </Panel>
    </>
  );
}
