/** What the fleet page rests on besides counts: feeds with their ages, imported support dates, and earlier days. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { type ImportedRelease, type SupportLookup, supportLookup } from '../exposure/imported-support';
import { FEED_IDS, type FeedAge } from '../imports/feed-words';
import type { FleetDay } from './trend';

export interface FleetBasis {
  ages: FeedAge[];
  supportOf: SupportLookup;
  days: FleetDay[];
  /** When units and models were last written to; null: there are none. */
  registerChangedAt: string | null;
}

/** Days that the trends go back. */
export const TREND_DAYS = 180;

/** @param trends false leaves the earlier days out */
export async function readBasis(tx: Tx, orgId: string, today: string, trends = true): Promise<FleetBasis> {
  const [row] = await tx.execute<{
    feeds: FeedAge[];
    releases: ImportedRelease[];
    days: FleetDay[];
    changed_at: string | null;
  }>(sql`
    select (select coalesce(json_agg(one), '[]') from (
        select feed, as_of as "asOf", edition, loaded_at as "loadedAt", entries from feeds where org_id = ${orgId}) as one
      ) as feeds,
      (select coalesce(json_agg(one), '[]') from (
        select product, release, title, label, ends_on as "endsOn", ended, extended_ends_on as "extendedEndsOn"
        from support_releases where org_id = ${orgId}) as one
      ) as releases,
      ${
        trends
          ? sql`(select coalesce(json_agg(one), '[]') from (
            select day, figures from fleet_days where org_id = ${orgId} and day > ${today}::date - ${TREND_DAYS}::int
            order by day) as one)`
          : sql`'[]'::json`
      } as days,
      (select max(updated_at) from device_models where org_id = ${orgId}) as changed_at`);
  const held = new Map((row?.feeds ?? []).map((age) => [age.feed, age]));
  const ages = FEED_IDS.map(
    (feed): FeedAge => held.get(feed) ?? { feed, asOf: null, edition: '', loadedAt: null, entries: 0 },
  );
  return {
    ages,
    supportOf: supportLookup(row?.releases ?? [], held.get('support')?.asOf ?? null, today),
    days: row?.days ?? [],
    registerChangedAt: row?.changed_at ? new Date(row.changed_at).toISOString() : null,
  };
}
