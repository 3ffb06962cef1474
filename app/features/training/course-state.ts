/** How somebody stands with a course on a day. Pure. */

/** held and expires_soon sign; expired and never do not. */
export type CourseState = 'held' | 'expires_soon' | 'expired' | 'never';

/** Days before the end in which people are told. */
export const SOON_DAYS = 30;

const DAY = 86_400_000;

/** @param until last day on which the course is held; undefined: never had it */
export function courseState(until: string | undefined, day: string): CourseState {
  if (until === undefined) return 'never';
  if (until < day) return 'expired';
  return Date.parse(until) - Date.parse(day) <= SOON_DAYS * DAY ? 'expires_soon' : 'held';
}

/** Whether somebody in this state may sign. */
export const holds = (state: CourseState): boolean => state === 'held' || state === 'expires_soon';
