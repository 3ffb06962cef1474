/** People who sign × courses they are asked for: keyset pages by name, five queries whatever is on the page. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { accountabilityAcceptances, users } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { ROLES, type Role } from '../../guard/roles';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, likeInside, type Sorting } from '../keyset-sql.server';
import { currentPolicy } from '../sign-off/current-policy.server';
import { storableText } from '../text-input';
import { today } from '../today';
import { type CourseState, courseState, holds } from './course-state';
import { currentText } from './current-text.server';
import { heldUntil } from './held-courses.server';
import { withoutPen } from './without-pen-sql.server';

export interface CourseCell {
  course: string;
  /** Whether the policy asks this role for it. */
  asked: boolean;
  state: CourseState;
  until: string | null;
}

export interface TrainingLine {
  id: string;
  name: string;
  role: Role;
  accepted: string | null;
  courses: CourseCell[];
  /** May sign today. */
  pen: boolean;
}

export interface TrainingList extends Page<TrainingLine> {
  filters: { q: string; without: boolean };
  courses: { course: string; title: string }[];
  text: number;
}

const BY_NAME: Sorting = { by: [sql`${users.name}`, sql`${users.id}`], parts: ['text', 'uuid'] };
const SIGNING = ROLES.filter((role) => can({ role }, 'change:sign'));

async function acceptances(tx: Tx, orgId: string, ids: string[], number: number): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: accountabilityAcceptances.personId, at: accountabilityAcceptances.acceptedAt })
    .from(accountabilityAcceptances)
    .where(
      and(
        eq(accountabilityAcceptances.orgId, orgId),
        inArray(accountabilityAcceptances.personId, ids),
        eq(accountabilityAcceptances.number, number),
      ),
    );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** One page. `search` is the address's query: q, without, after, before. */
export function listTraining(actor: Actor, search: URLSearchParams): Promise<TrainingList> {
  const q = storableText(search.get('q') ?? '')
    .trim()
    .slice(0, 200);
  const filters = { q, without: search.get('without') === 'yes' };
  const wish = pageWish(search, BY_NAME.parts);
  const day = today();
  return inOrganisation(actor, async (tx) => {
    const { training } = await currentPolicy(tx, actor.orgId);
    const text = await currentText(tx, actor.orgId);
    const read = await tx
      .select({ id: users.id, name: users.name, role: users.role })
      .from(users)
      .where(
        and(
          eq(users.orgId, actor.orgId),
          eq(users.active, true),
          inArray(users.role, SIGNING),
          q ? sql`${users.name} ilike ${likeInside(q)}` : undefined,
          filters.without ? withoutPen(training, text.number, day) : undefined,
          keysetCondition(BY_NAME, wish, false),
        ),
      )
      .orderBy(keysetOrder(BY_NAME, wish, false))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, ({ name, id }) => [name, id]);
    const ids = page.rows.map(({ id }) => id);
    const held = await heldUntil(tx, actor.orgId, ids);
    const accepted = await acceptances(tx, actor.orgId, ids, text.number);
    const rows = page.rows.map(({ id, name, role }): TrainingLine => {
      const courses = cellsOf(training, role, held.get(id), day);
      const at = accepted.get(id)?.toISOString() ?? null;
      const pen = at !== null && courses.every(({ asked, state }) => !asked || holds(state));
      return { id, name, role, accepted: at, courses, pen };
    });
    const courses = training.map(({ course, title }) => ({ course, title }));
    return { filters, ...page, rows, courses, text: text.number };
  });
}

/** How somebody stands with every course of the policy, in its order. Pure. */
export const cellsOf = (
  training: readonly { course: string; roles: readonly Role[] }[],
  role: Role,
  held: ReadonlyMap<string, string> | undefined,
  day: string,
): CourseCell[] =>
  training.map(({ course, roles }) => {
    const until = held?.get(course);
    return { course, asked: roles.includes(role), state: courseState(until, day), until: until ?? null };
  });
