/** The clocks under which something would be reported, with their source and how sure we are of it. */
import type { ReportClock } from '../../../db/schema/risk.server';
import { ConfidenceBadge, StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import { REGIME_LABELS, type Regime } from './triage-answers';

const regimeLabel = (regime: string): string => REGIME_LABELS[regime as Regime] ?? regime;

const Row = ({ clock, today }: { clock: ReportClock; today: string | null }) => (
  <tr>
    <td>
      <span className="quiet">{regimeLabel(clock.regime)}: </span>
      {clock.what}
      <span className="quiet block text-[0.93em]">
        {clock.citation} <ConfidenceBadge mark={clock.mark} />
      </span>
    </td>
    <td data-label="Whose" className="whitespace-nowrap!">
      {clock.who}
    </td>
    <td data-label="Within">
      {clock.within}
      {clock.certain ? null : <span className="block">if what is not known turns out so</span>}
    </td>
    <td data-label="By" className="whitespace-nowrap!">
      {clock.due ? <DateText value={clock.due} /> : <span className="quiet">no day</span>}
      {today !== null && clock.due && clock.due < today ? (
        <span className="mt-0.5 block">
          <StateBadge state="hold">past</StateBadge>
        </span>
      ) : null}
    </td>
  </tr>
);

const Rows = ({ label, clocks, today }: { label: string; clocks: readonly ReportClock[]; today: string | null }) => (
  <TableRegion label={label}>
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
          <Row key={`${clock.regime} ${clock.citation} ${clock.what} ${clock.due}`} clock={clock} today={today} />
        ))}
      </tbody>
    </table>
  </TableRegion>
);

const byDay = (one: ReportClock, other: ReportClock) => (one.due ?? '').localeCompare(other.due ?? '');

/** Days first, the earliest on top; `today` marks what is past, null leaves that out (what is decided runs no longer). */
export function ClocksTable({ clocks, today }: { clocks: readonly ReportClock[]; today: string | null }) {
  const dated = clocks.filter(({ due }) => due !== null).sort(byDay);
  const others = clocks.filter(({ due }) => due === null);
  return (
    <>
      {dated.length > 0 ? <Rows label="Clocks with a day" clocks={dated} today={today} /> : null}
      {others.length > 0 ? (
        <details className="mt-1" open={dated.length === 0 || undefined}>
          <summary className="min-h-6 w-fit cursor-pointer">
            Duties whose time limit is no number of days ({others.length})
          </summary>
          <Rows label="Duties without a day" clocks={others} today={today} />
        </details>
      ) : null}
    </>
  );
}
