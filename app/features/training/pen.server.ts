/** Who may hold the pen: training and accountability gate signing, never the way in (21 CFR 11.10(i) and (j)). */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';
import type { Role } from '../../guard/roles';
import { dateInWords } from '../../ui/time';
import { currentPolicy } from '../sign-off/current-policy.server';
import { today } from '../today';
import { courseState, holds } from './course-state';
import { acceptedAt, currentText } from './current-text.server';
import { heldUntil } from './held-courses.server';

/** `mend`: the address of the page on which it is put right, or where it says who can. */
export type Pen = { ok: true } | { ok: false; message: string; mend: string };

const refused = (message: string, mend: string): Pen => ({ ok: false, message, mend });

/**
 * Whether a person may sign today: active, has accepted the newest accountability text, and holds every course that
 * the sign-off policy asks of the role. Ask it inside the transaction of the act; it reads the role as it now is.
 * @param signsAs roles in which the person signs besides their own (under a delegation): their courses count too
 */
export async function penOf(
  tx: Tx,
  actor: { orgId: string; userId: string },
  signsAs: readonly Role[] = [],
): Promise<Pen> {
  const { orgId, userId } = actor;
  const [person] = await tx
    .select({ role: users.role, active: users.active })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, userId)));
  if (!person?.active) return refused('This account is deactivated, so it signs nothing.', '/account');
  const text = await currentText(tx, orgId);
  if ((await acceptedAt(tx, orgId, userId, text.number)) === null) {
    return refused('Accept what a signature here means before you sign.', '/account#accountability');
  }
  const roles = [person.role, ...signsAs];
  const { training } = await currentPolicy(tx, orgId);
  const held = (await heldUntil(tx, orgId, [userId])).get(userId);
  const day = today();
  for (const { course, title } of training.filter((one) => one.roles.some((role) => roles.includes(role)))) {
    const until = held?.get(course);
    if (holds(courseState(until, day))) continue;
    const since = until ? `expired on ${dateInWords(until)}` : 'is not on record';
    return refused(
      `Your training “${title}” ${since}. You can still sign in and read; an administrator records it.`,
      '/account#training',
    );
  }
  return { ok: true };
}
