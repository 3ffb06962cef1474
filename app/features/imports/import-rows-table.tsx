/** Rows of an import: what each would do, or did, with what differs and what is wrong. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TableRegion, useSearchLink } from '../../ui/table';
import type { ImportPage, ShownRow } from './import-view';
import { OUTCOME_WORDS, OUTCOMES } from './import-words';

/** Filters by outcome, as links with their counts. */
export function OutcomeFilters({ page }: { page: ImportPage }) {
  const link = useSearchLink();
  const total = OUTCOMES.reduce((sum, one) => sum + (page.counts[one] ?? 0), 0);
  const one = (value: ImportPage['filter'], label: string) => (
    <li key={value}>
      <Link
        to={link({ show: value || null, after: null, before: null })}
        aria-current={page.filter === value ? 'true' : undefined}
        className={`btn btn-sm ${page.filter === value ? 'btn-neutral' : 'btn-ghost'}`}
      >
        {label}
      </Link>
    </li>
  );
  return (
    <ul className="no-print flex flex-wrap gap-1 px-4 py-2" aria-label="Show rows that are">
      {one('', `all ${total.toLocaleString('en-GB')}`)}
      {OUTCOMES.filter((outcome) => (page.counts[outcome] ?? 0) > 0).map((outcome) =>
        one(outcome, `${OUTCOME_WORDS[outcome].label} ${(page.counts[outcome] ?? 0).toLocaleString('en-GB')}`),
      )}
      {one('warned', 'with a remark')}
      {page.undone && page.undone.left > 0 ? one('left', `left as they are ${page.undone.left}`) : null}
    </ul>
  );
}

const Said = ({ row }: { row: ShownRow }) => (
  <ul className="flex flex-col gap-0.5 break-words">
    {row.problems.map(({ rule, message, place }) => (
      <li key={`${rule}${place}${message}`}>
        <strong>{rule}:</strong> {message}
      </li>
    ))}
    {row.differences.map(({ what, before, after }) => (
      <li key={what}>
        {what}: <del className="quiet">{before}</del> → <ins className="no-underline">{after}</ins>
      </li>
    ))}
    {row.warnings.map((warning) => (
      <li key={warning} className="quiet">
        {warning}
      </li>
    ))}
    {row.undoProblem ? (
      <li>
        <strong>Not taken back:</strong> {row.undoProblem}
      </li>
    ) : null}
  </ul>
);

/** @param partly some rows are applied and some are not: each says which */
export const ImportRowsTable = ({ rows, partly }: { rows: ShownRow[]; partly: boolean }) => (
  <TableRegion label="Rows of the file">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Outcome</th>
          <th scope="col">Differences and remarks</th>
          <th scope="col">Place in the file</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.n}>
            <td data-label="" className="break-words md:min-w-52">
              {row.to ? <Link to={row.to}>{row.label || `row ${row.n}`}</Link> : row.label || `row ${row.n}`}
            </td>
            <td data-label="Outcome">
              <span className="flex flex-wrap gap-1">
                <StateBadge state={OUTCOME_WORDS[row.outcome].look}>{OUTCOME_WORDS[row.outcome].label}</StateBadge>
                {row.undone ? <StateBadge state="plain">taken back</StateBadge> : null}
                {partly && row.applied && !row.undone ? <StateBadge state="plain">applied</StateBadge> : null}
              </span>
            </td>
            <td data-label="Differences and remarks">
              <Said row={row} />
            </td>
            <td data-label="Place in the file" className="quiet break-words">
              {row.place}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
