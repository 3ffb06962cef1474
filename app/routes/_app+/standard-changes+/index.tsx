import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listStandards } from '~/features/standard-changes/list-standards.server';
import { StandardsTable } from '~/features/standard-changes/standards-table';
import { protectedLoader } from '~/guard/guard.server';
import { FilterBar, FilterSelect } from '~/ui/filters';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Standard changes · Changemark' }];

export const loader = protectedLoader('change:read', undefined, ({ actor, url }) =>
  listStandards(actor, url.searchParams),
);

const SHOWN = [
  { value: 'usable', label: 'neither over nor retired' },
  { value: 'over', label: 'over' },
  { value: 'retired', label: 'retired' },
];

export default function StandardChanges() {
  const { rows, before, after, filters } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Changes', to: '/changes' }, { label: 'Standard changes' }]}
        title="Standard changes"
        sub="Decided once for all alike, and good only while class, certified baseline and rule library stay as they were."
      />
      <Panel flush>
        <FilterBar label="Filter standard changes" kept={{}} narrowed={filters.shown !== ''}>
          <FilterSelect name="shown" label="Show" value={filters.shown} all="all" choices={SHOWN} />
        </FilterBar>
        {rows.length > 0 ? (
          <StandardsTable rows={rows} />
        ) : (
          <div className="p-4">
            <Empty title="No standard change">
              Regulatory affairs or a risk owner makes one out of a change that was approved, on the page of that
              change.
            </Empty>
          </div>
        )}
        <Pager before={before} after={after} />
      </Panel>
    </>
  );
}
