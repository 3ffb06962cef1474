/** The page of the feeds: how old each is, where it comes from by itself, and whose bundles count. */
import { asc, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../../db/client.server';
import { bundleKeys, feeds } from '../../../../db/schema/index.server';
import type { Actor } from '../../../guard/actor';
import { today } from '../../today';
import { feedAges } from '../feed-ages.server';
import type { FeedAge } from '../feed-words';

export interface FeedLine extends FeedAge {
  folder: string;
  address: string;
  lookedAt: string | null;
  lookProblem: string;
  importId: string | null;
  version: number;
}

export interface TrustedKeyLine {
  id: string;
  name: string;
  fingerprint: string;
  addedAt: string;
  retiredAt: string | null;
}

export interface FeedSettings {
  feeds: FeedLine[];
  keys: TrustedKeyLine[];
  /** Folder under which feeds may be read; empty: this installation reads none. */
  allowedFolder: string;
  today: string;
}

/** Reads the settings. */
export const feedSettings = (actor: Actor): Promise<FeedSettings> =>
  inOrganisation(actor, async (tx) => {
    const rows = await tx.select().from(feeds).where(eq(feeds.orgId, actor.orgId));
    const keys = await tx
      .select()
      .from(bundleKeys)
      .where(eq(bundleKeys.orgId, actor.orgId))
      .orderBy(asc(bundleKeys.id))
      .limit(100);
    const sources = new Map(rows.map((row) => [row.feed, row]));
    return {
      feeds: (await feedAges(tx, actor.orgId)).map((age) => {
        const row = sources.get(age.feed);
        return {
          ...age,
          ...{ folder: row?.folder ?? '', address: row?.address ?? '', lookProblem: row?.lookProblem ?? '' },
          ...{ lookedAt: row?.lookedAt?.toISOString() ?? null, importId: row?.importId ?? null },
          version: row?.version ?? 0,
        };
      }),
      keys: keys.map(({ id, name, fingerprint, createdAt, retiredAt }) => ({
        ...{ id, name, fingerprint, addedAt: createdAt.toISOString(), retiredAt: retiredAt?.toISOString() ?? null },
      })),
      allowedFolder: process.env.CHANGEMARK_FEEDS_FOLDER ?? '',
      today: today(),
    };
  });
