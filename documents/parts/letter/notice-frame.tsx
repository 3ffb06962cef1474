import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { dateInWords, type Frame } from '../../document';
import { quarter } from '../../theme';
import type { Due, Followed, NoticeLetter } from '../letter-model';
import { Table } from '../table';
import { Heading, Line } from '../text';
import { useTheme } from '../themed';
import { Together } from '../together';
import { LetterPage } from './letter-page';
import { AskBox, Labelled, Paragraphs, Section, Signed } from './pieces';

interface NoticeFrameProps {
  model: NoticeLetter;
  frame: Frame;
  /** What the letter is, for the properties of the file. */
  about: string;
  children?: ReactNode;
  /** After the signature. */
  annex?: ReactNode;
}

/** A letter that tells and asks for one thing: the ask first, then why, then what this kind shows, then next steps. */
export const NoticeFrame = ({ model, frame, about, children, annex }: NoticeFrameProps) => (
  <LetterPage model={model} frame={frame} about={about}>
    <AskBox ask={model.ask} />
    <Paragraphs of={model.paragraphs} />
    {children}
    <Signed model={model} last={{ heading: 'Next steps', items: model.next }} />
    {annex}
  </LetterPage>
);

/** The letter that this one follows. */
export const FollowedLetter = ({ about, heading }: { about: Followed; heading: string }) => (
  <Labelled
    heading={heading}
    entries={[
      { label: 'Letter', value: `${about.reference}, ${about.version}, of ${dateInWords(about.date)}` },
      { label: 'Subject', value: about.subject },
      { label: 'Sent', value: about.sentTo },
    ]}
  />
);

/** How late an answer is, in words. */
export function lateness(workingDays: number): string {
  const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;
  if (workingDays === 0) return 'due on the day of this letter';
  return workingDays > 0 ? `${days(workingDays)} late` : `in ${days(-workingDays)}`;
}

/** The dates that have come or passed. */
export const DueDates = ({ due }: { due: Due[] }) =>
  due.length === 0 ? null : (
    <Section heading="The dates">
      <Table
        columns={[
          { title: 'What', share: 2 },
          { title: 'Due', share: 1.4 },
          { title: 'Now', share: 1.4 },
        ]}
        rows={due.map((one) => [one.what, dateInWords(one.date), lateness(one.workingDaysLate)])}
      />
    </Section>
  );

/** Questions still without an answer, by the numbers they have in the letter that asked them. */
export const OpenQuestions = ({
  questions,
  heading,
}: {
  questions: { number: number; text: string }[];
  heading: string;
}) => {
  const { colour, size } = useTheme();
  const row = (question: { number: number; text: string }) => (
    <View key={question.number} style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 1.5 }}>
      <Line style={{ width: quarter(size.body * 2.4), fontWeight: 700, color: colour.accent }}>
        {String(question.number)}
      </Line>
      <Line style={{ flex: 1 }}>{question.text}</Line>
    </View>
  );
  const [first, ...rest] = questions;
  if (!first) return null;
  return (
    <View style={{ marginBottom: 4 }}>
      <Together of={first}>
        <Heading>{heading}</Heading>
        {row(first)}
      </Together>
      {rest.map(row)}
    </View>
  );
};
