/** Conditions that wait for one person: for their proof, or for their look at somebody else's. */
import { and, asc, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeConditions, changes } from '../../../db/schema/index.server';
import { can } from '../../guard/permissions';
import type { Role } from '../../guard/roles';
import { today } from '../today';
import { CONDITION_STATES, isOverdue } from './condition-states';

export interface WaitingCondition {
  id: string;
  changeId: string;
  reference: string;
  title: string;
  number: number;
  text: string;
  dueOn: string;
  overdue: boolean;
  /** prove: it is theirs; look: somebody gave a proof, and they may say whether it is one. */
  what: 'prove' | 'look';
  /** ISO; since when it waits for them. */
  since: string;
  ownerName: string;
}

/** Longest list on a page. */
export const MOST_WAITING = 50;

/** Those of changes whose approval stands, the first due first; at most 50. */
export async function conditionsWaitingFor(
  tx: Tx,
  actor: { orgId: string; userId: string; role: Role },
): Promise<WaitingCondition[]> {
  const theirs = and(eq(changeConditions.status, 'open'), eq(changeConditions.ownerId, actor.userId));
  const others = and(
    eq(changeConditions.status, 'proved'),
    or(isNull(changeConditions.provedBy), ne(changeConditions.provedBy, actor.userId)),
  );
  const mine: SQL | undefined = can(actor, 'change:sign') ? or(theirs, others) : theirs;
  const rows = await tx
    .select({ condition: changeConditions, reference: changes.reference, title: changes.title })
    .from(changeConditions)
    .innerJoin(changes, and(eq(changes.orgId, changeConditions.orgId), eq(changes.id, changeConditions.changeId)))
    .where(and(eq(changeConditions.orgId, actor.orgId), inArray(changes.status, [...CONDITION_STATES]), mine))
    .orderBy(asc(changeConditions.dueOn), asc(changeConditions.id))
    .limit(MOST_WAITING);
  return rows.map(({ condition: one, reference, title }) => ({
    ...{ id: one.id, changeId: one.changeId, reference, title, number: one.number, text: one.text },
    ...{ dueOn: one.dueOn, overdue: isOverdue(one, today()), ownerName: one.ownerName },
    what: one.status === 'open' ? 'prove' : 'look',
    since: (one.status === 'proved' ? (one.provedAt ?? one.createdAt) : one.createdAt).toISOString(),
  }));
}
