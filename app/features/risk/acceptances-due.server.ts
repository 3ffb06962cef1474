/** Acceptances of residual risk that somebody has to look at: their review has come, or they have run out. */
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, riskAcceptances } from '../../../db/schema/index.server';
import { type AcceptanceState, acceptanceState } from './acceptance-state';

export interface DueAcceptance {
  id: string;
  changeId: string;
  reference: string;
  title: string;
  number: number;
  what: string;
  acceptedByName: string;
  reviewOn: string;
  expiresOn: string;
  state: Extract<AcceptanceState, 'review_due' | 'overdue'>;
}

const MOST = 50;

/** The first to run out first; at most fifty. An acceptance past its day is in the list: it is still in force. */
export async function acceptancesDue(tx: Tx, orgId: string, day: string): Promise<DueAcceptance[]> {
  const rows = await tx
    .select({
      id: riskAcceptances.id,
      changeId: riskAcceptances.changeId,
      reference: changes.reference,
      title: changes.title,
      number: riskAcceptances.number,
      what: riskAcceptances.what,
      acceptedByName: riskAcceptances.acceptedByName,
      reviewOn: riskAcceptances.reviewOn,
      expiresOn: riskAcceptances.expiresOn,
    })
    .from(riskAcceptances)
    .innerJoin(changes, and(eq(changes.orgId, riskAcceptances.orgId), eq(changes.id, riskAcceptances.changeId)))
    .where(and(eq(riskAcceptances.orgId, orgId), isNull(riskAcceptances.endedAt), lte(riskAcceptances.reviewOn, day)))
    .orderBy(asc(riskAcceptances.expiresOn), asc(riskAcceptances.id))
    .limit(MOST);
  return rows.map((row) => ({
    ...row,
    state: acceptanceState({ ...row, ended: false }, day) === 'overdue' ? 'overdue' : 'review_due',
  }));
}
