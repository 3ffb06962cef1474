/** Matches as pages show them: of an advisory, of a model, or one. One query. */
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { advisories, deviceModels, matches, suppliers } from '../../../db/schema/index.server';
import type { MatchView } from './advisory-view';

export interface MatchOfAdvisory extends MatchView {
  advisory: { id: string; publishedId: string; title: string; release: string | null; maxScore: number | null };
}

const CONFIDENCE = sql`array_position(array['certain', 'likely', 'possible'], ${matches.confidence})`;
/** What waits first, then what counts, and what was rejected last. */
const STATE = sql`array_position(array['proposed', 'confirmed', 'rejected'], ${matches.state})`;

/** Surest first. Advisories whose import was undone are left out. */
export async function matchesOf(
  tx: Tx,
  orgId: string,
  of: { advisoryId?: string; modelId?: string; id?: string },
  most: number,
): Promise<MatchOfAdvisory[]> {
  const where: (SQL | undefined)[] = [
    eq(matches.orgId, orgId),
    isNull(advisories.retiredAt),
    of.advisoryId ? eq(matches.advisoryId, of.advisoryId) : undefined,
    of.modelId ? eq(matches.modelId, of.modelId) : undefined,
    of.id ? eq(matches.id, of.id) : undefined,
  ];
  const rows = await tx
    .select({
      match: matches,
      name: sql<string>`left(concat_ws(' ', ${deviceModels.name}, nullif(${deviceModels.modelNumber}, '')), 200)`,
      supplier: sql<string>`left(${suppliers.name}, 200)`,
      publishedId: sql<string>`left(${advisories.publishedId}, 120)`,
      title: sql<string>`left(${advisories.title}, 300)`,
      release: sql<string | null>`coalesce(${advisories.currentRelease}, ${advisories.initialRelease})::text`,
      maxScore: advisories.maxScore,
    })
    .from(matches)
    .innerJoin(advisories, and(eq(advisories.orgId, matches.orgId), eq(advisories.id, matches.advisoryId)))
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, matches.orgId), eq(deviceModels.id, matches.modelId)))
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(and(...where))
    .orderBy(STATE, CONFIDENCE, desc(advisories.releaseKey), asc(deviceModels.nameKey), asc(matches.id))
    .limit(most);
  return rows.map(({ match, name, supplier, publishedId, title, release, maxScore }) => {
    const [line] = match.products;
    return {
      ...{ id: match.id, version: match.version, lines: match.products, cves: match.cves, how: match.how },
      ...{ confidence: match.confidence, reasons: match.reasons, state: match.state, decision: match.decision },
      ...{ unitsHit: match.unitsHit, unitsUnclear: match.unitsUnclear, unitsNot: match.unitsNot },
      model: { id: match.modelId, name, supplier },
      product: [line?.vendor, line?.product || line?.name].filter(Boolean).join(' '),
      decidedByName: match.decidedByName,
      decidedAt: match.decidedAt?.toISOString() ?? null,
      isRemembered: match.memoryId !== null,
      advisory: { id: match.advisoryId, publishedId, title, release, maxScore },
    };
  });
}
