/** A plan as every page shows it: the answer, the drawing with its table, the steps. */
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { PeriodsTable } from './periods-table';
import { PlanSummary } from './plan-summary';
import type { PlanView } from './plan-view';
import { StaircaseView } from './staircase';
import { StepsTable } from './steps-table';

export const PlanBody = ({ plan }: { plan: PlanView }) => (
  <>
    <PlanSummary plan={plan} />
    <Panel title={plan.title}>
      <StaircaseView plan={plan} />
      {plan.note ? (
        <div className="mt-3">
          <LongText text={plan.note} />
        </div>
      ) : null}
    </Panel>
    <Panel title="Period by period" flush>
      <PeriodsTable plan={plan} />
    </Panel>
    <Panel title="Steps" flush>
      <StepsTable plan={plan} />
    </Panel>
    <p className="quiet max-w-prose">
      The exposure left is our own derivation from where the vulnerability is attacked and from what an option does to
      that way. Where several options are in force, the best of them counts: no rule says what two do together. It
      weighs these vulnerabilities, not the device.
    </p>
  </>
);
