/** What an event was about in a few words, for the line that is read before it is opened. Pure. */

const LONGEST = 90;

/** Members of a detail that say most, the first that is there wins. */
const TELLING = ['question', 'title', 'name', 'why', 'change', 'firstPassword', 'attemptsTurnedAway', 'sessionsEnded'];

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);

const labelOf = (one: unknown): string | null => {
  if (typeof one === 'string') return one;
  if (typeof one !== 'object' || one === null) return null;
  const { label, field, key } = one as Record<string, unknown>;
  return [label, field, key].find((name): name is string => typeof name === 'string') ?? null;
};

/** "role, job title" from what was before and is after, or from a list of changed fields. */
function changedFields(detail: Record<string, unknown>): string | null {
  const { before, after, changed } = detail;
  if (Array.isArray(changed)) return changed.map(labelOf).filter(Boolean).join(', ') || null;
  const bothKnown = typeof before === 'object' && typeof after === 'object' && before !== null && after !== null;
  return bothKnown ? Object.keys(after).join(', ') || null : null;
}

/** The gist, or null when the detail holds nothing that can be said in a line. */
export function gistOf(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return null;
  const members = detail as Record<string, unknown>;
  const fields = changedFields(members);
  if (fields) return short(fields);
  for (const name of TELLING) {
    const value = members[name];
    if (typeof value === 'string' && value !== '') return short(value);
    if (typeof value === 'number' && value > 0) return `${value} ${name === 'sessionsEnded' ? 'sessions' : 'attempts'}`;
  }
  return null;
}
