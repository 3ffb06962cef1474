/** The plan on the page of its change: one line a period. */
import { Link } from '@remix-run/react';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { exposureInWords } from '../options/option-words';
import { exposedInWords } from './plan-summary';
import type { PlanView } from './plan-view';

export function PlanPanel({ plan, changeId }: { plan: PlanView | null; changeId: string }) {
  if (!plan) return null;
  return (
    <Panel
      title="Options over time"
      aside={
        <Link to={`/changes/${changeId}/over-time`} className="inline-block py-0.5 underline">
          Staircase
        </Link>
      }
    >
      <p>{plan.title}</p>
      <ol className="mt-1 flex flex-col">
        {plan.periods.map((period) => (
          <li key={period.from} className="flex justify-between gap-3 border-t border-base-300 py-1 first:border-t-0">
            <span className="whitespace-nowrap">{dateInWords(period.from)}</span>
            <span className="text-right">{exposureInWords(period)}</span>
          </li>
        ))}
      </ol>
      <p className="quiet mt-1">{exposedInWords(plan)}</p>
    </Panel>
  );
}
