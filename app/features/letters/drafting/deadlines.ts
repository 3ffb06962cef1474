/** The dates of a letter, each as a day and in working days, and in words how they were counted. Pure. */
import type { Deadline } from '../../../../documents/parts/letter-model';
import { type CalendarId, calendarLabel } from '../../clocks/calendar-names';
import { workingDaysBetween } from '../../clocks/calendars';

/** A deadline seen from the day of the letter. */
export const deadlineOn = (from: string, date: string, calendar: CalendarId): Deadline => ({
  date,
  workingDays: workingDaysBetween(from, date, calendar),
});

/** How the working days of a letter were counted. */
export const countedInWords = (calendar: CalendarId): string =>
  calendar === 'none'
    ? 'Dates: working days are Monday to Friday, counted from the day after this letter; public holidays are not taken out.'
    : `Dates: working days are Monday to Friday without the public holidays of ${calendarLabel(calendar)}, counted from the day after this letter.`;
