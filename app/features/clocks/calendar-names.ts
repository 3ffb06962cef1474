/** The calendars of bank holidays by name, without their days: what forms and pages need. */

export const CALENDARS = [
  { id: 'GB-ENG', label: 'England and Wales', note: 'Bank holidays of England and Wales, with substitute days.' },
  { id: 'GB-SCT', label: 'Scotland', note: 'Bank holidays of Scotland; local holidays of towns are not counted.' },
  { id: 'GB-NIR', label: 'Northern Ireland', note: 'Bank holidays of Northern Ireland, with substitute days.' },
  { id: 'IE', label: 'Ireland', note: 'Public holidays; one on a weekend has no fixed substitute day.' },
  { id: 'DE', label: 'Germany', note: 'Holidays of the whole country; those of single states are not counted.' },
  { id: 'FR', label: 'France', note: 'Legal holidays; those of Alsace-Moselle and overseas are not counted.' },
  { id: 'NL', label: 'Netherlands', note: 'Public holidays; 5 May is a working day.' },
  { id: 'US', label: 'United States (federal)', note: 'Federal holidays, with the days on which they are observed.' },
  {
    id: 'none',
    label: 'Monday to Friday only',
    note: 'No holidays are taken out: for places without a calendar here.',
  },
] as const;

export type CalendarId = (typeof CALENDARS)[number]['id'];

/** Identifiers alone, for schemas. */
export const CALENDAR_IDS = CALENDARS.map(({ id }) => id) as [CalendarId, ...CalendarId[]];

/** Whether a stored or posted text names a calendar. */
export const isCalendarId = (value: unknown): value is CalendarId => CALENDARS.some(({ id }) => id === value);

/** "England and Wales"; a stored calendar that is no longer known is named as stored. */
export const calendarLabel = (id: string): string => CALENDARS.find((one) => one.id === id)?.label ?? id;

interface Place {
  country: string;
  nation: string | null;
}

const COUNTRIES: Readonly<Record<string, CalendarId>> = { IE: 'IE', DE: 'DE', FR: 'FR', NL: 'NL', US: 'US' };
const NATIONS: Readonly<Record<string, CalendarId>> = { scotland: 'GB-SCT', northern_ireland: 'GB-NIR' };

/** The calendar of the place where an organisation is; Monday to Friday only where we have none. */
export function calendarOf({ country, nation }: Place): CalendarId {
  if (country === 'GB') return NATIONS[nation ?? ''] ?? 'GB-ENG';
  return COUNTRIES[country] ?? 'none';
}
