/** The ratings that an acceptance covers: all four axes after the change, and the digest that ties a form to them. */
import { AXES, type RiskAxis } from './axes';

export type AcceptedRatings = Record<RiskAxis, { consequence: number; likelihood: number }>;

interface Row {
  id: string;
  axis: RiskAxis;
  moment: string;
  consequence: number;
  likelihood: number;
}

/** The ratings after the change, or the axes that nobody has rated yet: what is not rated cannot be accepted. */
export function ratingsToAccept(
  rows: readonly Row[],
): { ok: true; ratings: AcceptedRatings; ids: string[] } | { ok: false; missing: RiskAxis[] } {
  const after = new Map(rows.filter(({ moment }) => moment === 'after').map((row) => [row.axis, row]));
  const found = AXES.flatMap((axis) => after.get(axis) ?? []);
  const missing = AXES.filter((axis) => !after.has(axis));
  if (missing.length > 0) return { ok: false, missing };
  const ratings = Object.fromEntries(
    found.map(({ axis, consequence, likelihood }) => [axis, { consequence, likelihood }]),
  ) as AcceptedRatings;
  return { ok: true, ratings, ids: found.map(({ id }) => id) };
}
