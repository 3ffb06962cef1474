/** How a letter left the house, and what the mail server said. An e-mail nobody can be sure of is decided here. */

import { StateBadge } from '../../ui/badge';
import { Radios, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { DateText, TimeText } from '../../ui/time';
import type { RefusedAct } from './act-on-letter.server';
import { actState } from './act-state';
import type { DeliveryView, LetterView } from './letter-view';

const CHANNEL = { email: 'By e-mail', post: 'By post', hand: 'Handed over', portal: 'By the supplier’s portal' };

const MAIL: Record<string, { words: string; look: Parameters<typeof StateBadge>[0]['state'] }> = {
  queued: { words: 'in the outbox', look: 'info' },
  sending: { words: 'being sent', look: 'info' },
  handing_over: { words: 'being sent', look: 'info' },
  sent: { words: 'taken by the mail server', look: 'settled' },
  refused: { words: 'refused by the mail server', look: 'error' },
  failed: { words: 'could not be sent', look: 'error' },
  unsure: { words: 'nobody knows whether it left', look: 'open' },
  stopped: { words: 'stopped', look: 'plain' },
};

function Unsure({ message, refused }: { message: string; refused: RefusedAct | null }) {
  const state = actState(refused, 'mail-decision', message);
  return (
    <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
      <FormErrors errors={state.errors('')} />
      <p>
        The connection broke while the last byte was on its way. Ask the supplier, or look into your mail server’s log,
        then say what holds.
      </p>
      <input type="hidden" name="intent" value="mail-decision" />
      <input type="hidden" name="message" value={message} />
      <Radios
        name="decision"
        label="This e-mail"
        choices={[
          { value: 'sent', label: 'left: it counts as sent' },
          { value: 'again', label: 'is sent again; the supplier may get it twice' },
        ]}
        value={state.value('decision')}
        errors={state.errors('decision')}
      />
      <TextField
        name="reason"
        label="How do you know?"
        required
        value={state.value('reason')}
        errors={state.errors('reason')}
      />
      <div>
        <Submit small>Decide</Submit>
      </div>
    </PostForm>
  );
}

function Delivery({
  delivery,
  letter,
  refused,
}: {
  delivery: DeliveryView;
  letter: LetterView;
  refused: RefusedAct | null;
}) {
  const { mail } = delivery;
  const look = mail ? MAIL[mail.status] : null;
  return (
    <li className="border-t border-base-300 py-2 first:border-0">
      <p className="break-words">
        {CHANNEL[delivery.channel]} to {delivery.recipient}, {delivery.version}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {look ? <StateBadge state={look.look}>{look.words}</StateBadge> : null}
        {delivery.bounceReason ? <StateBadge state="error">did not arrive</StateBadge> : null}
        {delivery.sentOn ? (
          <span>
            left on <DateText value={delivery.sentOn} />
          </span>
        ) : null}
      </p>
      {delivery.bounceReason ? <p className="break-words">{delivery.bounceReason}</p> : null}
      {mail?.answer && !delivery.bounceReason ? (
        <p className="quiet break-words text-[0.93em]">
          Answer of the mail server: <span className="font-mono">{mail.answer}</span>
          {mail.attempts > 1 ? ` · ${mail.attempts} attempts` : ''}
        </p>
      ) : null}
      {delivery.proof ? <p className="quiet break-words">Proof: {delivery.proof}</p> : null}
      <p className="quiet text-[0.93em]">
        {delivery.createdByName}, <TimeText value={delivery.createdAt} />
      </p>
      {mail?.status === 'unsure' && letter.acts.send === null ? <Unsure message={mail.id} refused={refused} /> : null}
    </li>
  );
}

export function DeliveriesPanel({ letter, refused }: { letter: LetterView; refused: RefusedAct | null }) {
  if (letter.deliveries.length === 0) return null;
  return (
    <Panel id="deliveries" title="How it left">
      <ul>
        {letter.deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} letter={letter} refused={refused} />
        ))}
      </ul>
    </Panel>
  );
}
