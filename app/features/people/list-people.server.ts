/** The people of the organisation: search, filter, keyset pages by name. Two queries. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';
import { lastSignIns } from '../../audit/last-sign-ins.server';
import type { Actor } from '../../guard/actor';
import { isRole, type Role } from '../../guard/roles';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, likeInside, type Sorting } from '../keyset-sql.server';
import { storableText } from '../text-input';

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  jobTitle: string;
  role: Role;
  active: boolean;
  /** Has not yet replaced the password an administrator chose. */
  mustChangePassword: boolean;
  lastSignIn: string | null;
}

export interface PeopleFilters {
  q: string;
  role: Role | null;
  state: 'active' | 'deactivated' | 'all';
}

export interface PeopleList extends Page<PersonRow> {
  filters: PeopleFilters;
}

const BY_NAME: Sorting = { by: [sql`${users.name}`, sql`${users.id}`], parts: ['text', 'uuid'] };

function filtersOf(search: URLSearchParams): PeopleFilters {
  const [role, state] = [search.get('role'), search.get('state')];
  return {
    q: storableText(search.get('q') ?? '')
      .trim()
      .slice(0, 200),
    role: isRole(role) ? role : null,
    state: state === 'deactivated' || state === 'all' ? state : 'active',
  };
}

/** One page of people. `search` is the address's query: q, role, state, after, before. */
export function listPeople(actor: Actor, search: URLSearchParams): Promise<PeopleList> {
  const filters = filtersOf(search);
  const wish = pageWish(search, BY_NAME.parts);
  const text = likeInside(filters.q);
  return inOrganisation(actor, async (tx) => {
    const read = await tx
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        jobTitle: users.jobTitle,
        role: users.role,
        active: users.active,
        mustChangePassword: users.mustChangePassword,
      })
      .from(users)
      .where(
        and(
          eq(users.orgId, actor.orgId),
          filters.state === 'all' ? undefined : eq(users.active, filters.state === 'active'),
          filters.role ? eq(users.role, filters.role) : undefined,
          filters.q ? sql`(${users.name} ilike ${text} or ${users.email} ilike ${text})` : undefined,
          keysetCondition(BY_NAME, wish, false),
        ),
      )
      .orderBy(keysetOrder(BY_NAME, wish, false))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, ({ name, id }) => [name, id]);
    const seen = await lastSignIns(
      tx,
      actor.orgId,
      page.rows.map(({ id }) => id),
    );
    return { filters, ...page, rows: page.rows.map((row) => ({ ...row, lastSignIn: seen.get(row.id) ?? null })) };
  });
}
