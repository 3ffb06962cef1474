/** The answer first: what the plan comes to, in sentences; then what it waits for. */
import { dateInWords } from '../../ui/time';
import { exposureInWords } from '../options/option-words';
import type { CostTotal, PlanView } from './plan-view';

const hours = ({ least, most, given, of }: CostTotal): string => {
  if (given === 0) return 'nobody has given a figure for any step';
  const range = least === most ? `${least} hours` : `${least} to ${most} hours`;
  return given === of ? range : `${range} for ${given} of ${of} steps; for the others nobody has given a figure`;
};

/** "The fault is open on 43 to 402 days", or why no figure can be given. */
export function exposedInWords({ exposedDays }: Pick<PlanView, 'exposedDays'>): string {
  if (!exposedDays)
    return 'No day of the plan is one from which on the fault is surely gone, so its days cannot be counted.';
  const { least, most } = exposedDays;
  return `From today the fault stays open for ${least === most ? least : `${least} to ${most}`} days.`;
}

export function PlanSummary({ plan }: { plan: PlanView }) {
  const [first, last] = [plan.periods[0], plan.periods.at(-1)];
  return (
    <div className="panel grid gap-x-8 gap-y-3 p-4 lg:grid-cols-2">
      <div>
        <h2>What the plan comes to</h2>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
          <li>
            Exposure left now: <strong>{first ? exposureInWords(first) : 'not known'}</strong>; in the end:{' '}
            <strong>{last ? exposureInWords(last) : 'not known'}</strong>
            {last ? ` from ${dateInWords(last.from)} on` : ''}.
          </li>
          <li>{exposedInWords(plan)}</li>
          <li>Downtime: {hours(plan.downtime)}.</li>
          <li>Staff time: {hours(plan.staff)}.</li>
        </ul>
      </div>
      <div>
        <h2>What it waits for</h2>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
          {plan.landmarks.map(({ label, on, because }) => (
            <li key={label}>
              {label}: <strong>{on ? dateInWords(on) : 'not known'}</strong> <span className="quiet">({because})</span>
            </li>
          ))}
          <li>
            {plan.cves.length > 0
              ? `About ${plan.cves.slice(0, 6).join(', ')}${plan.cves.length > 6 ? ` and ${plan.cves.length - 6} more` : ''}.`
              : 'No vulnerability is named, so exposure is a wide range.'}
          </li>
        </ul>
      </div>
    </div>
  );
}
