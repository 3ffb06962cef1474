/** A page of what advisories say of a unit or a model, and its sum. Two queries. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { MatchConfidence, MatchState, VersionVerdict } from '../../../db/schema/intake.server';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder } from '../keyset-sql.server';
import type { FeedHeld, Kev } from './known-attacks';
import { judgedPairs, PAIR_SORTING, type Whose } from './pairs-query.server';

export const VERDICTS: readonly VersionVerdict[] = [
  'affected',
  'unclear',
  'under_investigation',
  'fixed',
  'not_affected',
];

export interface Pair {
  matchId: string;
  cve: string;
  title: string;
  advisory: { id: string; name: string; title: string; publisher: string };
  confidence: MatchConfidence;
  state: MatchState;
  verdict: VersionVerdict;
  /** Why, in words; for several versions, of the worst. */
  because: string;
  units: { hit: number; unclear: number; not: number };
  score: number | null;
  vector: string;
  /** What the publisher's remediations come to by their words; empty: none. */
  remedy: string;
  kev: { added: string; due: string | null; ransomware: boolean | null } | null;
  epss: { score: number; percentile: number; scoredOn: string | null } | null;
}

type Raw = {
  match_id: string;
  advisory_id: string;
  published_id: string;
  advisory_title: string;
  publisher: string;
  confidence: MatchConfidence;
  state: MatchState;
  cve: string;
  verdict_rank: number;
  hit: number;
  unclear: number;
  not_hit: number;
  because: string | null;
  score: string | null;
  vector: string;
  title: string;
  remedy: string;
  kev_added: string | null;
  kev_due: string | null;
  ransomware: boolean | null;
  epss: string | null;
  percentile: string | null;
  scored_on: string | null;
  keys: string[];
};

const asPair = (raw: Raw): Pair => ({
  ...{ matchId: raw.match_id, cve: raw.cve, title: raw.title, confidence: raw.confidence, state: raw.state },
  advisory: { id: raw.advisory_id, name: raw.published_id, title: raw.advisory_title, publisher: raw.publisher },
  verdict: VERDICTS[raw.verdict_rank] ?? 'unclear',
  because: raw.because ?? 'This version was not held against the advisory yet.',
  units: { hit: raw.hit, unclear: raw.unclear, not: raw.not_hit },
  score: raw.score === null ? null : Number(raw.score),
  ...{ vector: raw.vector, remedy: raw.remedy },
  kev: raw.kev_added ? { added: raw.kev_added, due: raw.kev_due, ransomware: raw.ransomware } : null,
  epss:
    raw.epss === null ? null : { score: Number(raw.epss), percentile: Number(raw.percentile), scoredOn: raw.scored_on },
});

/** One page, what matters first. */
export async function readPairs(
  tx: Tx,
  orgId: string,
  whose: Whose,
  search: URLSearchParams,
  size = PAGE_ROWS,
): Promise<Page<Pair>> {
  const wish = pageWish(search, PAIR_SORTING.parts);
  const keys = sql.join(
    PAIR_SORTING.by.map((one) => sql`${one}::text`),
    sql`, `,
  );
  const rows = await tx.execute<Raw>(sql`
    with ${judgedPairs(orgId, whose)}
    select p.*, left(a.published_id, 120) as published_id, left(a.title, 300) as advisory_title,
      left(a.publisher, 120) as publisher, array[${keys}] as keys
    from pairs p join advisories a on a.org_id = ${orgId} and a.id = p.advisory_id
    where ${keysetCondition(PAIR_SORTING, wish, false)}
    order by ${keysetOrder(PAIR_SORTING, wish, false)} limit ${size + 1}`);
  const page = pageOf([...rows], wish, (row) => row.keys, size);
  return { ...page, rows: page.rows.map(asPair) };
}

/** Pairs that are alike in what the level goes by, with how many there are. */
export interface Alike {
  verdict: VersionVerdict;
  vector: string;
  listed: boolean;
  count: number;
}

/** All pairs, put together by verdict, vector and KEV: the sum is over all of them, not over the page. */
export async function readAlike(tx: Tx, orgId: string, whose: Whose): Promise<Alike[]> {
  const rows = await tx.execute<{ verdict_rank: number; vector: string; listed: boolean; count: number }>(sql`
    with ${judgedPairs(orgId, whose)}
    select verdict_rank, vector, kev_added is not null as listed, count(*)::int as count from pairs group by 1, 2, 3`);
  return [...rows].map((row) => ({
    verdict: VERDICTS[row.verdict_rank] ?? 'unclear',
    ...{ vector: row.vector, listed: row.listed, count: row.count },
  }));
}

/** What KEV says, with whether it was ever loaded. */
export const kevOf = (entry: Pair['kev'], held: FeedHeld | null): Kev =>
  entry ? { state: 'listed', ...entry } : held ? { state: 'not_listed', held } : { state: 'never_loaded' };
