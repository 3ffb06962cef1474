/** Ending a delegation or an exception before its day. */
import { TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import type { FormValues } from '../form-values';

export const RevokePanel = (props: { what: string; meaning: string; form: FormValues }) => (
  <Panel title={`Revoke this ${props.what}`}>
    <PostForm className="flex max-w-xl flex-col gap-3">
      <FormErrors errors={props.form.summary} />
      <p className="quiet">{props.meaning}</p>
      <TextField
        name="reason"
        label="Why?"
        required
        value={props.form.value('reason')}
        errors={props.form.errors('reason')}
      />
      <div>
        <Submit look="danger" name="intent" value="revoke">
          Revoke
        </Submit>
      </div>
    </PostForm>
  </Panel>
);
