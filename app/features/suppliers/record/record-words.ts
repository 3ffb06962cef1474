/** The numbers of a record in words; the page and the print say the same because both take them from here. */
import { dateInWords } from '../../../ui/time';
import { LETTER_STATUS_LABELS } from '../../letters/letter-status';
import { shareInWords } from '../statistics/exposure';
import { medianInWords, tooFewToSay } from '../statistics/kaplan-meier';
import type { RecordLetter, Silence, StageRecord, Standing, SupplierRecordData } from './record-model';

export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** "Nothing heard since 12 Oct 2026: 43 days, 31 working days." */
export const silenceInWords = ({ since, days, workingDays }: Pick<Silence, 'since' | 'days' | 'workingDays'>): string =>
  `Nothing heard since ${dateInWords(since)}: ${counted(days, 'day')}, ${counted(workingDays, 'working day')}.`;

export const noSilence = ({ letters }: Pick<Standing, 'letters'>): string =>
  letters === 0 ? 'No letter has been written to this supplier.' : 'No letter is waiting for an answer.';

/** What a stage says: how many cases, the median and its interval, what was late. */
export function stageInWords({ survival, due, unanswered }: StageRecord): {
  counts: string;
  median: string;
  interval: string;
  deadline: string;
  note: string;
} {
  const { asked, answered, open } = survival;
  return {
    counts: `${counted(asked, 'case')}: ${answered.toLocaleString('en-GB')} answered, ${open.toLocaleString('en-GB')} still open or no longer waited for`,
    ...medianInWords(survival),
    deadline:
      due === 0
        ? 'no date has passed yet'
        : `${unanswered.toLocaleString('en-GB')} of ${due.toLocaleString('en-GB')} (${shareInWords(unanswered, due)})`,
    note: tooFewToSay(survival) ?? '',
  };
}

/** What the letter waited, in days: "18" when answered, "42, open" while it waits, "–" before it is sent. */
export function waitInWords({ sentOn, answeredOn, closedOn }: RecordLetter, today: string): string {
  if (!sentOn) return '–';
  const days = Math.max(0, Math.round((Date.parse(answeredOn ?? closedOn ?? today) - Date.parse(sentOn)) / 86_400_000));
  return answeredOn ? String(days) : closedOn ? `${days}, closed without an answer` : `${days}, open`;
}

export const stateInWords = ({ status }: Pick<RecordLetter, 'status'>): string => LETTER_STATUS_LABELS[status];

/** The first lines of a record: label and value. */
export function summaryOf({ standing, exposure }: SupplierRecordData): { label: string; value: string }[] {
  const { silence } = standing;
  return [
    { label: 'Overdue', value: counted(standing.overdue, 'letter') },
    { label: 'Open questions', value: standing.openQuestions.toLocaleString('en-GB') },
    {
      label: 'Longest silence',
      value: silence ? `${silence.reference}. ${silenceInWords(silence)}` : noSilence(standing),
    },
    {
      label: 'Letters',
      value: `${counted(standing.letters, 'letter')}, ${standing.waiting.toLocaleString('en-GB')} waiting for an answer`,
    },
    {
      label: 'Exposure',
      value: `${exposure.unitDays.toLocaleString('en-GB')} unit-days, ${exposure.sinceAsked.toLocaleString('en-GB')} of them since the letters were sent`,
    },
    ...(exposure.uncountedDays > 0
      ? [{ label: 'Units not counted', value: uncountedInWords(exposure.uncountedDays) }]
      : []),
  ];
}

export const uncountedInWords = (days: number): string =>
  `${counted(days, 'day')} of models whose units nobody has counted, in no sum`;
