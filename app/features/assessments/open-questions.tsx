/** "What would decide it": open questions, most decisive first, each answerable on the spot. */
import { chartOf } from '../../regulation/charts/index';
import type { Ask, AssessmentResult } from '../../regulation/result';
import { Radios, TextField } from '../../ui/field';
import { PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';

const WHO = { manufacturer: 'only the maker', hospital: 'the hospital', regulator: 'the regulator' };

const inPercent = (narrows: number) => `narrows what is open by ${Math.round(narrows * 100)} %`;

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
];

function AnswerForm({ ask, kept }: { ask: Ask; kept: Kept | null }) {
  const target = `${ask.instruments[0]}/${ask.question}`;
  const mine = kept?.key === target ? kept : null;
  return (
    <details className="no-print mt-1" open={mine !== null || undefined}>
      <summary className="min-h-6 cursor-pointer font-medium text-primary">Answer</summary>
      <PostForm className="mt-2 flex flex-col gap-2 rounded-box bg-base-200 p-3" preventScrollReset>
        <input type="hidden" name="intent" value="answer-question" />
        <input type="hidden" name="key" value={target} />
        <Radios name="value" label={`Your answer to ${ask.question}`} choices={ANSWERS} inline value={mine?.value} />
        <TextField
          name="because"
          label="Because"
          help="The reason an auditor will read, for example what the maker wrote."
          value={mine?.because}
          errors={mine?.errors}
        />
        <TextField name="saidBy" label="Who said so" value={mine?.saidBy} />
        <TextField name="sourceDocument" label="In which document" value={mine?.sourceDocument} />
        <div className="grid grid-cols-2 gap-2">
          <TextField name="sourcePage" label="Page" value={mine?.sourcePage} />
          <TextField name="sourceDate" label="Dated" type="date" value={mine?.sourceDate} />
        </div>
        <div>
          <Submit small>Record and assess again</Submit>
        </div>
      </PostForm>
    </details>
  );
}

/** What a refused answer form held, so that nothing typed is lost. */
export interface Kept {
  key: string;
  value?: string;
  because?: string;
  saidBy?: string;
  sourceDocument?: string;
  sourcePage?: string;
  sourceDate?: string;
  errors: string[];
}

interface Props {
  result: AssessmentResult;
  /** Whether the reader may answer. */
  mayAnswer: boolean;
  kept: Kept | null;
  children?: React.ReactNode;
}

export function OpenQuestions({ result, mayAnswer, kept, children }: Props) {
  if (result.ask.length === 0) {
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
        {result.ask.map((ask, index) => (
          <li
            key={`${ask.question}-${ask.instruments.join()}`}
            className="flex gap-3 border-t border-base-300 py-2.5 first:border-0"
          >
            <span className="w-4 font-mono">{index + 1}</span>
            <div className="min-w-0 flex-1">
              <p className="font-medium">{ask.text}</p>
              <p className="quiet text-[0.93em]">
                {WHO[ask.to]} · {ask.instruments.map((id) => `${chartOf(id)?.name ?? id} (${ask.question})`).join(', ')}
                {ask.narrows > 0 ? ` · ${inPercent(ask.narrows)}` : ''}
              </p>
              {mayAnswer ? <AnswerForm ask={ask} kept={kept} /> : null}
            </div>
          </li>
        ))}
      </ol>
      {children}
    </Panel>
  );
}
