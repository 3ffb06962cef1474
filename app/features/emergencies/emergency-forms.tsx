/** Declaring an emergency, confirming it as the second person, and taking it back. */
import { TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import type { FormValues } from '../form-values';
import { ProofFields } from '../people/proof-fields';
import type { SigningWays } from '../people/signing-ways';

export const DeclarePanel = ({ form, hours }: { form: FormValues; hours: number }) => (
  <Panel title="Declare an emergency">
    <PostForm className="flex max-w-3xl flex-col gap-3">
      <input type="hidden" name="intent" value="declare" />
      <FormErrors errors={form.summary} />
      <p>
        Two people say together that this cannot wait. From the second one on it may be carried out, and everybody whom
        the route asks for has to sign within {hours} hours. Whoever looks at the change sees the clock.
      </p>
      <TextArea
        name="reason"
        label="Why can it not wait?"
        help="Who is in danger, from what, and since when."
        rows={3}
        required
        value={form.value('reason')}
        errors={form.errors('reason')}
      />
      <div>
        <Submit look="danger">Declare the emergency</Submit>
      </div>
    </PostForm>
  </Panel>
);

export const ConfirmPanel = (props: {
  emergencyId: string;
  form: FormValues;
  errors: Record<string, string[]>;
  ways: SigningWays;
  hours: number;
}) => (
  <Panel title="Confirm as the second person">
    <PostForm className="flex max-w-3xl flex-col gap-3">
      <input type="hidden" name="intent" value="confirm" />
      <input type="hidden" name="emergency" value={props.emergencyId} />
      <FormErrors errors={props.form.summary} />
      <p>
        You say that this cannot wait for signatures. The change goes into implementation at once; the clock of{' '}
        {props.hours} hours begins.
      </p>
      <ProofFields ways={props.ways} errors={props.errors} />
      <div>
        <Submit look="danger">Confirm: act now, sign afterwards</Submit>
      </div>
    </PostForm>
  </Panel>
);

export const WithdrawPanel = ({ form }: { form: FormValues }) => (
  <Panel title="Take it back">
    <PostForm className="flex max-w-3xl flex-col gap-3">
      <input type="hidden" name="intent" value="withdraw" />
      <FormErrors errors={form.summary} />
      <TextArea
        name="reason"
        label="Why is it no emergency after all?"
        rows={2}
        required
        value={form.value('reason')}
        errors={form.errors('reason')}
      />
      <div>
        <Submit look="plain">Withdraw the emergency</Submit>
      </div>
    </PostForm>
  </Panel>
);
