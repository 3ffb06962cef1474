/** A record as the PDF wants it. */
import type { SupplierRecord } from '../../../../documents/supplier-record/model';
import { shareInWords } from '../statistics/exposure';
import type { Survival } from '../statistics/kaplan-meier';
import { METHOD, type SupplierRecordData } from './record-model';
import { stageInWords, stateInWords, summaryOf, waitInWords } from './record-words';
import { STAGE_WORDS } from './stages';

/** Letters that a print lists; all of them are in the CSV and JSON. */
const MOST_PRINTED = 300;

/** The model of the document `supplier-record`. */
export function printModel(record: SupplierRecordData): SupplierRecord {
  const { exposure, letters } = record;
  const left = record.moreLetters + Math.max(0, letters.length - MOST_PRINTED);
  return {
    language: record.language,
    organisation: record.organisation,
    supplier: record.supplier.name,
    date: record.date,
    period: record.period,
    method: [
      ...METHOD,
      ...(left > 0 ? [`${left.toLocaleString('en-GB')} earlier letters are counted and not listed here.`] : []),
    ],
    summary: summaryOf(record),
    overdue: record.overdue.map(({ reference, subject, stage, due, days }) => ({
      ...{ reference, subject, due, days },
      what: STAGE_WORDS[stage].due,
    })),
    statistics: record.stages.map((stage) => {
      const { median, interval, deadline, note } = stageInWords(stage);
      const { asked, answered, open } = stage.survival;
      return {
        stage: STAGE_WORDS[stage.stage].title,
        ...{ asked, answered, open, median },
        interval: note ? '' : `95 % interval ${interval}`,
        curve: note ? [] : curveOf(stage.survival),
        note: [note, `Unanswered at the deadline: ${deadline}.`].filter(Boolean).join(' '),
      };
    }),
    exposure: exposure.lines.map(({ label, unitDays, uncountedDays }) => ({
      cause: uncountedDays > 0 ? `${label} (and ${uncountedDays} days of models not counted)` : label,
      unitDays,
      share: shareInWords(unitDays, exposure.unitDays),
    })),
    letters: letters.slice(0, MOST_PRINTED).map((letter) => ({
      reference: letter.reference,
      subject: letter.subject,
      sent: letter.sentOn ?? '',
      state: stateInWords(letter),
      days: waitInWords(letter, record.date),
    })),
    contradictions: record.contradictions.map(({ label, one, other, status }) => ({
      ...{ subject: label, one, other },
      state: CONTRADICTION_STATES[status] ?? status,
    })),
  };
}

/** The points of the curve, and the day to which the last of them holds: until then somebody was waited for. */
function curveOf({ points, longest, watchedLongest }: Survival): SupplierRecord['statistics'][number]['curve'] {
  const curve = points.map(({ day, share, low, high, atRisk }) => ({ day, share, low, high, atRisk }));
  const last = curve.at(-1);
  return last && longest > last.day ? [...curve, { ...last, day: longest, atRisk: watchedLongest }] : curve;
}

const CONTRADICTION_STATES: Readonly<Record<string, string>> = {
  open: 'open',
  asked: 'asked',
  settled: 'settled',
  no_contradiction: 'no contradiction',
};
