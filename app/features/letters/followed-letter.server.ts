/** What a reminder, escalation, notice or acceptance says of the letter it follows. */
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import {
  claims,
  letterClocks,
  letterDeliveries,
  letterModels,
  letterQuestions,
  letters,
} from '../../../db/schema/index.server';
import type { AskingLetter, Due, Followed } from '../../../documents/parts/letter-model';
import type { CalendarId } from '../clocks/calendar-names';
import { workingDaysBetween } from '../clocks/calendars';
import { STAGE_LABELS } from '../clocks/policy';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { type LetterRow, lockLetter, versionInWords } from './letter-row.server';
import { type LetterVersion, versionsOf } from './read-version.server';
import type { ReplyForm } from './reply-form';

export interface FollowedLetter {
  letter: LetterRow;
  version: LetterVersion;
  model: AskingLetter;
  about: Followed;
  open: { number: number; text: string }[];
  history: { date: string; what: string }[];
  /** Units of the models, where every one of them is counted. */
  units: number | null;
}

const day = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The letter that asked: what follows a reminder follows the letter that the reminder was about. */
export async function rootOf(tx: Tx, orgId: string, letterId: string): Promise<LetterRow | null> {
  let letter = await lockLetter(tx, orgId, letterId);
  for (let steps = 0; letter?.followsId && !LETTER_KIND_WORDS[letter.kind].asks && steps < 20; steps += 1) {
    letter = await lockLetter(tx, orgId, letter.followsId);
  }
  return letter;
}

/** The version that left the house last, with what of it is open; null while none was issued. */
export async function followedLetter(tx: Tx, letter: LetterRow): Promise<FollowedLetter | null> {
  const { orgId, id } = letter;
  const versions = await versionsOf(tx, orgId, id);
  const version = versions.filter(({ status }) => status === 'issued').at(-1);
  if (!version) return null;
  const model = version.model as AskingLetter;
  const number = version.number;
  const [asked, sent, followUps, models] = await Promise.all([
    tx
      .select({ number: letterQuestions.number, text: letterQuestions.text, answeredAt: letterQuestions.answeredAt })
      .from(letterQuestions)
      .where(
        and(
          eq(letterQuestions.orgId, orgId),
          eq(letterQuestions.letterId, id),
          eq(letterQuestions.versionNumber, number),
        ),
      )
      .orderBy(asc(letterQuestions.number)),
    tx
      .select()
      .from(letterDeliveries)
      .where(and(eq(letterDeliveries.orgId, orgId), eq(letterDeliveries.letterId, id)))
      .orderBy(asc(letterDeliveries.createdAt)),
    tx
      .select({ reference: letters.reference, kind: letters.kind, sentAt: letters.sentAt })
      .from(letters)
      .where(and(eq(letters.orgId, orgId), eq(letters.followsId, id), ne(letters.status, 'withdrawn')))
      .orderBy(asc(letters.createdAt), asc(letters.id)),
    tx
      .select({ units: letterModels.units })
      .from(letterModels)
      .where(and(eq(letterModels.orgId, orgId), eq(letterModels.letterId, id))),
  ]);
  const form = version.form as ReplyForm | null;
  const open = asked.length > 0 ? asked.filter(({ answeredAt }) => answeredAt === null) : (form?.questions ?? []);
  const last = sent.at(-1);
  const channel = { email: 'by e-mail', post: 'by post', hand: 'by hand', portal: 'by portal' };
  return {
    letter,
    version,
    model,
    about: {
      reference: letter.reference,
      date: letter.sentAt ? day(letter.sentAt) : model.date,
      version: versionInWords(number),
      subject: letter.subject,
      sentTo: last ? `${last.recipient}, ${channel[last.channel]}` : letter.recipientName || letter.supplierName,
    },
    open: open.map((one) => ({ number: one.number, text: one.text })),
    history: [
      ...sent.map((one) => ({
        date: one.sentOn ?? day(one.createdAt),
        what: `${letter.reference} ${versionInWords(one.versionNumber)} sent ${channel[one.channel]}${one.bouncedAt ? '; it did not arrive' : ''}`,
      })),
      ...(letter.acknowledgedAt ? [{ date: day(letter.acknowledgedAt), what: 'acknowledged' }] : []),
      ...(letter.answeredAt ? [{ date: day(letter.answeredAt), what: 'answered, in part or whole' }] : []),
      ...followUps.flatMap(({ reference, kind, sentAt }) =>
        sentAt ? [{ date: day(sentAt), what: `${LETTER_KIND_WORDS[kind].label} ${reference} sent` }] : [],
      ),
    ].sort((one, other) => one.date.localeCompare(other.date)),
    units: models.reduce<number | null>(
      (sum, { units }) => (sum === null || units === null ? null : sum + units),
      models.length > 0 ? 0 : null,
    ),
  };
}

/** Working days past a date; negative before it. */
const lateBy = (date: string, on: string, calendar: CalendarId): number =>
  date <= on ? workingDaysBetween(date, on, calendar) : -workingDaysBetween(on, date, calendar);

/** The dates that have come or are next, as the clocks hold them; that of the letter itself where none runs. */
export async function duesOf(
  tx: Tx,
  { letter, model }: FollowedLetter,
  on: string,
  calendar: CalendarId,
): Promise<Due[]> {
  const clocks = await tx
    .select({ stage: letterClocks.stage, dueOn: letterClocks.dueOn })
    .from(letterClocks)
    .where(
      and(
        eq(letterClocks.orgId, letter.orgId),
        eq(letterClocks.letterId, letter.id),
        isNull(letterClocks.metAt),
        isNull(letterClocks.stoppedAt),
      ),
    )
    .orderBy(asc(letterClocks.dueOn));
  const dues = clocks.map(({ stage, dueOn }) => ({
    what: STAGE_LABELS[stage],
    date: dueOn,
    workingDaysLate: lateBy(dueOn, on, calendar),
  }));
  if (dues.length > 0) return dues;
  const answer = model.answer?.date;
  return answer ? [{ what: 'Your answer', date: answer, workingDaysLate: lateBy(answer, on, calendar) }] : [];
}

/** What a person has confirmed out of the replies to a letter. */
export async function confirmedOf(tx: Tx, letter: LetterRow) {
  const rows = await tx
    .select({
      number: claims.questionNumber,
      question: claims.label,
      answer: claims.statement,
      quotation: claims.quotation,
    })
    .from(claims)
    .where(and(eq(claims.orgId, letter.orgId), eq(claims.letterId, letter.id), eq(claims.status, 'confirmed')))
    .orderBy(asc(claims.questionNumber), asc(claims.id));
  return rows;
}
