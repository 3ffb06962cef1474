/** How old what we hold of a feed is, in words. Pure. */
import { dateInWords } from '../../ui/time';

export type FeedId = 'advisories' | 'kev' | 'epss' | 'support';

export const FEED_IDS: readonly FeedId[] = ['advisories', 'kev', 'epss', 'support'];

/** Names as they stand inside a sentence, and after how many days what we hold is called old. */
export const FEEDS: Record<FeedId, { name: string; what: string; oldAfterDays: number }> = {
  advisories: { name: 'Advisories', what: 'published security advisories (CSAF, OpenVEX)', oldAfterDays: 14 },
  kev: { name: 'KEV', what: 'vulnerabilities known to be exploited (CISA)', oldAfterDays: 7 },
  epss: { name: 'EPSS', what: 'how likely exploitation is within 30 days (FIRST)', oldAfterDays: 7 },
  support: { name: 'End-of-support dates', what: 'until when systems and components are supported', oldAfterDays: 90 },
};

export interface FeedAge {
  feed: FeedId;
  /** Day of the data, as the data says; null: never loaded, or the data does not say. */
  asOf: string | null;
  edition: string;
  /** Moment it was loaded; null: never. */
  loadedAt: string | null;
  entries: number;
}

const DAY_MS = 86_400_000;

/** Days from the day of the data (or of loading it, where the data states none) to today; null when never loaded. */
export function ageInDays({ asOf, loadedAt }: Pick<FeedAge, 'asOf' | 'loadedAt'>, today: string): number | null {
  const day = asOf ?? loadedAt?.slice(0, 10);
  if (!loadedAt || !day) return null;
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS));
}

/** Whether what we hold is older than the feed should be; a feed that was never loaded is not old, it is missing. */
export const isOld = (age: FeedAge, today: string): boolean =>
  (ageInDays(age, today) ?? 0) > FEEDS[age.feed].oldAfterDays;

const daysInWords = (days: number): string =>
  days === 0 ? 'of today' : days === 1 ? '1 day old' : `${days.toLocaleString('en-GB')} days old`;

/** "KEV of 25 Aug 2025, 461 days old", "EPSS never loaded". */
export function feedAgeInWords(age: FeedAge, today: string): string {
  const { name } = FEEDS[age.feed];
  const days = ageInDays(age, today);
  if (days === null) return `${name} never loaded`;
  if (age.asOf === null) return `${name} loaded ${dateInWords(age.loadedAt ?? today)}, its own date not stated`;
  // Advisories come one by one: what is old is the newest of them.
  const what = age.feed === 'advisories' ? 'Newest advisory' : name;
  return `${what} of ${dateInWords(age.asOf)}, ${daysInWords(days)}`;
}

/** Whether the next edition of a feed takes the place of the one held; advisories are added to those that are there. */
export const isReplaced = (feed: FeedId): boolean => feed !== 'advisories';
