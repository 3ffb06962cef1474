/** Every record of training of one person, with the form that withdraws one. */
import { StateBadge } from '../../ui/badge';
import { TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { DateText, TimeText } from '../../ui/time';
import { formValues } from '../form-values';
import type { RefusedForm } from '../save-form.server';
import type { TrainingRecord } from './get-training.server';

function Withdraw({ of, refused }: { of: TrainingRecord; refused: RefusedForm | null }) {
  const mine = refused?.kept.record?.[0] === of.id ? refused : null;
  const form = formValues(mine);
  return (
    <details open={mine !== null || undefined}>
      <summary className="w-fit cursor-pointer py-1">Withdraw</summary>
      <PostForm className="mt-1 flex max-w-md flex-col gap-2 rounded-box bg-base-200 p-3" preventScrollReset>
        <FormErrors errors={form.summary} />
        <input type="hidden" name="record" value={of.id} />
        <TextField name="reason" label="Why?" required value={form.value('reason')} errors={form.errors('reason')} />
        <div>
          <Submit small look="danger" name="intent" value="withdraw">
            Withdraw this record
          </Submit>
        </div>
      </PostForm>
    </details>
  );
}

export function TrainingRecords(props: {
  records: TrainingRecord[];
  mayWithdraw: boolean;
  refused: RefusedForm | null;
}) {
  if (props.records.length === 0) return <p className="quiet">Nothing is on record yet.</p>;
  return (
    <ul>
      {props.records.map((one) => (
        <li key={one.id} className="border-t border-base-300 py-2 first:border-0">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{one.title}</span>
            {one.withdrawn ? <StateBadge state="plain">withdrawn</StateBadge> : null}
          </p>
          <p>
            completed <DateText value={one.completedOn} />, holds until <DateText value={one.expiresOn} /> ·{' '}
            <span className="break-words">{one.evidence}</span>
          </p>
          <p className="quiet text-[0.93em]">
            recorded by {one.recordedBy}, <TimeText value={one.recordedAt} />
          </p>
          {one.withdrawn ? (
            <p className="quiet text-[0.93em]">
              Withdrawn <TimeText value={one.withdrawn.at} />: {one.withdrawn.why}
            </p>
          ) : props.mayWithdraw ? (
            <Withdraw of={one} refused={props.refused} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
