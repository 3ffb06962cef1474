/** What signers accept: the text, those before it, and how many have accepted. */
import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { accountabilityAcceptances, accountabilityTexts, users } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { ROLES } from '../../guard/roles';
import { type AccountabilityText, currentText, numberedText } from './current-text.server';

export interface AccountabilityView {
  /** The one that is asked for, or the present one. */
  shown: AccountabilityText;
  current: AccountabilityText;
  versions: { number: number; by: string; at: string; note: string }[];
  accepted: { signers: number; of: number };
  maySet: boolean;
}

/** A text changes every few years. */
const MOST = 200;

/** @param asked number of a text; null, or one there is not: the present one */
export const getAccountability = (actor: Actor, asked: number | null): Promise<AccountabilityView> =>
  inOrganisation(actor, async (tx) => {
    const current = await currentText(tx, actor.orgId);
    const versions = await tx
      .select({
        number: accountabilityTexts.number,
        by: accountabilityTexts.createdByName,
        at: accountabilityTexts.createdAt,
        note: accountabilityTexts.note,
      })
      .from(accountabilityTexts)
      .where(eq(accountabilityTexts.orgId, actor.orgId))
      .orderBy(desc(accountabilityTexts.number))
      .limit(MOST);
    const [signers] = await tx
      .select({ of: count(users.id), signers: count(accountabilityAcceptances.personId) })
      .from(users)
      .leftJoin(
        accountabilityAcceptances,
        and(
          eq(accountabilityAcceptances.orgId, users.orgId),
          eq(accountabilityAcceptances.personId, users.id),
          eq(accountabilityAcceptances.number, current.number),
        ),
      )
      .where(
        and(
          eq(users.orgId, actor.orgId),
          eq(users.active, true),
          inArray(
            users.role,
            ROLES.filter((role) => can({ role }, 'change:sign')),
          ),
        ),
      );
    return {
      shown: (asked === null ? null : await numberedText(tx, actor.orgId, asked)) ?? current,
      current,
      versions: versions.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
      accepted: signers ?? { signers: 0, of: 0 },
      maySet: can(actor, 'training:manage'),
    };
  });
