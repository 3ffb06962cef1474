/** What was planned beside what was done. */
import { Link } from '@remix-run/react';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { timeInWords } from '../../ui/time';
import type { CarryOutPage } from './carry-out-view';
import { progressInWords } from './outcomes';

const Said = ({ text }: { text: string }) =>
  text ? <LongText text={text} /> : <span className="quiet">the plan does not say</span>;

export function ComparedPanel({ page }: { page: CarryOutPage }) {
  const { planned, comparison, change, progress } = page;
  if (!comparison) return null;
  const { differences, window } = comparison;
  const rows = [
    { label: 'When', plan: planned?.timing ?? '', done: window ? spanOf(window) : 'nothing recorded yet' },
    { label: 'Units', plan: progress.units > 0 ? `${progress.units}` : '', done: progressInWords(progress) },
    { label: 'Version after', plan: planned?.versionAfter ?? '', done: 'see the units' },
  ];
  return (
    <Panel
      id="compared"
      title="Held against the plan"
      aside={
        <Link className="inline-block py-0.5 underline" to={`/changes/${change.id}/plan`}>
          Plan and checks
        </Link>
      }
    >
      <TableRegion label="Plan and what was done">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">About</th>
              <th scope="col">Planned</th>
              <th scope="col">Done</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, plan, done }) => (
              <tr key={label}>
                <th scope="row" className="md:whitespace-nowrap">
                  {label}
                </th>
                <td data-label="Planned">
                  <Said text={plan} />
                </td>
                <td data-label="Done">{done}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <h3 className="mt-4">
        {differences.length === 0
          ? 'No difference from the plan'
          : `${differences.length} ${differences.length === 1 ? 'difference' : 'differences'} from the plan`}
      </h3>
      {differences.length > 0 ? (
        <TableRegion label="Differences from the plan">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">About</th>
                <th scope="col">Planned</th>
                <th scope="col">What happened</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ what, planned: plan, done }) => (
                <tr key={`${what} ${plan} ${done}`}>
                  <th scope="row" className="md:whitespace-nowrap">
                    {what}
                  </th>
                  <td data-label="Planned">
                    <LongText text={plan} />
                  </td>
                  <td data-label="What happened">
                    <LongText text={done} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      ) : null}
    </Panel>
  );
}

const spanOf = ({ first, last }: { first: string; last: string }): string =>
  first === last ? timeInWords(first) : `${timeInWords(first)} to ${timeInWords(last)}`;
