import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { listPeople } from '~/features/people/list-people.server';
import { PeopleTable, RoleMatrix } from '~/features/people/people-table';
import { protectedLoader } from '~/guard/guard.server';
import { ROLE_LABELS, ROLES } from '~/guard/roles';
import { Select, TextField } from '~/ui/field';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'People · Changemark' }];

export const loader = protectedLoader('people:manage', undefined, ({ actor, url }) =>
  listPeople(actor, url.searchParams),
);

const ROLE_CHOICES = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }));
const STATES = [
  { value: 'active', label: 'active' },
  { value: 'deactivated', label: 'deactivated' },
  { value: 'all', label: 'all' },
];

export default function People() {
  const { rows, filters, before, after } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="People"
        sub="Everybody who has an account in your organisation, and what the role allows."
        actions={
          <Link to="/people/new" className="btn btn-primary btn-sm">
            Add a person
          </Link>
        }
      />
      <Panel flush>
        <Form className="grid grid-cols-1 gap-3 px-4 pt-4 pb-3 sm:grid-cols-[minmax(0,2fr)_1fr_1fr_auto] sm:items-end">
          <TextField name="q" type="search" label="Name or e-mail address" value={filters.q} />
          <Select name="role" label="Role" choices={ROLE_CHOICES} blank="any" value={filters.role} />
          <Select name="state" label="State" choices={STATES} value={filters.state} />
          <button type="submit" className="btn btn-outline">
            Show
          </button>
        </Form>
        {rows.length > 0 ? (
          <PeopleTable people={rows} />
        ) : (
          <div className="p-4">
            <Empty title="Nobody matches.">
              <Link to="/people">Show everybody who is active</Link>
            </Empty>
          </div>
        )}
        <Pager before={before} after={after} />
      </Panel>
      <Panel title="What each role may do" flush>
        <p className="quiet px-4 pb-2">The server checks exactly this table at every act. Nobody has a way round it.</p>
        <RoleMatrix />
      </Panel>
    </>
  );
}
