/** "What would decide it": open questions, most decisive first, each answerable on the spot. */
import { Link } from '@remix-run/react';
import { Radios, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { ConflictNotice } from './conflict-notice';
import { formState, type Refused } from './form-state';
import type { AskView } from './result-view';
import { SourceFields } from './source-fields';

const WHO = { manufacturer: 'only the maker', hospital: 'the hospital', regulator: 'the regulator' };

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
];

function AnswerForm({
  ask,
  target,
  seen,
  refused,
}: {
  ask: AskView;
  target: string;
  seen: string;
  refused: Refused | null;
}) {
  const state = formState(refused, 'answer-question', target);
  return (
    // Another answer on record, "not known" say, is another form: closed and empty.
    <details key={seen} className="no-print mt-1" open={state.refused !== null || undefined}>
      <summary className="min-h-6 w-fit cursor-pointer font-medium text-primary">Answer</summary>
      <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
        <input type="hidden" name="intent" value="answer-question" />
        <input type="hidden" name="key" value={target} />
        <input type="hidden" name="seen" value={state.refused?.conflict?.statementId ?? seen} />
        <FormErrors errors={state.errors('')} />
        <ConflictNotice refused={state.refused} />
        <Radios
          name="value"
          label={`Your answer to ${ask.question}`}
          choices={ANSWERS}
          inline
          value={state.value('value')}
          errors={state.errors('value')}
        />
        <TextField
          name="because"
          label="Because"
          help="The reason an auditor will read, for example what the maker wrote."
          value={state.value('because')}
          errors={state.errors('because')}
        />
        <SourceFields state={state} />
        <div>
          <Submit small>Record and assess again</Submit>
        </div>
      </PostForm>
    </details>
  );
}

/** Pages of this change on which such a fact is said. */
const placeOf: Record<string, string> = { kind: 'edit/what', actor: 'edit/where', change_location: 'edit/where' };

interface Props {
  asks: AskView[];
  mayAnswer: boolean;
  /** Statement id of an answer on record, by INSTRUMENT/QUESTION or fact; lets the server notice that somebody answered meanwhile. */
  seen: Record<string, string>;
  refused: Refused | null;
  children?: React.ReactNode;
}

export function OpenQuestions({ asks, mayAnswer, seen, refused, children }: Props) {
  if (asks.length === 0) {
    return (
      <Panel title="What would decide it">
        <p>No question is open. Every chart that applies has come to one outcome.</p>
        {children}
      </Panel>
    );
  }
  return (
    <Panel title="What would decide it">
      <ol className="flex flex-col">
        {asks.map((ask, index) => {
          const { target } = ask;
          return (
            <li key={target} className="flex gap-3 border-t border-base-300 py-2.5 first:border-0">
              <span className="min-w-6 shrink-0 font-mono">{index + 1}</span>
              <div className="min-w-0 flex-1">
                <p className="font-medium">{ask.text}</p>
                <p className="quiet text-[0.93em]">
                  {WHO[ask.to]} · {ask.names.join(', ')} ({ask.question})
                  {ask.narrows > 0 ? ` · narrows what is open by ${Math.round(ask.narrows * 100)} %` : ''}
                </p>
                {mayAnswer && ask.isQuestion ? (
                  <AnswerForm ask={ask} target={target} seen={seen[ask.statement] ?? ''} refused={refused} />
                ) : null}
                {mayAnswer && !ask.isQuestion ? (
                  <Link className="font-medium text-primary" to={placeOf[ask.question] ?? 'facts'}>
                    Say it
                  </Link>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
      {children}
    </Panel>
  );
}
