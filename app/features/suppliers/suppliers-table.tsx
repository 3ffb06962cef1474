import { Link } from '@remix-run/react';
import { SortHeading, TableRegion } from '../../ui/table';
import type { SupplierListRow } from './list-suppliers.server';

/** Suppliers, one a row. */
export const SuppliersTable = ({ rows, descending }: { rows: SupplierListRow[]; descending: boolean }) => (
  <TableRegion label="Suppliers">
    <table className="data-table stacks">
      <thead>
        <tr>
          <SortHeading column="name" sorted="name" descending={descending}>
            Name
          </SortHeading>
          <th scope="col">Country</th>
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
            <td data-label="First contact">{supplier.contact || <span className="quiet">none recorded</span>}</td>
            <td data-label="Models" className="md:text-right">
              <Link to={`/devices?maker=${supplier.id}`} aria-label={`${supplier.models} models of ${supplier.name}`}>
                {supplier.models}
              </Link>
            </td>
            <td data-label="Units" className="md:text-right">
              {supplier.units.toLocaleString('en-GB')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
