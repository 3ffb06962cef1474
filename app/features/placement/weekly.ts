/** Hours that come back every week, in local time, also over midnight. Pure. */
import type { ScanWindow } from '../../../db/schema/placement.server';

export const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const DAY_MINUTES = 24 * 60;
export const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Minutes of the week, from Monday midnight; the last one does not belong to it. */
interface Span {
  from: number;
  to: number;
}

/** Minutes after midnight of "HH:MM"; "24:00" is the end of the day. Null for anything else. */
export function readTime(text: string): number | null {
  const match = /^([01]?\d|2[0-4])[:.]?([0-5]\d)$/.exec(text.trim());
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : DAY_MINUTES + 1;
  return minutes <= DAY_MINUTES ? minutes : null;
}

/** The spans of a window; one that ends when it begins, or before, goes on into the next day. */
export function spansOf({ days, from, to }: ScanWindow): Span[] {
  const [start, end] = [readTime(from), readTime(to)];
  if (start === null || end === null) return [];
  const length = end > start ? end - start : end - start + DAY_MINUTES;
  return days.flatMap((day) => {
    const at = ((day - 1) * DAY_MINUTES + start) % WEEK_MINUTES;
    const last = at + length;
    return last <= WEEK_MINUTES
      ? [{ from: at, to: last }]
      : [
          { from: at, to: WEEK_MINUTES },
          { from: 0, to: last - WEEK_MINUTES },
        ];
  });
}

/** When both run, in the order of the week. */
export function overlapsOf(a: readonly ScanWindow[], b: readonly ScanWindow[]): Span[] {
  const theirs = b.flatMap(spansOf);
  const shared = a.flatMap(spansOf).flatMap((one) =>
    theirs.flatMap((other) => {
      const span = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      return span.from < span.to ? [span] : [];
    }),
  );
  return joined(shared);
}

function joined(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

const two = (number: number) => String(number).padStart(2, '0');
const timeOf = (minute: number) => `${two(Math.floor((minute % DAY_MINUTES) / 60))}:${two(minute % 60)}`;
const dayOf = (minute: number) => DAY_NAMES[Math.floor((minute % WEEK_MINUTES) / DAY_MINUTES)] ?? '';

/** "Tue 22:00 to Wed 02:00" */
export function spanInWords({ from, to }: Span): string {
  const sameDay = Math.floor(from / DAY_MINUTES) === Math.floor((to - 1) / DAY_MINUTES);
  if (to - from === WEEK_MINUTES) return 'all week';
  const end = sameDay ? (to % DAY_MINUTES === 0 ? '24:00' : timeOf(to)) : `${dayOf(to)} ${timeOf(to)}`;
  return `${dayOf(from)} ${timeOf(from)} to ${end}`;
}

/** "Mon, Tue 08:00–17:00" */
export const windowInWords = ({ days, from, to }: ScanWindow): string => {
  const names = days.length === 7 ? 'every day' : days.map((day) => DAY_NAMES[day - 1] ?? '').join(', ');
  return `${names} ${from}–${to}`;
};

const ALIASES: Readonly<Record<string, number[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  'every day': [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
};

const dayNumber = (word: string): number => DAY_NAMES.findIndex((name) => word.startsWith(name.toLowerCase())) + 1;

/** "Mon-Fri", "Sat, Sun", "daily"; null for anything else. */
function readDays(text: string): number[] | null {
  const words = text.trim().toLowerCase();
  if (Object.hasOwn(ALIASES, words)) return ALIASES[words] ?? null;
  const days = new Set<number>();
  for (const part of words.split(/[\s,;]+/).filter(Boolean)) {
    const [first = '', last = first, ...more] = part.split(/[-–]/);
    const [from, to] = [dayNumber(first), dayNumber(last)];
    if (from === 0 || to === 0 || more.length > 0) return null;
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === to) break;
    }
  }
  return days.size > 0 ? [...days].sort() : null;
}

export type WindowReading = { ok: true; windows: ScanWindow[] } | { ok: false; problems: string[] };

/** Most windows of one list. */
const MOST_WINDOWS = 100;

/** Reads windows, one a line: "Mon-Fri 07:30-18:00". Refusals name the line. */
export function readWindows(text: string): WindowReading {
  const problems: string[] = [];
  const windows: ScanWindow[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const match = /^(.*?)\s+(\d{1,2}[:.]?\d\d)\s*(?:-|–|to)\s*(\d{1,2}[:.]?\d\d)$/i.exec(line);
    const days = match ? readDays(match[1] ?? '') : null;
    const [from, to] = [readTime(match?.[2] ?? ''), readTime(match?.[3] ?? '')];
    if (!days || from === null || to === null) {
      problems.push(`Line ${index + 1}: write days and hours, for example “Mon-Fri 07:30-18:00”.`);
      continue;
    }
    windows.push({
      days,
      from: from === DAY_MINUTES ? '00:00' : timeOf(from),
      to: to === DAY_MINUTES ? '24:00' : timeOf(to),
    });
  }
  if (windows.length > MOST_WINDOWS) problems.push(`More than ${MOST_WINDOWS} lines.`);
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, 10) } : { ok: true, windows };
}

/** Windows as lines that read back to the same. */
export const windowLines = (windows: readonly ScanWindow[]): string =>
  windows
    .map(({ days, from, to }) => {
      const on = days.length === 7 ? 'daily' : days.map((day) => DAY_NAMES[day - 1] ?? '').join(',');
      return `${on} ${from}-${to}`;
    })
    .join('\n');
