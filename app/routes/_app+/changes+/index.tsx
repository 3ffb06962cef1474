import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ChangesTable } from '~/features/changes/changes-table';
import { kindChoices } from '~/features/changes/kind-choices.server';
import { listChanges } from '~/features/changes/list-changes.server';
import { RunningEmergencies } from '~/features/emergencies/emergency-banner';
import { runningEmergencies } from '~/features/emergencies/emergency-view.server';
import { protectedLoader } from '~/guard/guard.server';
import { can } from '~/guard/permissions';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Changes · Changemark' }];

export const loader = protectedLoader('change:read', undefined, async ({ actor, url }) => ({
  list: await listChanges(actor, url.searchParams),
  kinds: kindChoices,
  emergencies: await runningEmergencies(actor),
  mayPropose: can(actor, 'change:propose'),
}));

export default function Changes() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Changes"
        sub="Every proposed security change, and what the published rules say about it."
        actions={
          <>
            <Link className="btn btn-sm" to="/standard-changes">
              Standard changes
            </Link>
            {data.mayPropose ? (
              <Link className="btn btn-primary btn-sm" to="/changes/new">
                Propose a change
              </Link>
            ) : null}
          </>
        }
      />
      <RunningEmergencies emergencies={data.emergencies} />
      <ChangesTable {...data} />
    </>
  );
}
