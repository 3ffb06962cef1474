import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { SortHeading, TableRegion } from '../../ui/table';
import type { SupplierListRow } from './list-suppliers.server';

const count = (n: number) => n.toLocaleString('en-GB');

/** Suppliers, one a row, each with how it stands. */
export const SuppliersTable = ({ rows, descending }: { rows: SupplierListRow[]; descending: boolean }) => (
  <TableRegion label="Suppliers">
    <table className="data-table stacks">
      <thead>
        <tr>
          <SortHeading column="name" sorted="name" descending={descending}>
            Name
          </SortHeading>
          <th scope="col">Country</th>
          <th scope="col" className="md:text-right">
            Overdue
          </th>
          <th scope="col" className="md:text-right">
            Open questions
          </th>
          <th scope="col" className="md:text-right">
            Silent for
          </th>
          <th scope="col">First contact</th>
          <th scope="col" className="md:text-right">
            Models
          </th>
          <th scope="col" className="md:text-right">
            Units
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((supplier) => (
          <tr key={supplier.id}>
            <th scope="row" className="font-medium">
              <Link to={`/suppliers/${supplier.id}`}>{supplier.name}</Link>
            </th>
            <td data-label="Country">{supplier.country || '–'}</td>
            <td data-label="Overdue" className="md:text-right">
              {supplier.overdue > 0 ? <StateBadge state="hold">{count(supplier.overdue)}</StateBadge> : '–'}
            </td>
            <td data-label="Open questions" className="md:text-right">
              {supplier.openQuestions > 0 ? (
                <Link
                  to={`/suppliers/${supplier.id}/answers?open=yes`}
                  aria-label={`${supplier.openQuestions} open questions to ${supplier.name}`}
                >
                  {count(supplier.openQuestions)}
                </Link>
              ) : (
                '–'
              )}
            </td>
            <td data-label="Silent for" className="whitespace-nowrap md:text-right">
              {supplier.silentDays === null
                ? '–'
                : `${count(supplier.silentDays)} ${supplier.silentDays === 1 ? 'day' : 'days'}`}
            </td>
            <td data-label="First contact">{supplier.contact || <span className="quiet">none recorded</span>}</td>
            <td data-label="Models" className="md:text-right">
              <Link to={`/devices?maker=${supplier.id}`} aria-label={`${supplier.models} models of ${supplier.name}`}>
                {supplier.models}
              </Link>
            </td>
            <td data-label="Units" className="md:text-right">
              {count(supplier.units)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
