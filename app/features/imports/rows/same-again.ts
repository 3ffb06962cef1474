/** The same thing twice in one file: said once, or refused when the two differ. Pure. */
import { type Context, type HeldRow, refusedRow, type StagedRow } from './row-kind';

/**
 * What becomes of a row whose key stood in the file before: unchanged when it says the same again, refused when it says
 * something else. Null for a key that is new, which is then remembered.
 */
export function sameAgain<Plan>(
  { seen }: Context,
  row: StagedRow,
  named: { key: string; label: string; says: unknown; plan: Plan },
): HeldRow<Plan> | null {
  const value = JSON.stringify(named.says);
  const first = seen.get(named.key);
  if (!first) {
    seen.set(named.key, { place: row.place, value });
    return null;
  }
  if (first.place === row.place) return null;
  if (first.value !== value) {
    const message = `${named.label} stands in this file twice with different values: here, and at ${first.place}.`;
    return refusedRow(row, named.label, named.plan, { place: row.place, rule: 'once in a file', message });
  }
  return {
    ...{ n: row.n, label: named.label, outcome: 'unchanged', problems: [], targetId: null, differences: null },
    warnings: [...row.warnings, `The same as ${first.place}.`],
    plan: named.plan,
  };
}
