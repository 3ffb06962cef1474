/** The steps of a plan: what is done, when, what it leaves, what it asks of the certificate, what it costs. */
import { TierRange } from '../../ui/badge';
import { LongText } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { CERTIFICATE_WORDS, estimateInWords, exposureInWords } from '../options/option-words';
import type { PlanView, StepView } from './plan-view';

function Amount({ estimate, unit }: { estimate: StepView['staffHours']; unit: string }) {
  const words = estimateInWords(estimate, unit);
  if (!words) return <span className="quiet italic">not given</span>;
  return (
    <>
      {words}
      <span className="quiet block">{estimate?.source}</span>
    </>
  );
}

function Certificate({ certificate }: Pick<StepView, 'certificate'>) {
  if (!certificate) return <span className="quiet">not known</span>;
  const { tiers, state } = certificate;
  return (
    <>
      {tiers ? <TierRange from={tiers.least} to={tiers.worst} /> : null}
      <span className={tiers ? 'quiet block' : ''}>{CERTIFICATE_WORDS[state]}</span>
    </>
  );
}

const ACTS = { manufacturer: 'the maker', hospital: 'the hospital' } as const;

export const StepsTable = ({ plan }: { plan: PlanView }) => (
  <TableRegion label="Steps of the plan">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">In force</th>
          <th scope="col">Exposure left</th>
          <th scope="col">Certificate</th>
          <th scope="col">Downtime</th>
          <th scope="col">Staff time</th>
          <th scope="col">Lead time</th>
        </tr>
      </thead>
      <tbody>
        {plan.steps.map((step) => (
          <tr key={step.number}>
            <th scope="row">
              {step.number} {step.words}
              {step.acts ? <span className="quiet block font-normal">acts: {ACTS[step.acts]}</span> : null}
              {step.note ? (
                <div className="quiet font-normal">
                  <LongText text={step.note} />
                </div>
              ) : null}
            </th>
            <td data-label="In force">
              {step.when}
              {step.until ? <span className="quiet block">until: {step.until}</span> : null}
              {step.open.map((line) => (
                <span key={line} className="quiet block">
                  {line}
                </span>
              ))}
            </td>
            <td data-label="Exposure left">{exposureInWords(step.leaves)}</td>
            <td data-label="Certificate">
              <Certificate certificate={step.certificate} />
            </td>
            <td data-label="Downtime">
              <Amount estimate={step.downtimeHours} unit="hours" />
            </td>
            <td data-label="Staff time">
              <Amount estimate={step.staffHours} unit="hours" />
            </td>
            <td data-label="Lead time">
              <Amount estimate={step.leadTimeDays} unit="days" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
