/** Sending an issued letter: by e-mail, or recording that it left another way. */
import { Radios, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import type { RefusedAct } from './act-on-letter.server';
import { actState } from './act-state';
import type { LetterView } from './letter-view';
import { CHANNELS } from './send-form';

interface Props {
  letter: LetterView;
  refused: RefusedAct | null;
  once: string;
}

function EmailForm({ letter, refused, once }: Props) {
  const state = actState(refused, 'send');
  const mine = state.value('channel') === 'email';
  const { recipient } = letter;
  return (
    <PostForm className="flex flex-col gap-2.5" preventScrollReset>
      {mine ? <FormErrors errors={state.errors('') ?? state.errors('once')} /> : null}
      <input type="hidden" name="intent" value="send" />
      <input type="hidden" name="channel" value="email" />
      <input type="hidden" name="once" value={once} />
      <TextField
        name="to_address"
        type="email"
        label="E-mail address"
        required
        value={(mine ? state.value('to_address') : undefined) ?? recipient.email}
        errors={mine ? state.errors('to_address') : undefined}
      />
      <TextField
        name="to_name"
        label="Name"
        value={(mine ? state.value('to_name') : undefined) ?? recipient.name}
        errors={mine ? state.errors('to_name') : undefined}
      />
      <p className="quiet">
        The letter goes as an attachment
        {letter.asks ? ', with a form to fill in and a link to answer without an account' : ''}.
        {letter.mailReady ? '' : ' No mail server is set up: it waits in the outbox until one is.'}
      </p>
      <div>
        <Submit look={letter.status === 'issued' || letter.status === 'bounced' ? 'primary' : 'plain'}>
          Send by e-mail
        </Submit>
      </div>
    </PostForm>
  );
}

function PostedForm({ letter, refused, once }: Props) {
  const state = actState(refused, 'send');
  const mine = state.refused && state.value('channel') !== 'email';
  const value = (field: string) => (mine ? state.value(field) : undefined);
  const errors = (field: string) => (mine ? state.errors(field) : undefined);
  return (
    <details className="mt-3" open={mine || undefined}>
      <summary className="btn btn-sm w-fit">It left another way</summary>
      <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
        <FormErrors errors={errors('') ?? errors('once')} />
        <input type="hidden" name="intent" value="send" />
        <input type="hidden" name="once" value={once} />
        <Radios
          name="channel"
          label="How"
          choices={(['post', 'hand', 'portal'] as const).map((channel) => ({
            value: channel,
            label: CHANNELS[channel],
          }))}
          value={value('channel') ?? 'post'}
          errors={errors('channel')}
        />
        <TextField
          name="recipient"
          label="To whom"
          required
          value={value('recipient') ?? [letter.recipient.name, letter.supplier.name].filter(Boolean).join(', ')}
          errors={errors('recipient')}
        />
        <TextField
          name="sent_on"
          type="date"
          label="Left on"
          required
          value={value('sent_on') ?? letter.today}
          errors={errors('sent_on')}
        />
        <TextField
          name="proof"
          label="Proof"
          help="Tracking number, or who handed it to whom."
          required
          value={value('proof')}
          errors={errors('proof')}
        />
        <div>
          <Submit small>Record</Submit>
        </div>
      </PostForm>
    </details>
  );
}

export function SendPanel(props: Props) {
  const { letter } = props;
  const first = letter.status === 'issued' || letter.status === 'bounced';
  const queued = letter.deliveries.find(
    ({ mail }) => mail && ['queued', 'sending', 'handing_over'].includes(mail.status),
  );
  if (first) {
    return (
      <Panel id="send" title={letter.status === 'bounced' ? 'Send again' : 'Send'}>
        {queued ? (
          <p role="status" className="mb-2">
            An e-mail to {queued.recipient} is in the outbox. Sending here puts a second one beside it.
          </p>
        ) : null}
        <EmailForm {...props} />
        <PostedForm {...props} />
      </Panel>
    );
  }
  return (
    <details className="panel p-4" open={actState(props.refused, 'send').refused || undefined}>
      <summary className="w-fit cursor-pointer font-medium">Send another copy</summary>
      <div className="mt-3">
        <EmailForm {...props} />
        <PostedForm {...props} />
      </div>
    </details>
  );
}
