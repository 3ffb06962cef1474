/** The plan of a change: to edit, or to read. */
import { TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { ConflictPanel } from '../conflict-panel';
import type { FormValues } from '../form-values';
import type { Conflict } from '../save-result';
import { PLAN_PARTS, type PlanValues } from './plan-form';

export function PlanFormPanel(props: { form: FormValues; version: number; conflict: Conflict | null | undefined }) {
  const { form, version, conflict } = props;
  return (
    <>
      <ConflictPanel conflict={conflict} />
      <Panel title="Plan">
        <PostForm className="flex max-w-4xl flex-col gap-4">
          <FormErrors errors={form.summary} />
          <input type="hidden" name="version" value={form.version(version)} />
          {PLAN_PARTS.map(({ name, label, help, rows }) => {
            const field = { name, label, help, value: form.value(name), errors: form.errors(name) };
            return rows === 1 ? <TextField key={name} {...field} /> : <TextArea key={name} {...field} rows={rows} />;
          })}
          <div>
            <Submit>{conflict ? 'Save mine over it' : 'Save the plan'}</Submit>
          </div>
        </PostForm>
      </Panel>
    </>
  );
}

export const PlanText = ({ plan }: { plan: PlanValues }) => (
  <Panel title="Plan">
    <dl className="flex max-w-4xl flex-col gap-3">
      {PLAN_PARTS.map(({ name, label }) => (
        <div key={name}>
          <dt className="font-medium">{label}</dt>
          <dd className="whitespace-pre-line">
            {plan[name] ? <LongText text={plan[name]} /> : <span className="quiet">Nobody has said.</span>}
          </dd>
        </div>
      ))}
    </dl>
  </Panel>
);
