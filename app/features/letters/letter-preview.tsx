/** A letter as it will be printed, in the order of the paper: who, what, the numbered questions, what else. */
import type { Slot } from '../../../documents/document';
import type { Question } from '../../../documents/parts/question';
import type { SupplierRequestLetter } from '../../../documents/supplier-request-letter/model';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';

/** A blank stays visible as one: somebody has still to fill it in. */
export function SlotText({ slot }: { slot: Slot }) {
  if (typeof slot === 'string') return <>{slot}</>;
  return <mark className="tint-warning rounded-selector px-1">[{slot.blank}]</mark>;
}

export const Slots = ({ slots }: { slots: Slot | Slot[] }) => (
  <>
    {[slots].flat().map((slot, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one frozen sentence, never reordered
      <SlotText key={index} slot={slot} />
    ))}
  </>
);

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

export function LetterPreview({ letter }: { letter: SupplierRequestLetter }) {
  const { deciding, further } = letter;
  return (
    <>
      <Panel>
        <div className="grid gap-4 pt-3 sm:grid-cols-2">
          <address className="not-italic">
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
            <dt className="quiet">Date</dt>
            <dd>{dateInWords(letter.date)}</dd>
            <dt className="quiet">Acknowledge by</dt>
            <dd>{dateInWords(letter.acknowledge.date)}</dd>
            <dt className="quiet">Answer by</dt>
            <dd>
              <strong>{dateInWords(letter.answer.date)}</strong> ({letter.answer.workingDays} working days)
            </dd>
          </dl>
        </div>
        <p className="mt-4 font-semibold">
          <Slots slots={letter.subject} />
        </p>
        {letter.why.map((slot, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one frozen letter
          <p key={index} className="mt-2 whitespace-pre-wrap">
            <SlotText slot={slot} />
          </p>
        ))}
        <dl className="mt-3">
          {letter.proposal.map(({ label, value }) => (
            <div
              key={label}
              className="grid gap-x-4 border-t border-base-300 py-1.5 sm:grid-cols-[11rem_minmax(0,1fr)]"
            >
              <dt className="quiet">{label}</dt>
              <dd className="whitespace-pre-wrap">
                <SlotText slot={value} />
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title="Questions that decide">
        {deciding.questions.length > 0 ? (
          <>
            <p className="quiet">{deciding.intro}</p>
            <Questions questions={deciding.questions} />
          </>
        ) : (
          <p>No question that only the supplier can answer is open; the letter asks to confirm what it rests on.</p>
        )}
      </Panel>
      <Panel title="Further questions">
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
      <Panel title="Annexes">
        <h3>A · Devices</h3>
        <TableRegion label="Annex A, devices">
          <table className="data-table">
            <thead>
              <tr>
                {letter.annexes.devices.heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {letter.annexes.devices.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of one frozen table
                <tr key={at}>
                  {row.map((cell, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells of one frozen row
                    <td key={index}>
                      <SlotText slot={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
        {letter.annexes.vulnerabilities.length > 0 ? (
          <>
            <h3 className="mt-4">B · Vulnerabilities</h3>
            <ul className="ml-5 list-disc">
              {letter.annexes.vulnerabilities.map(({ id, score }) => (
                <li key={id}>
                  <span className="font-mono">{id}</span> <span className="quiet">{score}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h3 className="mt-4">C · Controls meanwhile</h3>
        <ul className="ml-5 list-disc">
          {letter.annexes.controls.map(({ control, state, effect }) => (
            <li key={control}>
              {control}: {effect} – <SlotText slot={state} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
