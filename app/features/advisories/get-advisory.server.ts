/** Everything the page of one advisory shows. A fixed number of queries. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import {
  advisories,
  advisoryRevisions,
  changes,
  deviceModels,
  epssScores,
  kevEntries,
} from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { Advisory } from '../../readers/records';
import { feedAges } from '../imports/feed-ages.server';
import { today } from '../today';
import { bestRemedy, idOf } from './advisory-columns';
import { advisoryDifferences } from './advisory-differences';
import type { AdvisoryChange, AdvisoryView, VulnerabilityView } from './advisory-view';
import { disagreementsOf } from './disagreements.server';
import { productKey } from './match-advisories.server';
import { productGroups } from './matching/product-groups';
import { versionsInWords } from './matching/versions';
import { matchesOf } from './read-matches.server';

const MOST_VULNERABILITIES = 200;
const MOST_PRODUCTS = 300;
const MOST_MATCHES = 200;

/** Null when the organisation has no such advisory, or its import was undone. */
export const getAdvisory = (actor: Actor, id: string): Promise<AdvisoryView | null> =>
  inOrganisation(actor, async (tx) => {
    const { orgId } = actor;
    const [row] = await tx
      .select()
      .from(advisories)
      .where(and(eq(advisories.orgId, orgId), eq(advisories.id, id), isNull(advisories.retiredAt)));
    if (!row) return null;
    const { content } = row;
    const groups = productGroups(content);
    const matches = await matchesOf(tx, orgId, { advisoryId: id }, MOST_MATCHES + 1);
    const { publishedId, title, publisher, format, vendors, revision, maxScore, state, decision, decidedByName } = row;
    const { unitsHit, unitsUnclear, modelsMatched, matchesWaiting, initialRelease, currentRelease, version } = row;
    return {
      ...{
        id,
        version,
        publishedId,
        title,
        publisher,
        format,
        vendors,
        revision,
        maxScore,
        state,
        decision,
        decidedByName,
      },
      ...{ unitsHit, unitsUnclear, modelsMatched, matchesWaiting, initialRelease, currentRelease },
      ...{ category: content.category, summary: content.summary, references: content.references.slice(0, 50) },
      isMatched: row.matchedAt !== null,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      vulnerabilities: await vulnerabilitiesOf(tx, orgId, content),
      products: groups.slice(0, MOST_PRODUCTS).map(({ key, vendor, name, lines }) => ({
        ...{ key: productKey(key), vendor, name },
        versions: lines.map(({ versions }) => ({
          text: versions.text,
          readAs: versionsInWords(versions),
          open: versions.kind === 'unparsed' || versions.condition !== '',
        })),
      })),
      matches: matches.slice(0, MOST_MATCHES),
      disagreements: await disagreementsOf(tx, orgId, { advisoryId: id }),
      revisions: await revisionsOf(tx, orgId, id, content),
      changes: await changesFor(
        tx,
        orgId,
        [...new Set(matches.map(({ model }) => model.id))],
        content.vulnerabilities.map(idOf),
      ),
      moreVulnerabilities: Math.max(0, content.vulnerabilities.length - MOST_VULNERABILITIES),
      moreProducts: Math.max(0, groups.length - MOST_PRODUCTS),
      moreMatches: Math.max(0, matches.length - MOST_MATCHES),
      ages: (await feedAges(tx, orgId)).filter(({ feed }) => feed !== 'support'),
      today: today(),
      may: {
        decide: can(actor, 'advisory:decide'),
        propose: can(actor, 'change:propose'),
        draft: can(actor, 'document:draft'),
      },
    };
  });

async function vulnerabilitiesOf(tx: Tx, orgId: string, { vulnerabilities }: Advisory): Promise<VulnerabilityView[]> {
  const shown = vulnerabilities.slice(0, MOST_VULNERABILITIES);
  const ids = [...new Set(shown.map(idOf))];
  const [kev, epss] =
    ids.length === 0
      ? [[], []]
      : await Promise.all([
          tx
            .select()
            .from(kevEntries)
            .where(and(eq(kevEntries.orgId, orgId), inArray(kevEntries.cve, ids))),
          tx
            .select()
            .from(epssScores)
            .where(and(eq(epssScores.orgId, orgId), inArray(epssScores.cve, ids))),
        ]);
  const exploited = new Map(kev.map((one) => [one.cve, one]));
  const likely = new Map(epss.map((one) => [one.cve, one]));
  return shown.map((one) => {
    const cve = idOf(one);
    const [known, score] = [exploited.get(cve), likely.get(cve)];
    return {
      ...{ cve, title: one.title, cwe: one.cwe, description: one.description },
      scores: one.scores.map(({ version, vector, baseScore }) => ({ version, vector, baseScore })),
      remediations: one.remediations.map(({ category, details, date, url, meaning }) => ({
        category,
        details,
        date,
        url,
        meaning,
      })),
      remedy: bestRemedy(one.remediations),
      kev: known ? { added: known.added, due: known.due, ransomware: known.ransomware } : null,
      epss: score ? { score: score.score, percentile: score.percentile, on: score.scoredOn } : null,
    };
  });
}

/** What was said before, each with what the next edition changed; at most twenty. */
async function revisionsOf(
  tx: Tx,
  orgId: string,
  advisoryId: string,
  now: Advisory,
): Promise<AdvisoryView['revisions']> {
  const rows = await tx
    .select()
    .from(advisoryRevisions)
    .where(and(eq(advisoryRevisions.orgId, orgId), eq(advisoryRevisions.advisoryId, advisoryId)))
    .orderBy(desc(advisoryRevisions.replacedAt), desc(advisoryRevisions.id))
    .limit(20);
  return rows.map(({ id, revision, currentRelease, replacedAt, content }, index) => ({
    ...{ id, revision, release: currentRelease, replacedAt: replacedAt.toISOString() },
    differences: advisoryDifferences(content, index === 0 ? now : (rows[index - 1]?.content ?? now)),
  }));
}

/** Changes on these models for any of these vulnerabilities, newest first. */
async function changesFor(
  tx: Tx,
  orgId: string,
  models: readonly string[],
  cves: readonly string[],
): Promise<AdvisoryChange[]> {
  if (models.length === 0 || cves.length === 0) return [];
  const named = sql.join(
    cves.slice(0, MOST_VULNERABILITIES).map((cve) => sql`${JSON.stringify([{ cve }])}::jsonb`),
    sql`, `,
  );
  return tx
    .select({
      ...{ id: changes.id, reference: changes.reference, status: changes.status },
      title: sql<string>`left(${changes.title}, 200)`,
      model: sql<string>`left(${deviceModels.name}, 200)`,
    })
    .from(changes)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, changes.orgId), eq(deviceModels.id, changes.modelId)))
    .where(
      and(
        eq(changes.orgId, orgId),
        inArray(changes.modelId, [...models]),
        sql`${changes.vulnerabilities} @> any (array[${named}])`,
      ),
    )
    .orderBy(desc(changes.createdAt), asc(changes.id))
    .limit(50);
}
