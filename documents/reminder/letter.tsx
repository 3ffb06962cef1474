import type { Frame } from '../document';
import { DueDates, FollowedLetter, NoticeFrame, OpenQuestions } from '../parts/letter/notice-frame';
import type { Reminder } from './model';

/** What was asked, when, and what is still open. */
export const ReminderDocument = ({ model, frame }: { model: Reminder; frame: Frame }) => (
  <NoticeFrame model={model} frame={frame} about="Reminder of an unanswered letter about a medical device">
    <FollowedLetter about={model.about} heading="Our letter" />
    <DueDates due={model.due} />
    <OpenQuestions questions={model.open} heading="Still open, as numbered in our letter" />
  </NoticeFrame>
);
