import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import { DeviceLists } from '~/features/devices/device-lists';
import { listUnits } from '~/features/units/list-units.server';
import { UnitsPanel } from '~/features/units/units-panel';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Units · Devices · Changemark' }];

export const loader = protectedLoader('device:read', undefined, ({ actor, url }) => listUnits(actor, url.searchParams));

export default function Units() {
  const list = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return (
    <>
      <PageHeader
        title="Units"
        sub="What stands on the wards: each unit with what is installed on it. What a unit does not say itself it has from its model."
        actions={
          list.may.export ? (
            <>
              <a className="btn btn-outline btn-sm" href="/units/connected-register.csv" download>
                Connected devices (CSV)
              </a>
              <a className="btn btn-outline btn-sm" href={`/units/export.csv${search}`} download>
                Export (CSV)
              </a>
            </>
          ) : null
        }
      />
      <DeviceLists />
      <UnitsPanel list={list} empty={<Link to="/devices">Choose a model</Link>} />
    </>
  );
}
