/** Rows as plain JSON. Pure. */
import type { Plain } from './material';

/** A row without its organisation, dates as ISO texts. */
export function plain<T extends object>(row: T): Omit<Plain<T>, 'orgId'> {
  const copy = JSON.parse(JSON.stringify(row)) as Record<string, unknown>;
  delete copy.orgId;
  return copy as Omit<Plain<T>, 'orgId'>;
}

/** Rows by the change they belong to. */
export function byChange<T extends { changeId: string }>(rows: readonly T[]): (changeId: string) => T[] {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const some = found.get(row.changeId);
    if (some) some.push(row);
    else found.set(row.changeId, [row]);
  }
  return (changeId) => found.get(changeId) ?? [];
}
