import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { DelegationsTable } from '~/features/delegations/delegations-table';
import { listDelegations } from '~/features/delegations/list-delegations.server';
import { STANDING_LABELS, STANDINGS } from '~/features/delegations/standing';
import { protectedLoader } from '~/guard/guard.server';
import { can } from '~/guard/permissions';
import { FilterBar, FilterSelect } from '~/ui/filters';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Delegations · Settings · Changemark' }];

export const loader = protectedLoader('change:read', undefined, async ({ actor, url }) => ({
  list: await listDelegations(actor, url.searchParams),
  mayMake: can(actor, 'delegation:write'),
}));

const STATES = STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] }));

export default function Delegations() {
  const { list, mayMake } = useLoaderData<typeof loader>();
  const { filters, rows } = list;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }]}
        title="Delegations"
        sub="Who signs in whose place, and until when. Every signature made so says for whom, under which delegation."
        actions={
          mayMake ? (
            <Link to="/settings/delegations/new" className="btn btn-primary btn-sm">
              Delegate
            </Link>
          ) : null
        }
      />
      <Panel flush>
        <FilterBar label="Filter delegations" kept={{}} narrowed={filters.state !== '' || filters.mine}>
          <FilterSelect name="state" label="State" value={filters.state} all="any" choices={STATES} />
          <FilterSelect
            name="mine"
            label="Whose"
            value={filters.mine ? 'yes' : ''}
            all="everybody’s"
            choices={[{ value: 'yes', label: 'mine' }]}
          />
        </FilterBar>
        {rows.length > 0 ? (
          <DelegationsTable rows={rows} />
        ) : (
          <div className="p-4">
            <Empty title="No delegation matches.">
              Everybody signs for themselves, or the filter leaves nobody. Make one before you go on leave.
            </Empty>
          </div>
        )}
        <Pager before={list.before} after={list.after} />
      </Panel>
    </>
  );
}
