import { dateInWords, type Frame } from '../document';
import { DueDates, FollowedLetter, NoticeFrame, OpenQuestions } from '../parts/letter/notice-frame';
import { Labelled, Section } from '../parts/letter/pieces';
import { Table } from '../parts/table';
import type { Escalation } from './model';

/** The whole history of an unanswered letter, to somebody above the first contact. */
export const EscalationDocument = ({ model, frame }: { model: Escalation; frame: Frame }) => (
  <NoticeFrame model={model} frame={frame} about="Escalation of an unanswered letter about a medical device">
    <Labelled heading="What waits for your answer" entries={model.stakes} />
    <FollowedLetter about={model.about} heading="Our letter" />
    <DueDates due={model.due} />
    {model.history.length === 0 ? null : (
      <Section heading="What has happened">
        <Table
          columns={[
            { title: 'Date', share: 1 },
            { title: 'What', share: 3.6 },
          ]}
          rows={model.history.map((one) => [dateInWords(one.date), one.what])}
        />
      </Section>
    )}
    <OpenQuestions questions={model.open} heading="Still open, as numbered in our letter" />
  </NoticeFrame>
);
