/** A list of units with its filters, its pages and its empty states. */
import { Link, useLocation } from '@remix-run/react';
import { Empty, Panel } from '../../ui/page';
import { Pager } from '../../ui/table';
import type { UnitsList } from './list-units.server';
import { isNarrowed } from './units-filter';
import { UnitsFilters } from './units-filters';
import { UnitsTable } from './units-table';

/** "more than 1,000 units" */
export function matchingInWords({ count, countedTo }: UnitsList['matching']): string {
  const number = (n: number) => n.toLocaleString('en-GB');
  if (count > countedTo) return `more than ${number(countedTo)} units`;
  return count === 1 ? '1 unit' : `${number(count)} units`;
}

export function UnitsPanel({ list, ofModel, empty }: { list: UnitsList; ofModel?: boolean; empty: React.ReactNode }) {
  const { pathname } = useLocation();
  const narrowed = isNarrowed(list.filter);
  return (
    <Panel flush>
      <UnitsFilters filter={list.filter} choices={list.choices} />
      {list.page.rows.length > 0 ? (
        <UnitsTable rows={list.page.rows} filter={list.filter} ofModel={ofModel} />
      ) : (
        <div className="p-4">
          <Empty title={narrowed ? 'No unit matches.' : 'No unit is recorded.'}>
            {narrowed ? <Link to={pathname}>Show all units in use</Link> : empty}
          </Empty>
        </div>
      )}
      <Pager before={list.page.before} after={list.page.after} note={matchingInWords(list.matching)} />
    </Panel>
  );
}
