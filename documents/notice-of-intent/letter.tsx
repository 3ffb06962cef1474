import { dateInWords, type Frame } from '../document';
import { ControlsAnnex } from '../parts/letter/annexes';
import { FollowedLetter, NoticeFrame, OpenQuestions } from '../parts/letter/notice-frame';
import { Labelled, Section } from '../parts/letter/pieces';
import { Table } from '../parts/table';
import type { NoticeOfIntent } from './model';

/** Says what we shall do on our own responsibility, from which day, on which grounds, and how to stop us. */
export const NoticeOfIntentDocument = ({ model, frame }: { model: NoticeOfIntent; frame: Frame }) => (
  <NoticeFrame model={model} frame={frame} about="Notice of intent to act on a medical device">
    <Labelled heading="What we intend" entries={[{ label: 'From', value: dateInWords(model.from) }, ...model.intent]} />
    {model.grounds.length === 0 ? null : (
      <Section heading="On which grounds">
        <Table
          columns={[
            { title: 'Ground', share: 3 },
            { title: 'Where it stands', share: 2 },
          ]}
          rows={model.grounds.map((one) => [one.ground, one.citation])}
        />
      </Section>
    )}
    <ControlsAnnex rows={model.controls} heading="What we keep in place meanwhile" note={null} />
    <FollowedLetter about={model.about} heading="Our letter" />
    <OpenQuestions questions={model.unanswered} heading="Not answered, as numbered in our letter" />
  </NoticeFrame>
);
