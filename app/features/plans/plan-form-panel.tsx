/** The form in which a plan is drawn up. Works without JavaScript: it always shows some empty rows more. */
import { Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { ConflictPanel } from '../conflict-panel';
import type { FormValues } from '../form-values';
import type { Conflict } from '../save-result';
import { MOST_STEPS, STEP_NUMBERS, WAITS_CHOICES } from './plan-form';

const SPARE_ROWS = 3;
const UNTIL = [{ value: 'next_step', label: 'until the next step begins' }];

function StepRow({ n, form, choices }: { n: number; form: FormValues; choices: { value: string; label: string }[] }) {
  const field = (name: string) => ({
    name: `${name}_${n}`,
    value: form.value(`${name}_${n}`),
    errors: form.errors(`${name}_${n}`),
  });
  return (
    <fieldset className="border-t border-base-300 pt-2">
      <legend className="sr-only">Step {n}</legend>
      <p aria-hidden="true" className="font-semibold">
        Step {n}
      </p>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[1.7fr_.8fr_1.5fr_1.3fr_1.7fr]">
        <Select {...field('option')} label="What is done" blank="Nothing" choices={choices} />
        <TextField {...field('from')} label="From" />
        <Select {...field('waits')} label="Or it waits" blank="For nothing" choices={WAITS_CHOICES} />
        <Select {...field('until')} label="How long" blank="It stays" choices={UNTIL} />
        <TextField {...field('note')} label="Note on the step" />
      </div>
    </fieldset>
  );
}

export function PlanFormPanel(props: {
  form: FormValues;
  version: number;
  choices: { value: string; label: string }[];
  conflict: Conflict | null | undefined;
  title: string;
}) {
  const { form, version, choices, conflict } = props;
  const used = Math.max(0, ...STEP_NUMBERS.filter((n) => form.value(`option_${n}`) || form.value(`from_${n}`)));
  const rows = STEP_NUMBERS.slice(0, Math.min(MOST_STEPS, used + SPARE_ROWS));
  return (
    <div className="no-print">
      <Panel title={props.title} id="plan-form">
        <ConflictPanel conflict={conflict} />
        <PostForm className="flex flex-col gap-3">
          <FormErrors errors={form.summary} />
          <input type="hidden" name="version" value={form.version(version)} />
          <input type="hidden" name="act" value="save" />
          <TextField
            name="title"
            value={form.value('title')}
            errors={form.errors('title')}
            label="The plan in a few words"
            help="Isolate now, patch in March, replace in 2028."
            required
          />
          <p className="quiet">
            From a day, a month or a year: 2027-03-15, 2027-03 or 2028. A step that waits is in force its lead time
            after what it waits for.
          </p>
          {rows.map((n) => (
            <StepRow key={n} n={n} form={form} choices={choices} />
          ))}
          <TextArea name="note" value={form.value('note')} errors={form.errors('note')} label="Note" rows={2} />
          <div>
            <Submit>{conflict ? 'Save mine over it' : 'Save the plan'}</Submit>
          </div>
        </PostForm>
      </Panel>
    </div>
  );
}
