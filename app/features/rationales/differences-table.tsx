import { LongText } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import type { Difference } from './what-differs';

/** What is different now, line by line. */
export const DifferencesTable = ({ differences }: { differences: readonly Difference[] }) => (
  <TableRegion label="What is different now">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Then</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ what, was, now }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be called alike, and the list never moves
          <tr key={at}>
            <th scope="row" className="font-normal!">
              {what}
            </th>
            <td data-label="Then">
              <LongText text={was} />
            </td>
            <td data-label="Now">
              <LongText text={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
