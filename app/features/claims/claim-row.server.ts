/** Reading claims to decide on them. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { claims } from '../../../db/schema/index.server';
import type { AuditEvent } from '../../audit/events';
import { timeInWords } from '../../ui/time';

export type ClaimRow = typeof claims.$inferSelect;

/** The claims, locked in the order of their ids until the transaction ends; those that do not exist here are missing. */
export const lockClaims = (tx: Tx, orgId: string, ids: readonly string[]): Promise<ClaimRow[]> =>
  tx
    .select()
    .from(claims)
    .where(and(eq(claims.orgId, orgId), inArray(claims.id, [...ids])))
    .orderBy(asc(claims.id))
    .for('update');

/** How the audit trail names a claim. */
export const claimObject = ({ id, label }: Pick<ClaimRow, 'id' | 'label'>): AuditEvent['object'] => ({
  type: 'claim',
  id,
  ref: label,
});

/** Why nothing more is decided about a claim: who decided, and when; null while it waits. */
export function decidedAlready({ status, decidedByName, decidedAt, statement }: ClaimRow): string | null {
  if (status === 'proposed') return null;
  const act = status === 'confirmed' ? 'confirmed' : 'set aside';
  const when = decidedAt ? `, ${timeInWords(decidedAt)}` : '';
  return `“${statement.slice(0, 200)}” was ${act} already by ${decidedByName}${when}. Nothing was changed.`;
}
