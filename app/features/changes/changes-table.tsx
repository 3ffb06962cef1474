/** The list of changes: filters, then rows; on a narrow screen each row is a card. */
import { Link, useSearchParams } from '@remix-run/react';
import { StateBadge, TierRange } from '../../ui/badge';
import { Select, TextField } from '../../ui/field';
import { Empty, Panel } from '../../ui/page';
import { Pager, SortHeading, TableRegion } from '../../ui/table';
import { DateText, dateInWords } from '../../ui/time';
import { CHANGE_STATUSES, STATUS_LABELS } from './change-status';
import type { ChangeList, ChangeListRow } from './list-changes.server';

interface Props {
  list: ChangeList;
  kinds: { value: string; label: string }[];
  mayPropose: boolean;
}

function Filters({ list, kinds }: Props) {
  const { filters } = list;
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-3 p-4 pb-2">
        <div className="min-w-0 flex-1 basis-56">
          <TextField name="q" type="search" label="Reference, title, device, CVE" value={filters.q} />
        </div>
        <div className="basis-40">
          <Select
            name="status"
            label="State"
            blank="any"
            value={filters.status}
            choices={CHANGE_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] }))}
          />
        </div>
        <div className="basis-52">
          <Select name="kind" label="Kind" blank="any" value={filters.kind} choices={kinds} />
        </div>
        <label className="flex min-h-10 items-center gap-2">
          <input
            type="checkbox"
            name="mine"
            value="yes"
            defaultChecked={filters.mine}
            className="checkbox checkbox-sm"
          />
          Proposed by me
        </label>
        {filters.model ? <input type="hidden" name="model" value={filters.model} /> : null}
        <input type="hidden" name="sort" value={filters.sort} />
        <input type="hidden" name="order" value={filters.descending ? 'desc' : 'asc'} />
        <button type="submit" className="btn">
          Show
        </button>
      </form>
    </search>
  );
}

const LOOK = { draft: 'plain', withdrawn: 'plain', rejected: 'error', approved: 'success', closed: 'success' } as const;
const lookOf = (status: string) => LOOK[status as keyof typeof LOOK] ?? 'info';

const Row = ({ row }: { row: ChangeListRow }) => (
  <tr>
    <td>
      <Link to={`/changes/${row.id}`} className="font-medium hover:underline">
        {row.title}
      </Link>
      <span className="quiet block text-[0.93em]">
        <span className="font-mono">{row.reference}</span> · {row.kinds.join(', ') || 'kind not chosen'}
      </span>
    </td>
    <td data-label="Device">
      {row.modelName}
      <span className="quiet block text-[0.93em]">
        {row.supplierName} · {row.units} {row.units === 1 ? 'unit' : 'units'}
      </span>
    </td>
    <td data-label="State">
      <StateBadge state={lookOf(row.status)}>{row.statusLabel}</StateBadge>
    </td>
    <td data-label="Tier">
      {row.tier ? (
        <>
          <TierRange from={row.tier.from} to={row.tier.to} />
          <span className="quiet block text-[0.93em]">
            {row.tier.open === 0 ? 'nothing open' : `${row.tier.open} open`}
          </span>
        </>
      ) : (
        <span className="quiet">not assessed</span>
      )}
    </td>
    <td data-label="Needed by">{row.neededBy ? dateInWords(row.neededBy) : <span className="quiet">–</span>}</td>
    <td data-label="Changed">
      <DateText value={row.updatedAt} />
      <span className="quiet block text-[0.93em]">{row.proposerName}</span>
    </td>
  </tr>
);

export function ChangesTable(props: Props) {
  const { list, mayPropose } = props;
  const { filters } = list;
  const [search] = useSearchParams();
  const isNarrowed = ['q', 'status', 'kind', 'model', 'mine'].some((name) => search.get(name));
  const sort = { sorted: filters.sort, descending: filters.descending };
  return (
    <Panel flush>
      <Filters {...props} />
      {list.device ? (
        <p className="px-4 pb-2">
          Only changes of <strong>{list.device}</strong>. <Link to="/changes">Show all</Link>
        </p>
      ) : null}
      {list.rows.length === 0 ? (
        <div className="p-4 pt-0">
          <Empty title={isNarrowed ? 'No change matches' : 'No change has been proposed yet'}>
            {isNarrowed ? (
              <Link to="/changes">Show all changes</Link>
            ) : mayPropose ? (
              <Link to="/changes/new">Propose the first</Link>
            ) : (
              'Clinical engineers and regulatory affairs propose changes.'
            )}
          </Empty>
        </div>
      ) : (
        <>
          <div className="px-2">
            <TableRegion label="Changes">
              <table className="data-table stacks">
                <thead>
                  <tr>
                    <SortHeading column="reference" {...sort}>
                      Change
                    </SortHeading>
                    <th scope="col">Device</th>
                    <th scope="col">State</th>
                    <th scope="col">Tier</th>
                    <SortHeading column="needed" {...sort}>
                      Needed by
                    </SortHeading>
                    <SortHeading column="updated" {...sort}>
                      Changed
                    </SortHeading>
                  </tr>
                </thead>
                <tbody>
                  {list.rows.map((row) => (
                    <Row key={row.id} row={row} />
                  ))}
                </tbody>
              </table>
            </TableRegion>
          </div>
          <Pager before={list.before} after={list.after} />
        </>
      )}
    </Panel>
  );
}
