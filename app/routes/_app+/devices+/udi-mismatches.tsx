import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { DeviceLists } from '~/features/devices/device-lists';
import { listUdiMismatches } from '~/features/devices/udi-mismatches.server';
import { protectedLoader } from '~/guard/guard.server';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager, TableRegion } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Identifiers to look at · Devices · Changemark' }];

export const loader = protectedLoader('device:read', undefined, ({ actor, url }) =>
  listUdiMismatches(actor, url.searchParams),
);

export default function UdiMismatches() {
  const { rows, before, after } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Devices', to: '/devices' }, { label: 'Identifiers to look at' }]}
        title="Identifiers to look at"
        sub="Models whose UDI-DI has a wrong length or check digit, or stands on another model too. Published identifiers are often wrong: nothing is refused, and nothing vanishes."
      />
      <DeviceLists />
      {rows.length > 0 ? (
        <Panel flush>
          <TableRegion label="Identifiers to look at">
            <table className="data-table stacks">
              <thead>
                <tr>
                  <th scope="col">Model</th>
                  <th scope="col">Maker</th>
                  <th scope="col">UDI-DI</th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row" className="font-medium">
                      <Link to={`/devices/${row.id}`}>{row.name}</Link>
                    </th>
                    <td data-label="Maker">{row.maker}</td>
                    <td data-label="UDI-DI" className="font-mono break-all">
                      {row.udiDi}
                    </td>
                    <td data-label="Why">
                      {row.problem}
                      {row.twin ? (
                        <span className="block">
                          The same stands on <Link to={`/devices/${row.twin.id}`}>{row.twin.name}</Link>.
                        </span>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
          <Pager before={before} after={after} />
        </Panel>
      ) : (
        <Empty title="Every identifier that can be checked is in order.">
          Those of HIBCC and ICCBBA are taken as they stand; models without one are not listed.
        </Empty>
      )}
    </>
  );
}
