import { Link } from '@remix-run/react';
import { shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { ClaimView } from './claim-view';

/** Rows of the list of claims; with boxes to tick where several may be confirmed. */
export const ClaimRows = ({ rows, choosing = false }: { rows: ClaimView[]; choosing?: boolean }) => (
  <TableRegion label="Claims">
    <table className="data-table stacks">
      <thead>
        <tr>
          {choosing ? (
            <th scope="col">
              <span className="sr-only">Tick to confirm</span>
            </th>
          ) : null}
          <th scope="col">What is claimed</th>
          <th scope="col">In these words</th>
          <th scope="col">Said by</th>
          <th scope="col">Letter</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((claim) => (
          <tr key={claim.id}>
            {choosing ? (
              <td>
                <label className="flex min-h-6 min-w-6 items-center gap-2">
                  <input type="checkbox" name="claim" value={claim.id} className="checkbox checkbox-sm" />
                  <span className="sr-only">Tick: {shorten(claim.statement, 120)}</span>
                </label>
              </td>
            ) : null}
            <th scope="row" className="max-w-md break-words">
              <Link to={`/claims/${claim.id}`} className="hover:underline">
                {shorten(claim.statement, 200)}
              </Link>
              {claim.status === 'proposed' ? null : (
                <span className="quiet block font-normal">
                  {claim.status === 'confirmed' ? 'Confirmed' : 'Set aside'} by {claim.decidedByName}
                </span>
              )}
            </th>
            <td data-label="Words" className="max-w-sm break-words">
              “{shorten(claim.quotation.replaceAll('\n', ' '), 160)}”
            </td>
            <td data-label="Said by" className="max-w-60 break-words">
              {shorten(claim.saidBy, 120)}, {dateInWords(claim.saidOn)}
              {claim.enteredBy ? <span className="quiet block">typed in by {claim.enteredBy}</span> : null}
            </td>
            <td data-label="Letter" className="whitespace-nowrap">
              <Link to={`/letters/${claim.letter.id}`} className="inline-block min-h-6 font-mono underline">
                {claim.letter.reference}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
