/** How old what we hold of each feed is, for every page that uses one. One query. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { feeds } from '../../../db/schema/index.server';
import { FEED_IDS, type FeedAge, type FeedId } from './feed-words';

export type { FeedAge, FeedId };

/** All feeds in their fixed order; those never loaded have no `loadedAt`. */
export async function feedAges(tx: Tx, orgId: string): Promise<FeedAge[]> {
  const rows = await tx.select().from(feeds).where(eq(feeds.orgId, orgId));
  const known = new Map(rows.map((row) => [row.feed, row]));
  return FEED_IDS.map((feed) => {
    const row = known.get(feed);
    const { asOf = null, edition = '', loadedAt = null, entries = 0 } = row ?? {};
    return { feed, asOf, edition, loadedAt: loadedAt?.toISOString() ?? null, entries };
  });
}

/** Those of these feeds only: what one page's figures rest on. */
export const feedAgesOf = async (tx: Tx, orgId: string, wanted: readonly FeedId[]): Promise<FeedAge[]> =>
  (await feedAges(tx, orgId)).filter(({ feed }) => wanted.includes(feed));
