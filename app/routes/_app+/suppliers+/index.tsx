import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listSuppliers } from '~/features/suppliers/list-suppliers.server';
import { SuppliersTable } from '~/features/suppliers/suppliers-table';
import { protectedLoader } from '~/guard/guard.server';
import { FilterBar, FilterSelect, FilterText } from '~/ui/filters';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Suppliers · Changemark' }];

export const loader = protectedLoader('supplier:read', undefined, ({ actor, url }) =>
  listSuppliers(actor, url.searchParams),
);

export default function Suppliers() {
  const { page, q, late, retired, descending, mayEdit } = useLoaderData<typeof loader>();
  const narrowed = q !== '' || retired || late;
  return (
    <>
      <PageHeader
        title="Suppliers"
        sub="Makers and their agents: whom the letters go to, and what they owe an answer to."
        actions={
          mayEdit ? (
            <Link className="btn btn-primary btn-sm" to="/suppliers/new">
              Add supplier
            </Link>
          ) : null
        }
      />
      <Panel flush>
        <FilterBar
          label="Narrow the list of suppliers"
          kept={{ order: descending ? 'desc' : 'asc' }}
          narrowed={narrowed}
        >
          <FilterText name="q" label="Search" value={q} placeholder="Name" />
          <FilterSelect
            name="late"
            label="Letters"
            value={late ? 'yes' : ''}
            all="any"
            choices={[{ value: 'yes', label: 'something is overdue' }]}
          />
          <FilterSelect
            name="status"
            label="Status"
            value={retired ? 'retired' : ''}
            all="in use"
            choices={[{ value: 'retired', label: 'retired' }]}
          />
        </FilterBar>
        {page.rows.length > 0 ? (
          <SuppliersTable rows={page.rows} descending={descending} />
        ) : (
          <div className="p-4">
            <Empty title={narrowed ? 'No supplier matches.' : 'No supplier is recorded.'}>
              {narrowed ? (
                <Link to="/suppliers">Show all suppliers</Link>
              ) : mayEdit ? (
                <Link to="/suppliers/new">Add the first supplier</Link>
              ) : null}
            </Empty>
          </div>
        )}
        <Pager before={page.before} after={page.after} />
      </Panel>
    </>
  );
}
