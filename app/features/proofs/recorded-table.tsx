import { Link } from '@remix-run/react';
import { isMeasureId, measureOf } from '../../regulation/options/measures';
import { LongText } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { RecordedProof } from './proofs-page.server';

const RESULT_WORDS = { holds: 'holds', partly: 'holds in part', fails: 'fails' } as const;

/** What was recorded, newest first. */
export const RecordedTable = ({ recorded }: { recorded: readonly RecordedProof[] }) => (
  <TableRegion label="Recorded proofs">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Taken</th>
          <th scope="col">Measure and proof</th>
          <th scope="col">Result</th>
          <th scope="col">Stale on</th>
          <th scope="col">Where</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {recorded.map((one) => (
          <tr key={one.id}>
            <td data-label="Taken" className="whitespace-nowrap">
              {dateInWords(one.takenOn)}
            </td>
            <td data-label="Measure and proof">
              {isMeasureId(one.measure) ? measureOf(one.measure).label : one.measure}
              <span className="quiet block">{one.proof}</span>
            </td>
            <td data-label="Result">{RESULT_WORDS[one.result]}</td>
            <td data-label="Stale on" className="whitespace-nowrap">
              {dateInWords(one.staleOn)}
            </td>
            <td data-label="Where">
              <LongText text={one.document} />
              {one.change ? (
                <Link to={`/changes/${one.change.id}`} className="block underline">
                  {one.change.reference}
                </Link>
              ) : null}
              {one.note ? (
                <div className="quiet">
                  <LongText text={one.note} />
                </div>
              ) : null}
            </td>
            <td data-label="By">{one.recordedByName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
