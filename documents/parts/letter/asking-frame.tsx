import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { dateInWords, type Frame } from '../../document';
import type { AskingLetter, Deadline } from '../letter-model';
import { QuestionBlock } from '../question';
import { Heading, P } from '../text';
import { Together } from '../together';
import { LetterAnnexes } from './annexes';
import { LetterPage } from './letter-page';
import { AskBox, Labelled, Listed, Paragraphs, Signed } from './pieces';

const days = (deadline: Deadline) =>
  `${dateInWords(deadline.date)} (${deadline.workingDays} working ${deadline.workingDays === 1 ? 'day' : 'days'})`;

/** Which questions decide, as the letter asks for them: "answer questions 1 to 4". */
function whichQuestions({ deciding, further }: AskingLetter): string {
  const numbers = deciding.questions.map((question) => question.number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined) return further.blocks.length > 0 ? 'answer the questions below' : 'let us have your answer';
  if (numbers.length === 1) return `answer question ${first}`;
  return `answer questions ${first} ${numbers.length === 2 ? 'and' : 'to'} ${last}`;
}

const Deciding = ({ deciding }: { deciding: AskingLetter['deciding'] }) => {
  const [first, ...rest] = deciding.questions;
  if (!first) return null;
  return (
    <>
      <Together of={[deciding.intro, first]}>
        <Heading>The questions that decide</Heading>
        <P>{deciding.intro}</P>
        <QuestionBlock question={first} deciding />
      </Together>
      {rest.map((question) => (
        <QuestionBlock key={question.number} question={question} deciding />
      ))}
    </>
  );
};

const Further = ({ further, alone }: { further: AskingLetter['further']; alone: boolean }) => {
  const blocks = further.blocks.filter((block) => block.questions.length > 0);
  return (
    <>
      {blocks.map((block, index) => {
        const [first, ...rest] = block.questions;
        return first ? (
          <View key={block.letter}>
            <Together of={[further.intro, block.letter, block.title, first]}>
              {index === 0 ? <Heading>{alone ? 'The questions' : 'What else we need to know'}</Heading> : null}
              {index === 0 ? <P>{further.intro}</P> : null}
              <Heading level={3}>{`${block.letter}  ${block.title}`}</Heading>
              <QuestionBlock question={first} />
            </Together>
            {rest.map((question) => (
              <QuestionBlock key={question.number} question={question} />
            ))}
          </View>
        ) : null;
      })}
    </>
  );
};

interface AskingFrameProps {
  model: AskingLetter;
  frame: Frame;
  /** What the letter is, for the properties of the file. */
  about: string;
  /** Heading over label and value: "What we propose". */
  proposalHeading?: string;
  /** What only this kind of letter says, before its questions. */
  children?: ReactNode;
  /** An annex of this kind's own, after the others. */
  annex?: ReactNode;
}

/** A letter with numbered questions: what is asked and by when, why, what is proposed, the deciding questions first. */
export const AskingFrame = ({
  model,
  frame,
  about,
  proposalHeading = 'What we propose',
  children,
  annex,
}: AskingFrameProps) => (
  <LetterPage model={model} frame={frame} about={about}>
    <AskBox
      ask={`Please ${whichQuestions(model)} by ${days(model.answer)}.`}
      also={[`Please acknowledge this letter by ${days(model.acknowledge)}.`]}
    />
    <Paragraphs of={model.why} />
    <Labelled heading={proposalHeading} entries={model.proposal} />
    {children}
    <Deciding deciding={model.deciding} />
    <Further further={model.further} alone={model.deciding.questions.length === 0} />
    <Listed heading="Next steps" items={model.reply} />
    <Signed
      model={model}
      last={{ heading: 'If we have no answer by the date above', items: model.silence, level: 3 }}
    />
    <LetterAnnexes annexes={model.annexes} />
    {annex}
  </LetterPage>
);
