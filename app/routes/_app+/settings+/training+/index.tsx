import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listTraining } from '~/features/training/list-training.server';
import { TrainingTable } from '~/features/training/training-table';
import { protectedLoader } from '~/guard/guard.server';
import { FilterBar, FilterSelect, FilterText } from '~/ui/filters';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Training · Settings · Changemark' }];

export const loader = protectedLoader('audit:read', undefined, ({ actor, url }) =>
  listTraining(actor, url.searchParams),
);

const WITHOUT = [{ value: 'yes', label: 'may not sign today' }];

export default function Training() {
  const list = useLoaderData<typeof loader>();
  const { filters } = list;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }]}
        title="Training"
        sub="What the sign-off policy asks of everybody who signs. Training that has expired takes the pen, not the way in."
      />
      <Panel flush>
        <FilterBar label="Filter people" kept={{}} narrowed={filters.q !== '' || filters.without}>
          <FilterText name="q" label="Name" value={filters.q} />
          <FilterSelect
            name="without"
            label="Who"
            value={filters.without ? 'yes' : ''}
            all="everybody who signs"
            choices={WITHOUT}
          />
        </FilterBar>
        {list.rows.length > 0 ? (
          <TrainingTable list={list} />
        ) : (
          <div className="p-4">
            <Empty title="Nobody matches.">
              {filters.without ? 'Everybody who signs may sign today.' : 'Add people whose role signs changes.'}
            </Empty>
          </div>
        )}
        <Pager before={list.before} after={list.after} />
      </Panel>
    </>
  );
}
