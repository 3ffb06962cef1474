/** A letter of any kind as it will be printed, in the order of the paper: who, what, the questions or the ask, the rest. */
import type { AskingLetter, NoticeLetter } from '../../../documents/parts/letter-model';
import type { Question } from '../../../documents/parts/question';
import { Notice, Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { type Extra, isAsking, type LetterModels, letterExtras } from './letter-extras';
import type { LetterKind } from './letter-kinds';
import { Labelled, Lines, Paragraphs, PlainTable, Slots, SlotText } from './letter-tables';

function QuestionView({ question }: { question: Question }) {
  return (
    <li value={question.number} className="border-t border-base-300 py-2.5 first:border-0">
      <p className="font-medium whitespace-pre-wrap">{question.text}</p>
      {question.help ? <p className="quiet">{question.help}</p> : null}
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {question.choices.map((choice) => (
          <li key={choice.label + (choice.fill ?? '')} className="flex items-start gap-1.5">
            <span aria-hidden="true" className="mt-0.5 inline-block size-3.5 border border-current" />
            {choice.label}
            {choice.fill === undefined ? '' : ` ${choice.fill} …………`}
          </li>
        ))}
      </ul>
      {question.settles?.length ? <p className="quiet mt-1 text-[0.93em]">{question.settles.join(' ')}</p> : null}
      {question.from ? <p className="quiet text-[0.93em]">{question.from}</p> : null}
    </li>
  );
}

const Questions = ({ questions }: { questions: Question[] }) => (
  <ol className="ml-6 list-decimal">
    {questions.map((question) => (
      <QuestionView key={question.number} question={question} />
    ))}
  </ol>
);

const Deadlines = ({ letter }: { letter: AskingLetter }) => (
  <>
    <dt className="quiet">Acknowledge by</dt>
    <dd>{dateInWords(letter.acknowledge.date)}</dd>
    <dt className="quiet">Answer by</dt>
    <dd>
      <strong>{dateInWords(letter.answer.date)}</strong> ({letter.answer.workingDays} working days)
    </dd>
  </>
);

function Head({ letter }: { letter: AskingLetter | NoticeLetter }) {
  return (
    <div className="grid gap-4 pt-1 sm:grid-cols-2">
      <address className="min-w-0 not-italic">
        <strong>
          <Slots slots={letter.recipient.name} />
        </strong>
        {letter.recipient.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one frozen address
          <span key={index} className="block">
            <SlotText slot={line} />
          </span>
        ))}
      </address>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 sm:justify-self-end">
        <dt className="quiet">Our reference</dt>
        <dd className="font-mono">
          <SlotText slot={letter.reference} />
        </dd>
        {letter.yourReference ? (
          <>
            <dt className="quiet">Your reference</dt>
            <dd className="font-mono">{letter.yourReference}</dd>
          </>
        ) : null}
        <dt className="quiet">Date</dt>
        <dd>{dateInWords(letter.date)}</dd>
        {isAsking(letter) ? <Deadlines letter={letter} /> : null}
      </dl>
    </div>
  );
}

const ExtraView = ({ extra }: { extra: Extra }) => (
  <Panel title={extra.title}>
    {'rows' in extra ? (
      <PlainTable label={`${extra.title}, as a table`} heads={extra.heads} rows={extra.rows} />
    ) : 'lines' in extra ? (
      <Lines slots={extra.lines} />
    ) : (
      <Labelled rows={extra.labelled} />
    )}
  </Panel>
);

function Asks({ letter, extras }: { letter: AskingLetter; extras: Extra[] }) {
  const { deciding, further, silence } = letter;
  return (
    <>
      {extras.map((extra) => (
        <ExtraView key={extra.title} extra={extra} />
      ))}
      {deciding.questions.length > 0 ? (
        <Panel title="Questions that decide">
          <p className="quiet">{deciding.intro}</p>
          <Questions questions={deciding.questions} />
        </Panel>
      ) : null}
      {further.blocks.length > 0 ? (
        <Panel title={deciding.questions.length > 0 ? 'Further questions' : 'Questions'}>
          <p className="quiet">{further.intro}</p>
          {further.blocks.map((block) => (
            <section key={block.letter + block.title} className="mt-3">
              <h3>
                {block.letter ? `${block.letter} · ` : ''}
                {block.title}
              </h3>
              <Questions questions={block.questions} />
            </section>
          ))}
        </Panel>
      ) : null}
      <Panel title="How to reply, and what happens without an answer">
        <Paragraphs slots={letter.reply} />
        <Paragraphs slots={silence} />
      </Panel>
      <AnnexesView letter={letter} />
    </>
  );
}

function AnnexesView({ letter }: { letter: AskingLetter }) {
  const { devices, vulnerabilities, controls, clauses } = letter.annexes;
  return (
    <Panel title="Annexes">
      <h3>A · Devices</h3>
      {devices.note ? <p className="quiet">{devices.note}</p> : null}
      <PlainTable label="Annex A, devices" heads={devices.heads} rows={devices.rows} />
      {vulnerabilities.length > 0 ? (
        <>
          <h3 className="mt-4">B · Vulnerabilities</h3>
          <PlainTable
            label="Annex B, vulnerabilities"
            heads={['Vulnerability', 'What', 'Published score', 'Manufacturer’s rating']}
            rows={vulnerabilities.map(({ id, score, what }) => [id, what ?? '', score, ''])}
          />
        </>
      ) : null}
      {controls.length > 0 ? (
        <>
          <h3 className="mt-4">C · Controls meanwhile</h3>
          <PlainTable
            label="Annex C, controls meanwhile"
            heads={['Control', 'State', 'Effect']}
            rows={controls.map(({ control, state, effect }) => [control, state, effect])}
          />
        </>
      ) : null}
      {clauses.length > 0 ? (
        <details className="mt-4">
          <summary className="w-fit cursor-pointer py-1">D · Where the questions come from</summary>
          <PlainTable
            label="Annex D, clauses"
            heads={['Questions', 'Document', 'Place', 'Confidence']}
            rows={clauses.map((one) => [one.questions, one.document, one.place, one.confidence])}
          />
        </details>
      ) : null}
    </Panel>
  );
}

const Tells = ({ letter, extras }: { letter: NoticeLetter; extras: Extra[] }) => (
  <>
    {extras.map((extra) => (
      <ExtraView key={extra.title} extra={extra} />
    ))}
    {letter.next.length > 0 ? (
      <Panel title="Next steps">
        <Lines slots={letter.next} />
      </Panel>
    ) : null}
  </>
);

/** `model` is the stored model of a letter of this kind. */
export function LetterPreview<K extends LetterKind>({ kind, model }: { kind: K; model: LetterModels[K] }) {
  const letter: AskingLetter | NoticeLetter = model;
  const extras = letterExtras(kind, model);
  const asking = isAsking(letter);
  return (
    <>
      {letter.corrects ? (
        <Notice kind="info" title={`Corrects ${letter.corrects.version}`}>
          <span className="whitespace-pre-wrap">{letter.corrects.whatChanged}</span>
        </Notice>
      ) : null}
      <Panel>
        <Head letter={letter} />
        <p className="mt-4 font-semibold">
          <Slots slots={letter.subject} />
        </p>
        <p className="mt-3">
          <SlotText slot={letter.salutation} />
        </p>
        {asking ? null : <p className="mt-2 font-semibold">{letter.ask}</p>}
        <Paragraphs slots={asking ? letter.why : letter.paragraphs} />
        {asking ? <Labelled rows={letter.proposal} /> : null}
      </Panel>
      {asking ? <Asks letter={letter} extras={extras} /> : <Tells letter={letter} extras={extras} />}
      <Panel>
        <p className="pt-1">{letter.closing}</p>
        <p className="mt-2 font-medium">
          <SlotText slot={letter.signatory.name} />
        </p>
        <p className="quiet">
          <SlotText slot={letter.signatory.role} />
        </p>
        <Labelled rows={letter.contact} />
        {letter.basis.map((line) => (
          <p key={line} className="quiet mt-1 text-[0.93em]">
            {line}
          </p>
        ))}
      </Panel>
    </>
  );
}
