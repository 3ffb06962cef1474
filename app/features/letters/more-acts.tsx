/** Everything else that can be recorded of a letter; what is not possible now says why. */
import { Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import type { LetterIntent } from './act-forms';
import type { RefusedAct } from './act-on-letter.server';
import { actState } from './act-state';
import type { LetterActs, LetterView } from './letter-view';

interface Act {
  intent: LetterIntent & keyof LetterActs;
  title: string;
  /** Label of the day it happened, where one is asked for. */
  on?: string;
  /** Field and label of the text that is asked for. */
  text: { name: 'reason' | 'what_changed'; label: string; help?: string };
  submit: string;
  danger?: boolean;
}

const ACTS: readonly Act[] = [
  {
    intent: 'deliver',
    title: 'It was delivered',
    on: 'Delivered on',
    text: { name: 'reason', label: 'How do you know?', help: 'A receipt, a tracking number, a call.' },
    submit: 'Record delivery',
  },
  {
    intent: 'bounce',
    title: 'It did not arrive',
    on: 'Came back on',
    text: { name: 'reason', label: 'Why did it not arrive?' },
    submit: 'Record that it bounced',
  },
  {
    intent: 'acknowledge',
    title: 'It was acknowledged',
    on: 'Acknowledged on',
    text: { name: 'reason', label: 'Who acknowledged it, and how?' },
    submit: 'Record acknowledgement',
  },
  {
    intent: 'correct',
    title: 'Correct it',
    text: {
      name: 'what_changed',
      label: 'What changes?',
      help: 'Printed at the top of the corrected letter. It goes through draft and approval again; this version stays readable.',
    },
    submit: 'Begin corrected version',
  },
  {
    intent: 'drop',
    title: 'Drop the correction',
    text: { name: 'reason', label: 'Why?', help: 'The version before stays in force, in the state it had reached.' },
    submit: 'Drop correction',
  },
  {
    intent: 'close',
    title: 'Close it',
    text: { name: 'reason', label: 'Why?', help: 'Its clocks stop and its reply links end.' },
    submit: 'Close letter',
  },
  {
    intent: 'reopen',
    title: 'Open it again',
    text: { name: 'reason', label: 'Why?' },
    submit: 'Open again',
  },
  {
    intent: 'withdraw',
    title: 'Withdraw it',
    text: { name: 'reason', label: 'Why?', help: 'It never leaves. Its number is not used again.' },
    submit: 'Withdraw letter',
    danger: true,
  },
];

export function MoreActs({ letter, refused }: { letter: LetterView; refused: RefusedAct | null }) {
  const offered = ACTS.filter(({ intent }) => letter.acts[intent] === null);
  const closed = ACTS.filter(({ intent }) => letter.acts[intent] !== null);
  const stray = refused && !offered.some(({ intent }) => intent === refused.intent) ? refused : null;
  return (
    <Panel id="acts" title="Record what happened">
      {stray && closed.some(({ intent }) => intent === stray.intent) ? (
        <FormErrors errors={stray.errors[''] ?? ['This is no longer possible.']} />
      ) : null}
      <div className="flex flex-col gap-2">
        {letter.acts.recordReply === null ? (
          <a className="btn btn-sm w-fit" href={`/letters/${letter.id}/reply`}>
            Record a reply for the supplier
          </a>
        ) : null}
        {offered.map((act) => (
          <ActForm key={act.intent} act={act} refused={refused} today={letter.today} />
        ))}
        {letter.acts.followUp === null ? <FollowUp refused={refused} /> : null}
        {offered.length === 0 ? <p className="quiet">Nothing can be recorded by you in this state.</p> : null}
      </div>
      <details className="mt-3">
        <summary className="quiet w-fit cursor-pointer py-1">Why is something not offered?</summary>
        <ul className="ml-5 list-disc">
          {closed.map(({ intent, title }) => (
            <li key={intent} className="mt-1">
              <span className="font-medium">{title}:</span> {letter.acts[intent]}
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}

function ActForm({ act, refused, today }: { act: Act; refused: RefusedAct | null; today: string }) {
  const state = actState(refused, act.intent);
  return (
    <details open={state.refused || undefined}>
      <summary className="btn btn-sm w-fit">{act.title}</summary>
      <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
        <FormErrors errors={state.errors('')} />
        <input type="hidden" name="intent" value={act.intent} />
        {act.on ? (
          <TextField
            name="on"
            type="date"
            label={act.on}
            required
            value={state.value('on') ?? today}
            errors={state.errors('on')}
          />
        ) : null}
        <TextArea
          name={act.text.name}
          label={act.text.label}
          help={act.text.help}
          rows={3}
          required
          value={state.value(act.text.name)}
          errors={state.errors(act.text.name)}
        />
        <div>
          <Submit small look={act.danger ? 'danger' : 'primary'}>
            {act.submit}
          </Submit>
        </div>
      </PostForm>
    </details>
  );
}

const FOLLOW_UPS = [
  { value: 'reminder', label: 'Reminder' },
  { value: 'escalation', label: 'Escalation' },
  { value: 'notice-of-intent', label: 'Notice of intent to act' },
];

function FollowUp({ refused }: { refused: RefusedAct | null }) {
  const state = actState(refused, 'follow-up');
  return (
    <details open={state.refused || undefined}>
      <summary className="btn btn-sm w-fit">Draft a letter that follows it</summary>
      <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3">
        <FormErrors errors={state.errors('')} />
        <input type="hidden" name="intent" value="follow-up" />
        <Select
          name="kind"
          label="Letter"
          choices={FOLLOW_UPS}
          value={state.value('kind')}
          errors={state.errors('kind')}
        />
        <div>
          <Submit small look="plain">
            Draft it
          </Submit>
        </div>
      </PostForm>
    </details>
  );
}
