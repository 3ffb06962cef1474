/** The list of imports. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { TimeText } from '../../ui/time';
import type { ImportLine } from './import-view';
import { IMPORT_STATES, OUTCOME_WORDS, OUTCOMES, PURPOSES } from './import-words';

/** "12 new, 3 refused" */
export const countsInWords = (counts: Record<string, number>): string =>
  OUTCOMES.filter((one) => (counts[one] ?? 0) > 0)
    .map((one) => `${(counts[one] ?? 0).toLocaleString('en-GB')} ${OUTCOME_WORDS[one].label}`)
    .join(', ');

/** Who brought it: a person by name, or where it came from by itself. */
export const broughtInWords = ({
  broughtBy,
  createdByName,
}: Pick<ImportLine, 'broughtBy' | 'createdByName'>): string =>
  broughtBy.startsWith('folder:')
    ? `found in the folder ${broughtBy.slice('folder:'.length)}`
    : broughtBy.startsWith('address:')
      ? `fetched from ${broughtBy.slice('address:'.length)}`
      : createdByName;

export const ImportsTable = ({ rows }: { rows: ImportLine[] }) => (
  <TableRegion label="Imports">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What it is</th>
          <th scope="col">Brought by</th>
          <th scope="col">When</th>
          <th scope="col">Rows</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label="" className="break-words">
              <Link to={`/imports/${row.id}`}>{row.fileName}</Link>
            </td>
            <td data-label="What it is">{row.format || PURPOSES[row.purpose].label}</td>
            <td data-label="Brought by">{broughtInWords(row)}</td>
            <td data-label="When">
              <TimeText value={row.createdAt} />
            </td>
            <td data-label="Rows">{countsInWords(row.counts) || '–'}</td>
            <td data-label="State">
              <StateBadge state={IMPORT_STATES[row.status].look}>{IMPORT_STATES[row.status].label}</StateBadge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
