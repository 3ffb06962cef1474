import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { CONTRADICTION_STATUS, type ContradictionView } from '~/features/claims/contradiction-view';
import { listContradictions } from '~/features/claims/read-contradictions.server';
import { protectedLoader } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { FilterBar, FilterSelect } from '~/ui/filters';
import { shorten } from '~/ui/long-text';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager, TableRegion } from '~/ui/table';
import { dateInWords } from '~/ui/time';

export const meta: MetaFunction = () => [{ title: 'Contradictions · Changemark' }];

export const loader = protectedLoader('document:read', undefined, ({ actor, url }) =>
  listContradictions(actor, url.searchParams),
);

function SideCell({ side }: { side: ContradictionView['one'] }) {
  return (
    <>
      “{shorten(side.quotation.replaceAll('\n', ' '), 120)}”
      <span className="quiet block">
        {shorten(side.document, 80)}
        {side.saidOn ? `, ${dateInWords(side.saidOn)}` : ''}
      </span>
    </>
  );
}

export default function Contradictions() {
  const { page, filter, supplier, device } = useLoaderData<typeof loader>();
  const narrowed = filter !== 'waiting' || supplier !== null || device !== null;
  const kept = { ...(supplier ? { supplier: supplier.id } : {}), ...(device ? { device: device.id } : {}) };
  return (
    <>
      <PageHeader
        title="Contradictions"
        sub="Two statements on the same device and subject that cannot both be right."
        actions={
          <Link className="btn btn-sm" to="/claims">
            Claims
          </Link>
        }
      />
      <Panel flush>
        <FilterBar label="Narrow the list of contradictions" kept={kept} narrowed={narrowed}>
          <FilterSelect
            name="status"
            label="State"
            value={filter === 'waiting' ? '' : filter}
            all="open"
            choices={[
              { value: 'asked', label: 'the supplier is asked' },
              { value: 'settled', label: 'settled' },
              { value: 'no_contradiction', label: 'no contradiction' },
              { value: 'all', label: 'all' },
            ]}
          />
          {supplier ? <p className="min-w-0 self-center break-words">Only {supplier.name}</p> : null}
          {device ? <p className="min-w-0 self-center break-words">Only {device.name}</p> : null}
        </FilterBar>
        {page.rows.length === 0 ? (
          <div className="p-4">
            <Empty title={narrowed ? 'No contradiction is in this state.' : 'No contradiction is open.'}>
              Answers, quotations and MDS2 forms are held against each other whenever one is recorded.
            </Empty>
          </div>
        ) : (
          <TableRegion label="Contradictions">
            <table className="data-table stacks">
              <thead>
                <tr>
                  <th scope="col">About</th>
                  <th scope="col">First</th>
                  <th scope="col">Second</th>
                  <th scope="col">State</th>
                </tr>
              </thead>
              <tbody>
                {page.rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row" className="max-w-xs break-words">
                      <Link to={`/contradictions/${row.id}`} className="hover:underline">
                        {shorten(row.label, 160)}
                      </Link>
                      <span className="quiet block font-normal">
                        {[row.model?.name, row.supplier.name].filter(Boolean).join(' · ')}
                      </span>
                    </th>
                    <td data-label="First" className="max-w-sm break-words">
                      <SideCell side={row.one} />
                    </td>
                    <td data-label="Second" className="max-w-sm break-words">
                      <SideCell side={row.other} />
                    </td>
                    <td data-label="State">
                      <StateBadge state={CONTRADICTION_STATUS[row.status].look}>
                        {CONTRADICTION_STATUS[row.status].label}
                      </StateBadge>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        )}
        <Pager before={page.before} after={page.after} />
      </Panel>
    </>
  );
}
