/** Views against what is put forward, and their answers. */
import { StateBadge } from '../../ui/badge';
import { Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { ProofFields } from '../people/proof-fields';
import { DISSENT_PARTIES, PARTY_LABELS } from './dissent-words';
import type { RefusedSignOffView } from './sign-off-page';
import type { DissentView, SignOffView } from './sign-off-view';

const LOOK = { open: 'open', answered: 'settled', taken_back: 'plain' } as const;
const WORDS = { open: 'waits for an answer', answered: 'answered', taken_back: 'taken back' };

export function DissentPanel({ page, refused }: { page: SignOffView; refused: RefusedSignOffView | null }) {
  const { dissents, may, dissentWays } = page;
  const mine = refused?.intent === 'dissent' ? refused : null;
  return (
    <Panel id="dissent" title="Dissent">
      {dissents.length === 0 ? <p className="quiet mb-2">Nobody has put a different view on record.</p> : null}
      <ul className="flex flex-col gap-3">
        {dissents.map((one) => (
          <DissentItem key={one.id} dissent={one} mayAnswer={may.answer} refused={refused} />
        ))}
      </ul>
      {may.dissent && dissentWays ? (
        <details className="mt-2" open={mine !== null || undefined}>
          <summary className="btn btn-sm btn-outline">Put a dissent on record</summary>
          <PostForm className="mt-3 flex flex-col gap-3">
            <input type="hidden" name="intent" value="dissent" />
            <FormErrors errors={mine?.errors['']} />
            <Select
              name="party"
              label="Whose view?"
              blank="Choose"
              value={mine?.kept.party?.[0]}
              errors={mine?.errors.party}
              required
              choices={DISSENT_PARTIES.map((value) => ({ value, label: PARTY_LABELS[value] }))}
            />
            <TextField
              name="voice"
              label="Name, and where they said so"
              help="For a clinician or the manufacturer, whom you speak for here."
              value={mine?.kept.voice?.[0]}
              errors={mine?.errors.voice}
            />
            <TextArea
              name="opinion"
              label="What is held against it"
              rows={3}
              value={mine?.kept.opinion?.[0]}
              errors={mine?.errors.opinion}
              required
            />
            <ProofFields ways={dissentWays} errors={mine?.errors ?? {}} />
            <div>
              <Submit small>Sign this dissent</Submit>
            </div>
          </PostForm>
        </details>
      ) : null}
    </Panel>
  );
}

function DissentItem({
  dissent,
  mayAnswer,
  refused,
}: {
  dissent: DissentView;
  mayAnswer: boolean;
  refused: RefusedSignOffView | null;
}) {
  const { id, number, party, voiceOf, opinion, by, at, answer, answeredBy, state, mine } = dissent;
  const own = refused?.intent === 'answer-dissent' && refused.kept.dissent?.[0] === id ? refused : null;
  return (
    <li className="rounded-box border border-base-300 p-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">
          {number}. {party}
          {voiceOf ? `: ${voiceOf}` : ''}
        </span>
        <StateBadge state={LOOK[state]}>{WORDS[state]}</StateBadge>
      </p>
      <p className="my-1 break-words">“{opinion}”</p>
      <p className="quiet text-[0.93em]">
        signed by {by}, {at}
      </p>
      {answer ? (
        <p className="mt-1 break-words">
          <span className="font-medium">{state === 'taken_back' ? 'Taken back' : `Answer of ${answeredBy}`}:</span>{' '}
          {answer}
        </p>
      ) : null}
      {state === 'open' && mayAnswer ? (
        <PostForm className="mt-2 flex flex-col gap-2">
          <input type="hidden" name="intent" value="answer-dissent" />
          <input type="hidden" name="dissent" value={id} />
          <FormErrors errors={own?.errors['']} />
          <TextArea
            name="answer"
            label={mine ? 'Why do you take it back?' : 'Your answer'}
            rows={2}
            value={own?.kept.answer?.[0]}
            errors={own?.errors.answer}
          />
          <div>
            <Submit small look="plain">
              {mine ? 'Take it back' : 'Answer it'}
            </Submit>
          </div>
        </PostForm>
      ) : null}
    </li>
  );
}
