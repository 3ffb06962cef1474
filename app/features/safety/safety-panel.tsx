/** "Safe to do here, now?": the clinical-safety prompts of this kind of change, each judged by a named person. */

import { ConfidenceBadge, StateBadge } from '../../ui/badge';
import { Radios, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import { ConflictNotice } from '../assessments/conflict-notice';
import { formState, type Refused } from '../assessments/form-state';
import type { SafetyPromptView } from '../changes/change-view';
import { type SafetySummary, VERDICT_LABELS, VERDICTS } from './verdict';

const CHOICES = VERDICTS.map((value) => ({ value, label: VERDICT_LABELS[value] }));

const BADGE = { fine: 'settled', fine_with_condition: 'settled', not_safe: 'hold', unknown: 'open' } as const;

function Judgement({
  prompt,
  mayJudge,
  refused,
}: {
  prompt: SafetyPromptView;
  mayJudge: boolean;
  refused: Refused | null;
}) {
  const state = formState(refused, 'answer-safety', prompt.key);
  const { answer } = prompt;
  return (
    <li className="border-t border-base-300 py-2.5 first:border-0">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="min-w-0 flex-1 basis-72">
          <span className="font-medium">{prompt.title}.</span> {prompt.asks}
        </p>
        <StateBadge state={answer ? BADGE[answer.verdict] : 'open'}>
          {answer ? VERDICT_LABELS[answer.verdict] : 'not judged'}
        </StateBadge>
      </div>
      <p className="quiet text-[0.93em]">
        {prompt.why} · {prompt.citation} <ConfidenceBadge mark={prompt.confidence} />
      </p>
      {answer ? (
        <p className="mt-1">
          {answer.condition ? <strong>Condition: {answer.condition}. </strong> : null}
          {answer.because}{' '}
          <span className="quiet">
            {answer.recordedByName}, {timeInWords(answer.recordedAt)}
          </span>
        </p>
      ) : null}
      {mayJudge ? (
        // Another judgement on record is another form: closed, with what is now recorded.
        <details key={answer?.statementId} className="no-print mt-1" open={state.refused !== null || undefined}>
          <summary className="min-h-6 w-fit cursor-pointer font-medium text-primary">
            {answer ? 'Judge again' : 'Judge'}
          </summary>
          <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
            <input type="hidden" name="intent" value="answer-safety" />
            <input type="hidden" name="key" value={prompt.key} />
            <input
              type="hidden"
              name="seen"
              value={state.refused?.conflict?.statementId ?? answer?.statementId ?? ''}
            />
            <FormErrors errors={state.errors('')} />
            <ConflictNotice refused={state.refused} />
            <Radios
              name="verdict"
              label={`Your judgement: ${prompt.title.toLowerCase()}`}
              choices={CHOICES}
              value={state.value('verdict') ?? answer?.verdict}
              errors={state.errors('verdict')}
            />
            <TextField
              name="condition"
              label="Condition"
              help="What must hold for it to be fine, for example one unit first for seven days."
              value={state.value('condition') ?? answer?.condition}
              errors={state.errors('condition')}
            />
            <TextField
              name="because"
              label="Because"
              value={state.value('because') ?? answer?.because}
              errors={state.errors('because')}
            />
            <div>
              <Submit small>Record judgement</Submit>
            </div>
          </PostForm>
        </details>
      ) : null}
    </li>
  );
}

interface Props {
  prompts: SafetyPromptView[];
  summary: SafetySummary;
  mayJudge: boolean;
  refused: Refused | null;
}

export function SafetyPanel({ prompts, summary, mayJudge, refused }: Props) {
  return (
    <Panel
      id="safe"
      title="Safe to do here, now?"
      aside={
        <span className="quiet">
          {summary.answered} of {summary.of} judged
        </span>
      }
    >
      <p className="quiet mb-1">People judge this. No chart decides it, and it decides no chart.</p>
      <ul>
        {prompts.map((prompt) => (
          <Judgement key={prompt.key} prompt={prompt} mayJudge={mayJudge} refused={refused} />
        ))}
      </ul>
    </Panel>
  );
}
