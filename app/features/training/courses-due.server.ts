/** What a person has to learn again, or for the first time, to go on signing. */
import type { Tx } from '../../../db/client.server';
import { can } from '../../guard/permissions';
import type { Role } from '../../guard/roles';
import { currentPolicy } from '../sign-off/current-policy.server';
import { courseState } from './course-state';
import { heldUntil } from './held-courses.server';

export interface CourseDue {
  course: string;
  title: string;
  state: 'expires_soon' | 'expired' | 'never';
  /** Last day on which it is held; null: never was. */
  until: string | null;
}

/** Courses of the person's role that end within a month, have ended, or were never held. */
export async function coursesDue(
  tx: Tx,
  actor: { orgId: string; userId: string; role: Role },
  day: string,
): Promise<CourseDue[]> {
  if (!can(actor, 'change:sign')) return [];
  const { training } = await currentPolicy(tx, actor.orgId);
  const held = (await heldUntil(tx, actor.orgId, [actor.userId])).get(actor.userId);
  return training
    .filter(({ roles }) => roles.includes(actor.role))
    .flatMap(({ course, title }) => {
      const until = held?.get(course);
      const state = courseState(until, day);
      return state === 'held' ? [] : [{ course, title, state, until: until ?? null }];
    });
}
