/** A person says what a version text that no rule reads means for one of our versions. */
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { versionReadings } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment } from '../today';
import { lockMatch, matchObject } from './advisory-row.server';
import type { ReadForm } from './decision-forms';
import { matchOne } from './match-advisories.server';

/** Null when the organisation has no such match. */
export const readVersionText = (
  actor: Actor,
  matchId: string,
  { text, ours, verdict, reason }: z.output<typeof ReadForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const found = await lockMatch(tx, actor.orgId, matchId);
    if (!found) return null;
    const { match, advisory } = found;
    if (!match.products.some((line) => line.version === text)) {
      return refused('text', 'The advisory does not hold this text any more. Look at it again.');
    }
    const moment = presentMoment();
    await tx
      .update(versionReadings)
      .set({ supersededAt: moment })
      .where(
        and(
          eq(versionReadings.orgId, actor.orgId),
          eq(versionReadings.matchId, matchId),
          eq(versionReadings.text, text),
          eq(versionReadings.version, ours),
          isNull(versionReadings.supersededAt),
        ),
      );
    await tx.insert(versionReadings).values({
      ...{ orgId: actor.orgId, matchId, text, version: ours, verdict, reason },
      ...{ saidByName: actor.name, saidAt: moment },
    });
    await matchOne(tx, actor.orgId, advisory, match.modelId);
    await record(tx, auditActor(actor), {
      action: 'match.version_read',
      object: matchObject(match, advisory),
      detail: {
        advisoryId: advisory.id,
        modelId: match.modelId,
        text: text.slice(0, 500),
        version: ours.slice(0, 200),
        verdict,
      },
      reason,
    });
    return saved(matchId);
  });
