/** The periods of a plan in words, beside the staircase. */
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import { exposureInWords } from '../options/option-words';
import { letterOf } from './lay-out-staircase';
import type { PeriodView, PlanView } from './plan-view';

const named = (numbers: readonly number[], plan: PlanView): string =>
  numbers
    .map((number) => `${number} ${plan.steps.find((step) => step.number === number)?.label ?? ''}`.trim())
    .join(', ');

function InForce({ period, plan }: { period: PeriodView; plan: PlanView }) {
  return (
    <>
      {period.steps.length > 0 ? <span className="block">{named(period.steps, plan)}</span> : null}
      {period.maybeSteps.length > 0 ? (
        <span className="quiet block">perhaps: {named(period.maybeSteps, plan)}</span>
      ) : null}
      {period.steps.length + period.maybeSteps.length === 0 ? <span className="quiet">nothing yet</span> : null}
    </>
  );
}

const Lines = ({ lines, none }: { lines: readonly string[]; none: string }) =>
  lines.length === 0 ? (
    <span className="quiet">{none}</span>
  ) : (
    <ul className="list-disc pl-4">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

/** "29 Nov 2026 until 11 Jan 2027"; the last day of a period is the day before the next one begins. */
const daysOf = ({ from, to }: PeriodView) =>
  to === null ? `from ${dateInWords(from)} on` : `${dateInWords(from)} until ${dateInWords(to)}`;

export const PeriodsTable = ({ plan }: { plan: PlanView }) => (
  <TableRegion label="Periods of the plan">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col">Begins with</th>
          <th scope="col">In force</th>
          <th scope="col">Exposure left</th>
          <th scope="col">Not known</th>
        </tr>
      </thead>
      <tbody>
        {plan.periods.map((period, at) => (
          <tr key={period.from}>
            <th scope="row">
              {letterOf(at)}
              <span className="quiet block font-normal">{daysOf(period)}</span>
            </th>
            <td data-label="Begins with">
              <Lines
                lines={[
                  ...(at === 0 ? ['today'] : []),
                  ...period.marks,
                  ...period.beginning.map((number) => `step ${number} in force`),
                  ...period.perhaps.map((number) => `step ${number} at the earliest`),
                ]}
                none="a day on which something else is settled"
              />
            </td>
            <td data-label="In force">
              <InForce period={period} plan={plan} />
            </td>
            <td data-label="Exposure left">
              <strong className="font-semibold">{exposureInWords(period)}</strong>
              <details>
                <summary className="quiet min-h-6 cursor-pointer">
                  Why<span className="sr-only"> in period {letterOf(at)}</span>
                </summary>
                <Lines lines={period.reasons} none="no rule speaks of it" />
              </details>
            </td>
            <td data-label="Not known">
              <Lines lines={period.unknown} none="nothing that the plan turns on" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
