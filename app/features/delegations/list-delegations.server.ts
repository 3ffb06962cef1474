/** Who signs in whose place: newest first, keyset pages by number. One query. */
import { and, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inOrganisation } from '../../../db/client.server';
import { delegations, users } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import type { Role } from '../../guard/roles';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { today } from '../today';
import { idleBecause } from './idle';
import { isStanding, type Standing, standingOf } from './standing';
import { standingCondition } from './standing-sql.server';

export interface DelegationLine {
  id: string;
  number: number;
  principalName: string;
  delegateName: string;
  role: Role;
  startsOn: string;
  endsOn: string;
  standing: Standing;
  /** Why nobody can sign under it although its days have not run out; null: nothing stands in the way. */
  idle: string | null;
}

export interface DelegationsList extends Page<DelegationLine> {
  filters: { state: Standing | ''; mine: boolean };
}

const BY_NUMBER: Sorting = { by: [sql`${delegations.number}`, sql`${delegations.id}`], parts: ['integer', 'uuid'] };

/** One page. `search` is the address's query: state, mine, after, before. */
export function listDelegations(actor: Actor, search: URLSearchParams): Promise<DelegationsList> {
  const state = search.get('state');
  const filters = { state: isStanding(state) ? state : ('' as const), mine: search.get('mine') === 'yes' };
  const wish = pageWish(search, BY_NUMBER.parts);
  const day = today();
  const [principal, delegate] = [alias(users, 'principal'), alias(users, 'delegate')];
  return inOrganisation(actor, async (tx) => {
    const read = await tx
      .select({ row: delegations, principal, delegate })
      .from(delegations)
      .innerJoin(principal, and(eq(principal.orgId, delegations.orgId), eq(principal.id, delegations.principalId)))
      .innerJoin(delegate, and(eq(delegate.orgId, delegations.orgId), eq(delegate.id, delegations.delegateId)))
      .where(
        and(
          eq(delegations.orgId, actor.orgId),
          filters.state ? standingCondition(delegations, filters.state, day) : undefined,
          filters.mine
            ? or(eq(delegations.principalId, actor.userId), eq(delegations.delegateId, actor.userId))
            : undefined,
          keysetCondition(BY_NUMBER, wish, true),
        ),
      )
      .orderBy(keysetOrder(BY_NUMBER, wish, true))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, ({ row }) => [String(row.number), row.id]);
    const rows = page.rows.map(({ row, ...people }) => {
      const { id, number, principalName, delegateName, role, startsOn, endsOn } = row;
      const standing = standingOf(row, day);
      const idle = idleBecause({ standing, role, ...people });
      return { id, number, principalName, delegateName, role, startsOn, endsOn, standing, idle };
    });
    return { filters, ...page, rows };
  });
}
