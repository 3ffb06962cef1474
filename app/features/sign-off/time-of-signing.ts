/** A moment as it is printed beside a signature: with the zone in which it is read. Pure. */

/** "29 November 2026, 11:05:12 GMT" for an IANA zone; the offset where a zone has no short name. */
export function momentInWords(at: Date | string, timeZone: string): string {
  const moment = at instanceof Date ? at : new Date(at);
  const numeric = '2-digit' as const;
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, day: 'numeric', month: 'long', year: 'numeric', hourCycle: 'h23' },
    ...{ hour: numeric, minute: numeric, second: numeric, timeZoneName: 'short' },
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.day} ${parts.month} ${parts.year}, ${parts.hour}:${parts.minute}:${parts.second} ${parts.timeZoneName}`;
}
