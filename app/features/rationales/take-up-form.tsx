import { TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import type { FormValues } from '../form-values';

/** Saying that one has read it, and what one makes of it. Copies nothing. */
export const TakeUpForm = ({ from, reference, form }: { from: string; reference: string; form: FormValues }) => (
  <PostForm className="flex max-w-3xl flex-col gap-3">
    <FormErrors errors={form.summary} />
    <input type="hidden" name="from" value={from} />
    <TextArea
      name="note"
      value={form.value('note')}
      errors={form.errors('note')}
      label={`What do you take from ${reference}, and what is different here?`}
      rows={3}
      required
    />
    <div>
      <Submit>Record that I read it</Submit>
    </div>
  </PostForm>
);
