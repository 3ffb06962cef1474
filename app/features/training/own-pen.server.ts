/** What somebody's own account page says about the pen, and what it asks them to accept. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { SigningWays } from '../people/signing-ways';
import { signingWays } from '../people/signing-ways.server';
import { currentPolicy } from '../sign-off/current-policy.server';
import { today } from '../today';
import { acceptanceDigest } from './accept-text.server';
import { type AccountabilityText, acceptedAt, currentText } from './current-text.server';
import { heldUntil } from './held-courses.server';
import { type CourseCell, cellsOf } from './list-training.server';
import { type Pen, penOf } from './pen.server';

export interface OwnPen {
  pen: Pen;
  courses: (CourseCell & { title: string })[];
  text: AccountabilityText;
  acceptedAt: string | null;
  /** How to prove, when accepting; null once accepted. */
  ways: SigningWays | null;
}

/** Null for somebody whose role signs nothing. */
export async function ownPen(actor: Actor): Promise<OwnPen | null> {
  if (!can(actor, 'change:sign') && !can(actor, 'audit:review')) return null;
  const found = await inOrganisation(actor, async (tx) => {
    const { training } = await currentPolicy(tx, actor.orgId);
    const text = await currentText(tx, actor.orgId);
    const at = await acceptedAt(tx, actor.orgId, actor.userId, text.number);
    const held = await heldUntil(tx, actor.orgId, [actor.userId]);
    const cells = cellsOf(training, actor.role, held.get(actor.userId), today());
    return {
      pen: await penOf(tx, actor),
      courses: cells
        .map((cell, place) => ({ ...cell, title: training[place]?.title ?? cell.course }))
        .filter(({ asked }) => asked),
      ...{ text, acceptedAt: at?.toISOString() ?? null },
    };
  });
  const ways = found.acceptedAt ? null : await signingWays(actor, acceptanceDigest(actor, found.text));
  return { ...found, ways };
}
