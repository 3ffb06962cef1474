/** Dissents that wait for an answer, by somebody other than whoever raised them. */
import { and, asc, eq, isNull, ne, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, dissents } from '../../../db/schema/index.server';

export interface WaitingDissent {
  id: string;
  changeId: string;
  reference: string;
  title: string;
  number: number;
  opinion: string;
  by: string;
  /** ISO. */
  since: string;
}

/** The longest list on a page. */
export const MOST_DISSENTS = 50;

/** Oldest first, of changes that are not over. */
export async function dissentsWaitingFor(tx: Tx, actor: { orgId: string; userId: string }): Promise<WaitingDissent[]> {
  const rows = await tx
    .select({
      ...{ id: dissents.id, changeId: dissents.changeId, number: dissents.number, by: dissents.printedName },
      ...{ reference: changes.reference, since: dissents.signedAt },
      title: sql<string>`left(${changes.title}, 200)`,
      opinion: sql<string>`left(${dissents.opinion}, 300)`,
    })
    .from(dissents)
    .innerJoin(changes, and(eq(changes.orgId, dissents.orgId), eq(changes.id, dissents.changeId)))
    .where(
      and(
        eq(dissents.orgId, actor.orgId),
        isNull(dissents.answeredAt),
        isNull(dissents.takenBack),
        ne(dissents.signerId, actor.userId),
        notInArray(changes.status, ['closed', 'rejected', 'withdrawn', 'expired', 'revoked']),
      ),
    )
    .orderBy(asc(dissents.signedAt), asc(dissents.id))
    .limit(MOST_DISSENTS);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
