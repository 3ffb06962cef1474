import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listWaiting } from '~/features/fleet/list-waiting.server';
import { WaitingTable } from '~/features/fleet/waiting-table';
import { WAITING_WHYS } from '~/features/fleet/waiting-whys';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? WAITING_WHYS[data.why].label : 'Waiting'} · Fleet · Changemark` },
];

export const loader = protectedLoader('fleet:read', undefined, ({ actor, url }) =>
  listWaiting(actor, url.searchParams),
);

export default function FleetWaiting() {
  const list = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Fleet', to: '/fleet' }]}
        title={WAITING_WHYS[list.why].label}
        sub={`${list.count.toLocaleString('en-GB')} of the ${WAITING_WHYS[list.why].of}.`}
        actions={
          list.mayExport ? (
            <a className="btn btn-outline btn-sm" href={`/fleet/export.csv?table=waiting&why=${list.why}`} download>
              Export (CSV)
            </a>
          ) : null
        }
      />
      <Panel flush>
        <WaitingTable list={list} />
      </Panel>
    </>
  );
}
