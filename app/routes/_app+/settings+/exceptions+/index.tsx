import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ExceptionsTable } from '~/features/delegations/exceptions-table';
import { listExceptions } from '~/features/delegations/list-exceptions.server';
import { STANDING_LABELS, STANDINGS } from '~/features/delegations/standing';
import { protectedLoader } from '~/guard/guard.server';
import { can } from '~/guard/permissions';
import { FilterBar, FilterSelect } from '~/ui/filters';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Exceptions · Settings · Changemark' }];

export const loader = protectedLoader('change:read', undefined, async ({ actor, url }) => ({
  list: await listExceptions(actor, url.searchParams),
  maySign: can(actor, 'risk:accept'),
}));

const STATES = STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] }));

export default function Exceptions() {
  const { list, maySign } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }]}
        title="Exceptions of a small site"
        sub="One person in two places of a route, because there is nobody else. Somebody who accepts risk signs it, it ends, and it stays visible wherever it was used."
        actions={
          maySign ? (
            <Link to="/settings/exceptions/new" className="btn btn-primary btn-sm">
              Make an exception
            </Link>
          ) : null
        }
      />
      <Panel flush>
        <FilterBar label="Filter exceptions" kept={{}} narrowed={list.state !== ''}>
          <FilterSelect name="state" label="State" value={list.state} all="any" choices={STATES} />
        </FilterBar>
        {list.rows.length > 0 ? (
          <ExceptionsTable rows={list.rows} />
        ) : (
          <div className="p-4">
            <Empty title="No exception.">Every place of a route is signed by another person.</Empty>
          </div>
        )}
        <Pager before={list.before} after={list.after} />
      </Panel>
    </>
  );
}
