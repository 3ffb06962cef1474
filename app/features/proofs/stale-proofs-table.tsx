import { Link } from '@remix-run/react';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import { ProofBadge } from './proof-badge';
import type { StaleProof } from './stale-proofs.server';

/** Proofs that hold no more, each with the way to the model on which to take a new one. */
export const StaleProofsTable = ({ rows }: { rows: readonly StaleProof[] }) => (
  <TableRegion label="Proofs that hold no more">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Device</th>
          <th scope="col">Measure and proof</th>
          <th scope="col">State</th>
          <th scope="col">Taken</th>
          <th scope="col">Where</th>
          <th scope="col">Units</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to={`/devices/${row.modelId}/proofs`} className="inline-block py-0.5 underline">
                {row.model}
              </Link>
            </th>
            <td data-label="Measure and proof">
              {row.measure}
              <span className="quiet block">{row.proof}</span>
            </td>
            <td data-label="State">
              {row.failed ? (
                <ProofBadge state="failed" />
              ) : (
                <ProofBadge state="stale" word={`stale since ${dateInWords(row.staleOn)}`} />
              )}
            </td>
            <td data-label="Taken" className="whitespace-nowrap">
              {dateInWords(row.takenOn)}
            </td>
            <td data-label="Where">{row.document}</td>
            <td data-label="Units" className="tabular-nums">
              {row.unitsInUse.toLocaleString('en-GB')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
