/** The inbox of advisories: keyset pages, newest first; two queries and those for the heading. */
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { type AdvisoryState, advisories, advisoryCves, epssScores, kevEntries } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { feedAgesOf } from '../imports/feed-ages.server';
import type { FeedAge } from '../imports/feed-words';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, likeInside, type Sorting } from '../keyset-sql.server';
import { today } from '../today';
import { type AdvisoriesFilter, isNarrowed, readAdvisoriesFilter } from './advisories-filter';

export interface AdvisoryLine {
  id: string;
  publishedId: string;
  title: string;
  publisher: string;
  vendors: string[];
  release: string | null;
  revision: string;
  state: AdvisoryState;
  maxScore: number | null;
  cveCount: number;
  modelsMatched: number;
  matchesWaiting: number;
  unitsHit: number;
  unitsUnclear: number;
  /** Not held against the register yet. */
  isMatched: boolean;
  decidedByName: string;
  /** Of its vulnerabilities: how many are known to be exploited, and the highest EPSS. */
  kev: number;
  epss: number | null;
}

export interface AdvisoryList {
  page: Page<AdvisoryLine>;
  filter: AdvisoriesFilter;
  narrowed: boolean;
  /** How many are in each state. */
  counts: Partial<Record<AdvisoryState, number>>;
  ages: FeedAge[];
  today: string;
  may: { import: boolean };
}

/** "-infinity" is no date that a cursor carries; undated ones stand last. */
const RELEASE = sql`coalesce(nullif(${advisories.releaseKey}, '-infinity'::date), '0001-01-01'::date)`;
const BY_RELEASE: Sorting = { by: [sql`${advisories.releaseKey}`, sql`${advisories.id}`], parts: ['date', 'uuid'] };

const OPEN: AdvisoryState[] = ['new', 'matched', 'waiting'];

function conditions(orgId: string, { state, q, kev, model }: AdvisoriesFilter): (SQL | undefined)[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  return [
    eq(advisories.orgId, orgId),
    isNull(advisories.retiredAt),
    state === 'all' ? undefined : state === 'open' ? inArray(advisories.state, OPEN) : eq(advisories.state, state),
    ...words.map(
      (word) =>
        sql`(${advisories.searchKey} like ${likeInside(word)}
          or lower(array_to_string(${advisories.vendors}, ' ')) like ${likeInside(word)})`,
    ),
    kev
      ? sql`exists (select from advisory_cves c join kev_entries k on k.org_id = c.org_id and k.cve = c.cve
          where c.org_id = ${advisories.orgId} and c.advisory_id = ${advisories.id})`
      : undefined,
    model
      ? sql`exists (select from matches m where m.org_id = ${advisories.orgId} and m.advisory_id = ${advisories.id}
          and m.model_id = ${model} and m.state <> 'rejected')`
      : undefined,
  ];
}

/** @param search the address's query: state, q, kev, model, cursors */
export const listAdvisories = (actor: Actor, search: URLSearchParams): Promise<AdvisoryList> =>
  inOrganisation(actor, async (tx) => {
    const filter = readAdvisoriesFilter(search);
    const wish = pageWish(search, BY_RELEASE.parts);
    const read = await tx
      .select({
        ...{ id: advisories.id, publishedId: sql<string>`left(${advisories.publishedId}, 120)` },
        ...{
          title: sql<string>`left(${advisories.title}, 300)`,
          publisher: sql<string>`left(${advisories.publisher}, 120)`,
        },
        ...{ vendors: advisories.vendors, revision: sql<string>`left(${advisories.revision}, 40)` },
        release: sql<string | null>`coalesce(${advisories.currentRelease}, ${advisories.initialRelease})::text`,
        ...{ state: advisories.state, maxScore: advisories.maxScore, cveCount: advisories.cveCount },
        ...{ modelsMatched: advisories.modelsMatched, matchesWaiting: advisories.matchesWaiting },
        ...{ unitsHit: advisories.unitsHit, unitsUnclear: advisories.unitsUnclear },
        isMatched: sql<boolean>`${advisories.matchedAt} is not null`,
        decidedByName: advisories.decidedByName,
        key: sql<string>`${RELEASE}::text`,
      })
      .from(advisories)
      .where(and(...conditions(actor.orgId, filter), keysetCondition(BY_RELEASE, wish, true)))
      .orderBy(keysetOrder(BY_RELEASE, wish, true))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, ({ key, id }) => [key, id]);
    const threats = await threatsOf(
      tx,
      actor.orgId,
      page.rows.map(({ id }) => id),
    );
    return {
      page: {
        ...page,
        rows: page.rows.map(({ key: _, ...row }) => ({ ...row, ...(threats.get(row.id) ?? { kev: 0, epss: null }) })),
      },
      ...{ filter, narrowed: isNarrowed(filter), counts: await countStates(tx, actor.orgId) },
      ...{
        ages: await feedAgesOf(tx, actor.orgId, ['advisories', 'kev', 'epss']),
        today: today(),
        may: { import: can(actor, 'import:run') },
      },
    };
  });

/** Known exploitation and EPSS of these advisories' vulnerabilities, in one query. */
async function threatsOf(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, { kev: number; epss: number | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: advisoryCves.advisoryId,
      kev: sql<number>`count(${kevEntries.cve})::int`,
      epss: sql<number | null>`max(${epssScores.score})::float8`,
    })
    .from(advisoryCves)
    .leftJoin(kevEntries, and(eq(kevEntries.orgId, advisoryCves.orgId), eq(kevEntries.cve, advisoryCves.cve)))
    .leftJoin(epssScores, and(eq(epssScores.orgId, advisoryCves.orgId), eq(epssScores.cve, advisoryCves.cve)))
    .where(and(eq(advisoryCves.orgId, orgId), inArray(advisoryCves.advisoryId, [...ids])))
    .groupBy(advisoryCves.advisoryId);
  return new Map(rows.map(({ id, ...threat }) => [id, threat]));
}

async function countStates(tx: Tx, orgId: string): Promise<Partial<Record<AdvisoryState, number>>> {
  const rows = await tx
    .select({ state: advisories.state, count: sql<number>`count(*)::int` })
    .from(advisories)
    .where(and(eq(advisories.orgId, orgId), isNull(advisories.retiredAt)))
    .groupBy(advisories.state);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
