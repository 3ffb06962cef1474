/** An advisory that names the receiver of a house, held against its register: what routes need to have something. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { matches } from '../../../db/schema/index.server';
import { publishedAdvisories } from '../../../db/seed/catalogue/csaf.server';
import { matchAdvisories } from '../../features/advisories/match-advisories.server';
import { receiveAdvisory } from '../../features/advisories/receive-advisory.server';
import type { Actor } from '../actor';

/** Ids of the advisory and of its match. */
export async function advised(actor: Actor): Promise<{ advisoryId: string; matchId: string }> {
  const advisory = publishedAdvisories().find(({ id }) => id === 'ICSMA-20-049-01');
  if (!advisory) throw new Error('the advisory is not among those that come with the project');
  const { id: advisoryId } = await inOrganisation(actor, (tx) =>
    receiveAdvisory(tx, actor, advisory, { format: 'CSAF 2.0', importId: null }),
  );
  await matchAdvisories({ orgId: actor.orgId, advisoryId });
  const [match] = await inOrganisation(actor, (tx) =>
    tx
      .select({ id: matches.id })
      .from(matches)
      .where(and(eq(matches.orgId, actor.orgId), eq(matches.advisoryId, advisoryId))),
  );
  return { advisoryId, matchId: match?.id ?? '' };
}
