/** A record as one table: each line names its part, and fills the columns that its part has. */
import { csvLine } from '../../csv';
import { shareInWords } from '../statistics/exposure';
import { medianOf, tooFewToSay } from '../statistics/kaplan-meier';
import type { SupplierRecordData } from './record-model';
import { stateInWords, summaryOf } from './record-words';
import { STAGE_WORDS } from './stages';

const COLUMNS = [
  'Part',
  'Item',
  'Subject',
  'State',
  'Sent',
  'Acknowledged',
  'Answered',
  'Closed',
  'Due',
  'Days',
  'Cases',
  'Answered cases',
  'Open cases',
  'At risk',
  'Median days',
  'From',
  'To',
  'Share',
  'Unit-days',
  'Days of uncounted units',
  'Note',
] as const;

type Column = (typeof COLUMNS)[number];
type Line = Partial<Record<Column, string | number | null>>;

const three = (share: number): number => Math.round(share * 1000) / 1000;

function linesOf(record: SupplierRecordData): Line[] {
  return [
    {
      Part: 'record',
      Item: record.supplier.name,
      Note: record.organisation,
      From: record.period.from,
      To: record.date,
    },
    ...summaryOf(record).map(({ label, value }) => ({ Part: 'summary', Item: label, Note: value })),
    ...record.overdue.map(({ reference, subject, stage, due, days, workingDays }) => ({
      ...{ Part: 'overdue', Item: reference, Subject: subject, Due: due, Days: days },
      Note: `${STAGE_WORDS[stage].due}; ${workingDays} working days`,
    })),
    ...record.stages.flatMap(({ stage, survival, due, unanswered }): Line[] => {
      const few = tooFewToSay(survival);
      const { day, low, high } = few ? { day: null, low: null, high: null } : medianOf(survival);
      const item = STAGE_WORDS[stage].title;
      return [
        {
          ...{ Part: 'statistics', Item: item, Cases: survival.asked, 'Answered cases': survival.answered },
          ...{ 'Open cases': survival.open, 'Median days': day, From: low, To: high, Note: few ?? '95 % interval' },
        },
        { Part: 'deadline', Item: item, Cases: due, 'Open cases': unanswered, Share: shareInWords(unanswered, due) },
        ...(few ? [] : survival.points).map((point) => ({
          ...{ Part: 'curve', Item: item, Days: point.day, 'At risk': point.atRisk, 'Answered cases': point.answered },
          ...{ Share: three(point.share), From: three(point.low), To: three(point.high) },
        })),
      ];
    }),
    ...record.exposure.lines.map(({ label, unitDays, uncountedDays, letters }) => ({
      ...{ Part: 'exposure', Item: label, Cases: letters, 'Unit-days': unitDays },
      ...{ 'Days of uncounted units': uncountedDays, Share: shareInWords(unitDays, record.exposure.unitDays) },
    })),
    {
      ...{ Part: 'exposure', Item: 'Sum', Cases: record.exposure.letters, 'Unit-days': record.exposure.unitDays },
      'Days of uncounted units': record.exposure.uncountedDays,
    },
    ...record.letters.map((letter) => ({
      ...{ Part: 'letter', Item: letter.reference, Subject: letter.subject, State: stateInWords(letter) },
      ...{ Sent: letter.sentOn, Acknowledged: letter.acknowledgedOn, Answered: letter.answeredOn },
      ...{ Closed: letter.closedOn, Due: letter.nextDue, Cases: letter.questionsAsked },
      'Open cases': letter.questionsOpen,
    })),
    ...(record.moreLetters > 0 ? [{ Part: 'letter', Note: `and ${record.moreLetters} earlier letters` }] : []),
    ...record.contradictions.map(({ label, one, other, status }) => ({
      ...{ Part: 'contradiction', Item: label, State: status, Subject: one, Note: other },
    })),
  ];
}

/** The whole file, safe to open in a spreadsheet. */
export const recordCsv = (record: SupplierRecordData): string =>
  `\uFEFF${csvLine(COLUMNS)}${linesOf(record)
    .map((line) => csvLine(COLUMNS.map((column) => line[column] ?? null)))
    .join('')}`;
