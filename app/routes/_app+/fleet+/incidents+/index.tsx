import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { IncidentTable } from '~/features/incidents/incident-table';
import { listIncidents } from '~/features/incidents/list-incidents.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Incident replay · Fleet · Changemark' }];

export const loader = protectedLoader('fleet:read', undefined, async ({ actor, url }) =>
  notFoundUnless(await listIncidents(actor, url.searchParams)),
);

export default function Incidents() {
  const list = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Fleet', to: '/fleet' }, { label: 'Incidents' }]}
        title="Incident replay"
        sub={
          list.model ? (
            <>
              Public incidents, played on{' '}
              <Link to={`/devices/${list.model.id}/plans`} className="underline">
                {list.model.name}
              </Link>{' '}
              as it stands today. <Link to="/fleet/incidents">The whole fleet</Link>
            </>
          ) : (
            'Public incidents, played on the fleet as it stands today: which units, and which controls would have mattered.'
          )
        }
      />
      <Panel flush>
        <IncidentTable {...list} />
      </Panel>
      <p className="quiet max-w-prose">
        “Not known” is neither yes nor no: the page of each incident says what is missing. A control counts as in place
        only with a <Link to="/fleet/proofs">fresh proof</Link>. The incidents are told from public sources, each
        sentence with how sure it is; which measure would have mattered how is our own derivation unless it says
        otherwise.
      </p>
    </>
  );
}
