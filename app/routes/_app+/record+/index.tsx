import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { publicKey } from '~/audit/checkpoint-key.server';
import { isNarrowed } from '~/audit/event-filters';
import { EventsTable } from '~/audit/events-table';
import { listEvents } from '~/audit/list-events.server';
import { RecordFilters } from '~/audit/record-filters';
import { Verification } from '~/audit/verification';
import { verifyOwnChain } from '~/audit/verify-own.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Record · Changemark' }];

export const loader = protectedLoader('audit:read', undefined, async ({ actor, url }) => ({
  ...(await listEvents(actor, url.searchParams)),
  key: publicKey(),
}));

export const action = protectedAction('audit:read', undefined, ({ actor, form }) => {
  const noted = form.get('noted');
  return verifyOwnChain(actor, typeof noted === 'string' ? noted : '');
});

export default function RecordPage() {
  const { rows, filters, people, before, after, key } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Record"
        sub="Everything that was done here, by whom and when; failed sign-ins and refused access too. Nothing in it can be changed."
        actions={
          <>
            <Link to="/record/reviews" className="btn btn-outline btn-sm">
              Reviews
            </Link>
            <a href="/verify" className="btn btn-outline btn-sm" download="verify.html">
              Offline verifier
            </a>
            <a href="/record/export.ndjson" className="btn btn-outline btn-sm" download>
              Export all (NDJSON)
            </a>
          </>
        }
      />
      <Verification found={found ?? null} publicKey={key} />
      <Panel flush>
        <RecordFilters filters={filters} people={people} />
        {rows.length > 0 ? (
          <EventsTable events={rows} />
        ) : (
          <div className="p-4">
            <Empty title={isNarrowed(filters) ? 'No event matches.' : 'Nothing is recorded yet.'}>
              {isNarrowed(filters) ? <Link to="/record">Show all events</Link> : null}
            </Empty>
          </div>
        )}
        <Pager before={before} after={after} note="newest first" />
      </Panel>
    </>
  );
}
