import type { Frame } from '../document';
import { FollowedLetter, NoticeFrame, OpenQuestions } from '../parts/letter/notice-frame';
import { Section } from '../parts/letter/pieces';
import { Table } from '../parts/table';
import type { AnswerAcceptance } from './model';

/** Thanks, what of the answer was taken into the record, and what is still open. */
export const AnswerAcceptanceDocument = ({ model, frame }: { model: AnswerAcceptance; frame: Frame }) => (
  <NoticeFrame model={model} frame={frame} about="Acceptance of an answer about a medical device">
    {model.accepted.length === 0 ? null : (
      <Section
        heading="What we took into our record"
        lead="If we have understood something wrongly, please tell us; the record shows a correction beside it."
      >
        <Table
          columns={[
            { title: 'No.', share: 0.5 },
            { title: 'We asked', share: 2.6 },
            { title: 'Your answer', share: 1.7 },
            { title: 'In your words', share: 2.2 },
          ]}
          rows={model.accepted.map((one) => [
            one.number === null ? '–' : String(one.number),
            one.question,
            one.answer,
            one.quotation ? `“${one.quotation}”` : '',
          ])}
        />
      </Section>
    )}
    <OpenQuestions questions={model.stillOpen} heading="Still open, as numbered in our letter" />
    <FollowedLetter about={model.about} heading="Our letter" />
  </NoticeFrame>
);
