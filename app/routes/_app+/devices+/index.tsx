import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import { DeviceLists } from '~/features/devices/device-lists';
import { listModels } from '~/features/devices/list-models.server';
import { isNarrowed } from '~/features/devices/models-filter';
import { ModelsFilters } from '~/features/devices/models-filters';
import { ModelsTable } from '~/features/devices/models-table';
import { protectedLoader } from '~/guard/guard.server';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Devices · Changemark' }];

export const loader = protectedLoader('device:read', undefined, ({ actor, url }) =>
  listModels(actor, url.searchParams),
);

export default function Devices() {
  const { page, filter, choices, today, any, may } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return (
    <>
      <PageHeader
        title="Devices"
        sub="Models are what is certified; every fact says where it comes from, and what nobody said stays unknown."
        actions={
          <>
            {may.export ? (
              <a className="btn btn-outline btn-sm" href={`/devices/export.csv${search}`} download>
                Export (CSV)
              </a>
            ) : null}
            <Link className="btn btn-outline btn-sm" to="/imports">
              Imports
            </Link>
            {may.edit ? (
              <Link className="btn btn-primary btn-sm" to="/devices/new">
                Add device model
              </Link>
            ) : null}
          </>
        }
      />
      <DeviceLists />
      <Panel flush>
        {any ? <ModelsFilters filter={filter} choices={choices} /> : null}
        {page.rows.length > 0 ? (
          <ModelsTable rows={page.rows} filter={filter} today={today} />
        ) : (
          <div className="p-4">
            <Empty title={isNarrowed(filter) ? 'No model matches.' : 'The register is empty.'}>
              {isNarrowed(filter) ? (
                <Link to="/devices">Show all models</Link>
              ) : may.edit ? (
                <Link to="/devices/new">Add the first device model</Link>
              ) : (
                'Somebody who may edit the register adds the first device model.'
              )}
            </Empty>
          </div>
        )}
        <Pager before={page.before} after={page.after} />
      </Panel>
    </>
  );
}
