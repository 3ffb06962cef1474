/** Step "Where and who": the two answers on which nearly every rule hangs. */
import { Link, useActionData } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Radios } from '../../ui/field';
import { FormErrors, PostForm } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { CHANGE_ACTORS } from './actors';
import { EditConflictNotice } from './edit-conflict-notice';
import { StepButtons } from './step-frame';
import { stepAddress } from './steps';
import type { RefusedStep } from './what-form';
import type { WhereStep } from './where-step.server';

const PLACES = [
  {
    value: 'device',
    label: 'On the device',
    help: 'Its operating system, firmware, application, drivers, agents, accounts, settings or hardware.',
  },
  {
    value: 'device_connection',
    label: 'On its connection only',
    help: 'Plugged in or out, or moved to another port; nothing inside it is changed.',
  },
  {
    value: 'environment',
    label: 'In its environment',
    help: 'Network, firewall, jump host, server or computer that the maker did not supply as part of the device.',
  },
  { value: 'unknown', label: 'Not known yet', help: 'Both ways are then followed.' },
];

export function WhereStepForm({ data }: { data: WhereStep }) {
  const refused = useActionData<RefusedStep>();
  const value = (name: string, saved: string) => refused?.kept[name]?.[0] ?? saved;
  return (
    <PostForm className="flex flex-col gap-4">
      <input type="hidden" name="version" value={refused?.conflict?.version ?? data.change.version} />
      <input type="hidden" name="seen" value={data.location.statementId} />
      {refused?.conflict ? <EditConflictNotice conflict={refused.conflict} /> : null}
      <FormErrors errors={refused?.errors['']} />
      <Panel title="Where does the change land?">
        {data.kinds.length === 0 ? (
          <Notice kind="info">
            No kind of change is chosen yet; it often settles this.{' '}
            <Link to={stepAddress(data.change.id, 'what')}>Choose it in step 1</Link>, or answer here.
          </Notice>
        ) : null}
        {data.ofKinds ? (
          <p className="mb-2 flex flex-wrap items-center gap-2">
            <strong>{data.ofKinds}</strong> <StateBadge state="plain">derived</StateBadge>
            <span className="quiet">
              follows from the kind of change: {data.kinds.map(({ label }) => label).join(', ')}
            </span>
          </p>
        ) : null}
        {data.isAsked ? (
          <Radios
            name="location"
            label={data.ofKinds ? 'Or does it land elsewhere here?' : 'Say where it lands'}
            help={
              data.location.value
                ? `Said by ${data.location.by}.`
                : data.ofKinds
                  ? 'For example where the software runs on a computer of your own. Leave it open to keep what follows from the kind.'
                  : undefined
            }
            choices={PLACES}
            value={value('location', data.location.value)}
            errors={refused?.errors.location}
          />
        ) : (
          <p className="quiet">If that is wrong, the kind of change is: choose another one in step 1.</p>
        )}
      </Panel>
      <Panel title="Who is to make it?">
        <Radios
          name="actor"
          label="On the units of this proposal"
          help="The rules speak to different people: makers answer for the model, whoever changes an installed unit answers for that."
          choices={[
            ...CHANGE_ACTORS.map(({ id, label, help }) => ({ value: id, label, help })),
            { value: '', label: 'Not decided yet' },
          ]}
          value={value('actor', data.actor)}
          errors={refused?.errors.actor}
        />
      </Panel>
      {data.kinds.some(({ notImplied }) => notImplied) ? (
        <Panel title="What the kind of change does not say">
          <ul className="ml-5 list-disc">
            {data.kinds.map(({ label, notImplied }) => (
              <li key={label}>
                <strong>{label}:</strong> {notImplied}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <StepButtons step="where" />
    </PostForm>
  );
}
