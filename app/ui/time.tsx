/** Dates as "18 Nov 2026", times with zone. Always UTC on the server, so that two readers see the same record. */

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

const asDate = (value: Date | string) => (value instanceof Date ? value : new Date(value));

/** "18 Nov 2026"; text that is no date comes back as it is. */
export const dateInWords = (value: Date | string): string => {
  const date = asDate(value);
  return Number.isNaN(date.getTime()) ? String(value) : DATE.format(date).replace('Sept', 'Sep');
};

/** "18 Nov 2026, 14:05 UTC" */
export const timeInWords = (value: Date | string): string => {
  const date = asDate(value);
  return Number.isNaN(date.getTime()) ? String(value) : `${dateInWords(date)}, ${TIME.format(date)} UTC`;
};

export const DateText = ({ value }: { value: Date | string }) => (
  <time dateTime={asDate(value).toString() === 'Invalid Date' ? undefined : asDate(value).toISOString()}>
    {dateInWords(value)}
  </time>
);

export const TimeText = ({ value }: { value: Date | string }) => (
  <time dateTime={asDate(value).toISOString()}>{timeInWords(value)}</time>
);
