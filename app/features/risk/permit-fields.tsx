/** What a person adds for a change permit. */
import { TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { formValues } from '../form-values';
import type { RefusedForm } from '../save-form.server';

export function PermitFields({ refused }: { refused: RefusedForm | null }) {
  const form = formValues(refused);
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <PostForm className="flex max-w-3xl flex-col gap-4">
      <FormErrors errors={form.summary} />
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">Why, and under which conditions</legend>
        <TextArea {...field('why')} label="Why it is allowed" rows={3} required />
        <TextArea {...field('conditions')} label="Conditions" help="One a line." rows={3} />
      </fieldset>
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">Limits</legend>
        <p className="quiet">Outside of any of these it is another change, with an assessment of its own.</p>
        <TextField {...field('type')} label="Type of change" help="Left empty, the kind of this change is printed." />
        <TextField {...field('window')} label="Window" help="When it may be made, and for how long." />
        <TextField {...field('test')} label="Test before return to use" />
        <TextField {...field('way_back')} label="Way back" />
        <TextArea {...field('monitoring')} label="Watched afterwards" help="One a line." rows={2} />
      </fieldset>
      <fieldset className="panel grid gap-3 p-4 sm:grid-cols-2">
        <legend className="px-1 font-semibold">Validity</legend>
        <TextField {...field('begins_on')} label="From" type="date" />
        <TextField {...field('ends_on')} label="Until" type="date" required />
      </fieldset>
      <div>
        <Submit>Make the permit</Submit>
      </div>
    </PostForm>
  );
}
