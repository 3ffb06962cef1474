import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { FleetUnitsTable } from '~/features/fleet/fleet-units-table';
import { listFleetUnits } from '~/features/fleet/list-fleet-units.server';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Units · Fleet · Changemark' }];

export const loader = protectedLoader('fleet:read', undefined, ({ actor, url }) =>
  listFleetUnits(actor, url.searchParams),
);

export default function FleetUnits() {
  const list = useLoaderData<typeof loader>();
  const search = new URLSearchParams(useLocation().search);
  search.set('table', 'units');
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Fleet', to: '/fleet' }]}
        title={`${list.count.toLocaleString('en-GB')} ${list.count === 1 ? 'unit' : 'units'}`}
        sub={`Counted here: ${list.says}.`}
        actions={
          list.mayExport ? (
            <a className="btn btn-outline btn-sm" href={`/fleet/export.csv?${search}`} download>
              Export (CSV)
            </a>
          ) : null
        }
      />
      <Panel flush>
        <FleetUnitsTable list={list} />
      </Panel>
    </>
  );
}
