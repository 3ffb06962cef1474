/** The frame of every step of a proposal: where it stands, the way through, and buttons that all save first. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Submit } from '../../ui/form';
import { PageHeader } from '../../ui/page';
import { STEPS, type StepId, stepAddress } from './steps';

interface Props {
  step: StepId;
  /** Null while the proposal is new. */
  change: { id: string; reference: string; version: number; isDraft: boolean } | null;
  title: string;
  sub?: React.ReactNode;
  children: React.ReactNode;
}

export function StepFrame({ step, change, title, sub, children }: Props) {
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Changes', to: '/changes' },
          ...(change ? [{ label: change.reference, to: `/changes/${change.id}` }] : []),
          { label: change?.isDraft === false ? 'Edit' : 'Propose' },
        ]}
        state={
          change ? <StateBadge state="info">{change.isDraft ? 'draft, saved' : 'under assessment'}</StateBadge> : null
        }
        title={title}
        sub={sub}
      />
      <nav aria-label="Steps of the proposal">
        <ol className="grid grid-cols-2 gap-2 md:grid-cols-4">
          {STEPS.map(({ id, label }, index) => {
            const here = id === step;
            const look = here ? 'border-primary bg-base-100 font-semibold' : 'border-base-300 bg-base-100';
            const words = (
              <>
                <span className="mr-2 font-mono">{index + 1}</span>
                {label}
              </>
            );
            return (
              <li
                key={id}
                className={`rounded-field border-l-4 px-3 py-1.5 ${look}`}
                aria-current={here ? 'step' : undefined}
              >
                {change && !here ? <Link to={stepAddress(change.id, id)}>{words}</Link> : words}
              </li>
            );
          })}
        </ol>
      </nav>
      {children}
    </>
  );
}

/** Every button saves what was typed; they differ in where they lead. */
export const StepButtons = ({ step }: { step: StepId }) => (
  <div className="flex flex-wrap gap-2">
    <Submit name="go" value="on">
      Save and go on
    </Submit>
    {step === 'what' ? null : (
      <Submit name="go" value="back" look="plain">
        Save and go back
      </Submit>
    )}
    <Submit name="go" value="leave" look="plain">
      Save and leave for later
    </Submit>
  </div>
);
