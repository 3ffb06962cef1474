/** The form that makes a decision stand for all changes like it. */
import { TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import type { FormValues } from '../form-values';
import { ProofFields } from '../people/proof-fields';
import type { NewStandard } from './get-standard.server';

export function NewStandardForm(props: {
  changeId: string;
  offer: NonNullable<NewStandard['offer']>;
  form: FormValues;
  errors: Record<string, string[]>;
}) {
  const { changeId, offer, form, errors } = props;
  return (
    <Panel title="Make it standard">
      <PostForm className="flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="change" value={changeId} />
        <input type="hidden" name="basis" value={offer.basisSha256} />
        <FormErrors errors={form.summary} />
        <TextField
          name="title"
          label="Name"
          required
          help="So that people recognise it: “Monthly virus signatures”."
          value={form.value('title')}
          errors={form.errors('title')}
        />
        <TextField
          name="validUntil"
          type="date"
          label="Good until"
          required
          help={`At most until ${dateInWords(offer.latest)}, as long as the decision it rests on is good.`}
          value={form.value('validUntil')}
          errors={form.errors('validUntil')}
        />
        <ProofFields ways={offer.ways} errors={errors} />
        <div>
          <Submit>Make it a standard change</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}
