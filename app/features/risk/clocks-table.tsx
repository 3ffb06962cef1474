/** The clocks under which something would be reported, with their source and how sure we are of it. */
import type { ReportClock } from '../../../db/schema/risk.server';
import { ConfidenceBadge, StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import { REGIME_LABELS, type Regime } from './triage-answers';

const regimeLabel = (regime: string): string => REGIME_LABELS[regime as Regime] ?? regime;

/** `today` marks what is past; null leaves it out (what is decided runs no longer). */
export const ClocksTable = ({ clocks, today }: { clocks: readonly ReportClock[]; today: string | null }) => (
  <TableRegion label="Clocks of reports">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Duty</th>
          <th scope="col">Whose</th>
          <th scope="col">Within</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map((clock) => (
          <tr key={`${clock.regime} ${clock.citation} ${clock.what} ${clock.due}`}>
            <td>
              <span className="quiet">{regimeLabel(clock.regime)}: </span>
              {clock.what}
              <span className="quiet block text-[0.93em]">
                {clock.citation} <ConfidenceBadge mark={clock.mark} />
              </span>
            </td>
            <td data-label="Whose">{clock.who}</td>
            <td data-label="Within">
              {clock.within}
              {clock.certain ? null : <span className="block">if what is not known turns out so</span>}
            </td>
            <td data-label="By">
              {clock.due ? <DateText value={clock.due} /> : <span className="quiet">no day to count</span>}
              {today !== null && clock.due && clock.due < today ? (
                <span className="mt-0.5 block">
                  <StateBadge state="hold">past</StateBadge>
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
