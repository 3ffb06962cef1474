import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData, useLocation } from '@remix-run/react';
import { ClaimRows } from '~/features/claims/claim-rows';
import { listClaims } from '~/features/claims/list-claims.server';
import { protectedLoader } from '~/guard/guard.server';
import { FilterBar, FilterSelect } from '~/ui/filters';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Claims · Changemark' }];

export const loader = protectedLoader('document:read', undefined, ({ actor, url }) =>
  listClaims(actor, url.searchParams),
);

export default function Claims() {
  const { page, status, supplier, mayConfirm } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const choosing = mayConfirm && status === 'proposed' && page.rows.length > 0;
  return (
    <>
      <PageHeader
        title="Claims"
        sub="What suppliers said, one statement at a time. Nothing counts until a person confirms it by name."
        actions={
          <Link className="btn btn-sm" to="/contradictions">
            Contradictions
          </Link>
        }
      />
      <Panel flush>
        <FilterBar
          label="Narrow the list of claims"
          kept={supplier ? { supplier: supplier.id } : {}}
          narrowed={supplier !== null || status !== 'proposed'}
        >
          <FilterSelect
            name="status"
            label="State"
            value={status === 'proposed' ? '' : status}
            all="waiting for confirmation"
            choices={[
              { value: 'confirmed', label: 'confirmed' },
              { value: 'set_aside', label: 'set aside' },
            ]}
          />
          {supplier ? <p className="min-w-0 self-center break-words">Only {supplier.name}</p> : null}
        </FilterBar>
        {page.rows.length === 0 ? (
          <div className="p-4">
            <Empty title={status === 'proposed' ? 'Nothing waits for confirmation.' : 'No claim is in this state.'}>
              Claims come out of the <Link to="/letters">replies to letters</Link>.
            </Empty>
          </div>
        ) : choosing ? (
          <Form method="get" action="/claims/confirm" aria-label="Confirm several claims">
            <input type="hidden" name="back" value={pathname + search} />
            <ClaimRows rows={page.rows} choosing />
            <p className="px-4 py-2">
              <button type="submit" className="btn btn-primary btn-sm">
                Read and confirm those ticked …
              </button>
            </p>
          </Form>
        ) : (
          <ClaimRows rows={page.rows} />
        )}
        <Pager before={page.before} after={page.after} />
      </Panel>
    </>
  );
}
