/** All questions of a letter as one form that is saved as often as one likes. */
import { PostForm } from '../../ui/form';
import type { Errors, PostedAnswer } from './answer-fields';
import { gistOf } from './answer-fields';
import type { AskedQuestion } from './get-reply-page.server';
import { QuestionCard } from './question-card';
import { BigButton, H2 } from './reply-frame';
import type { Conflict } from './save-answers.server';

/** What became of the last attempt to save: shown beside the questions it is about. */
export interface SaveOutcome {
  errors?: Errors;
  conflicts?: Conflict[];
  typed?: PostedAnswer[];
}

function Card({ asked: { question, answer }, outcome }: { asked: AskedQuestion; outcome?: SaveOutcome }) {
  const conflict = outcome?.conflicts?.find(({ number }) => number === question.number);
  const typed = outcome?.errors ? outcome.typed?.find(({ number }) => number === question.number) : undefined;
  // What a person decides about is compared with what stands there now; what was refused, with what it was shown beside.
  const shown = conflict ? gistOf(conflict.theirs) : (typed?.shown ?? answer.shown);
  const version = conflict ? conflict.theirs.version : (typed?.version ?? answer.version);
  return (
    <QuestionCard
      key={`${version}${conflict ? ' two' : ''}`}
      question={question}
      answer={conflict?.yours ?? typed ?? answer}
      version={version}
      shown={shown}
      errors={outcome?.errors}
      conflict={conflict}
    />
  );
}

/** The blocks of a letter in its own order: what decides first, then by heading. */
function blocksOf(asked: AskedQuestion[]): [string, AskedQuestion[]][] {
  const blocks = new Map<string, AskedQuestion[]>();
  for (const one of asked) {
    const name = one.question.deciding ? 'What the decision hangs on' : one.question.block || 'Further questions';
    blocks.set(name, [...(blocks.get(name) ?? []), one]);
  }
  return [...blocks];
}

export function QuestionsForm({ asked, outcome }: { asked: AskedQuestion[]; outcome?: SaveOutcome }) {
  return (
    <PostForm reloadDocument className="flex flex-col gap-6">
      <input type="hidden" name="intent" value="save" />
      {blocksOf(asked).map(([name, questions]) => (
        <section key={name} className="flex flex-col gap-4" aria-label={name}>
          <H2>{name}</H2>
          {questions.map((one) => (
            <Card key={one.question.number} asked={one} outcome={outcome} />
          ))}
        </section>
      ))}
      <div className="flex flex-col gap-3 sm:flex-row">
        <BigButton name="after" value="go on">
          Save and go on
        </BigButton>
        <BigButton name="after" value="stay" look="btn-outline">
          Save and continue later
        </BigButton>
      </div>
    </PostForm>
  );
}
