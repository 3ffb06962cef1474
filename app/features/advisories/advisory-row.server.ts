/** An advisory's row, locked: whoever decides on it or on its matches comes one after the other. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { advisories, matches } from '../../../db/schema/index.server';

export type AdvisoryRow = typeof advisories.$inferSelect;
export type MatchRow = typeof matches.$inferSelect;

/** Null when the organisation has no such advisory, or it was withdrawn. */
export async function lockAdvisory(tx: Tx, orgId: string, id: string): Promise<AdvisoryRow | null> {
  const [row] = await tx
    .select()
    .from(advisories)
    .where(and(eq(advisories.orgId, orgId), eq(advisories.id, id), isNull(advisories.retiredAt)))
    .for('update');
  return row ?? null;
}

/** A match with its advisory, both locked, the advisory first as matching does. */
export async function lockMatch(
  tx: Tx,
  orgId: string,
  id: string,
): Promise<{ match: MatchRow; advisory: AdvisoryRow } | null> {
  const here = and(eq(matches.orgId, orgId), eq(matches.id, id));
  const [found] = await tx.select({ advisoryId: matches.advisoryId }).from(matches).where(here);
  const advisory = found && (await lockAdvisory(tx, orgId, found.advisoryId));
  if (!advisory) return null;
  const [match] = await tx.select().from(matches).where(here).for('update');
  return match ? { match, advisory } : null;
}

/** What the record calls a match: its advisory's id, and the product. */
export const matchObject = ({ id, products }: MatchRow, { publishedId }: AdvisoryRow) => ({
  type: 'match',
  id,
  ref: [publishedId, products[0]?.product || products[0]?.name].filter(Boolean).join(': ').slice(0, 300),
});

/** What the second of two people is told. */
export const changedMeanwhile = ({ decidedByName, state }: MatchRow): string =>
  decidedByName
    ? `${decidedByName} has ${state === 'rejected' ? 'rejected' : 'confirmed'} it meanwhile. Look at it again before you decide.`
    : 'It has changed since you opened it. Look at it again before you decide.';
