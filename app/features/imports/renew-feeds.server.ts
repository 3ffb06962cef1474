/** How old what we hold of each feed is, after an import renewed it; and back again. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { advisories, epssScores, feeds, kevEntries, supportReleases } from '../../../db/schema/index.server';
import type { FeedId } from './feed-words';
import { isReplaced } from './feed-words';
import type { ImportRow } from './import-row.server';

/** What of a feed's row an import overwrites. */
interface FeedState {
  asOf: string | null;
  edition: string;
  loadedAt: string | null;
  importId: string | null;
  entries: number;
}

const TABLES = { kev: kevEntries, epss: epssScores, support: supportReleases };

const held = (tx: Tx, orgId: string, feed: FeedId): Promise<number> =>
  feed === 'advisories'
    ? tx.$count(advisories, and(eq(advisories.orgId, orgId), isNull(advisories.retiredAt)))
    : tx.$count(TABLES[feed], eq(TABLES[feed].orgId, orgId));

async function put(tx: Tx, orgId: string, feed: FeedId, { loadedAt, ...state }: FeedState): Promise<void> {
  const values = { ...state, loadedAt: loadedAt ? new Date(loadedAt) : null, updatedAt: new Date() };
  await tx
    .insert(feeds)
    .values({ orgId, feed, ...values })
    .onConflictDoUpdate({ target: [feeds.orgId, feeds.feed], set: { ...values, version: sql`${feeds.version} + 1` } });
}

async function stateOf(tx: Tx, orgId: string, feed: FeedId): Promise<FeedState | null> {
  const [row] = await tx
    .select()
    .from(feeds)
    .where(and(eq(feeds.orgId, orgId), eq(feeds.feed, feed)))
    .for('update');
  if (!row) return null;
  const { asOf, edition, loadedAt, importId, entries } = row;
  return { asOf, edition, loadedAt: loadedAt?.toISOString() ?? null, importId, entries };
}

/** Notes what the import says of the feeds it renewed. @returns what stood there before, by feed */
export async function renewFeeds(tx: Tx, row: ImportRow): Promise<Record<string, FeedState | null>> {
  const before: Record<string, FeedState | null> = {};
  if (row.purpose !== 'feed') return before;
  for (const { feed, asOf, edition } of row.options.feeds ?? []) {
    const present = await stateOf(tx, row.orgId, feed);
    before[feed] = present;
    // Advisories come one by one, also old ones: what we hold is as new as the newest of them.
    const newer = isReplaced(feed) || !present?.asOf || (asOf ?? '') > present.asOf;
    await put(tx, row.orgId, feed, {
      asOf: newer ? asOf : (present?.asOf ?? null),
      edition: newer ? edition : (present?.edition ?? ''),
      ...{ loadedAt: new Date().toISOString(), importId: row.id, entries: await held(tx, row.orgId, feed) },
    });
  }
  return before;
}

/** Puts back what stood there before, unless another import has renewed the feed since. */
export async function putBackFeeds(tx: Tx, row: ImportRow): Promise<void> {
  for (const [name, before] of Object.entries(row.options.feedsBefore ?? {})) {
    const feed = name as FeedId;
    const present = await stateOf(tx, row.orgId, feed);
    const entries = await held(tx, row.orgId, feed);
    if (!present) continue;
    const none: FeedState = { asOf: null, edition: '', loadedAt: null, importId: null, entries };
    const state = present.importId === row.id ? ((before as FeedState | null) ?? none) : present;
    await put(tx, row.orgId, feed, { ...state, entries });
  }
}
