/** Vulnerabilities that matched advisories name for a model: offered where a change is proposed, and on its page. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { advisories, advisoryCves, matches } from '../../../db/schema/index.server';

export interface AdvisedVulnerability {
  cve: string;
  /** CVSS vector as published; empty for none. */
  vector: string;
  advisoryId: string;
  /** Id as published. */
  advisory: string;
  title: string;
}

const MOST = 1000;

/**
 * Those of confirmed matches, and of certain ones that nobody rejected, where a unit is hit or it is not clear; newest
 * advisory first.
 */
export const vulnerabilitiesOfModel = (tx: Tx, orgId: string, modelId: string): Promise<AdvisedVulnerability[]> =>
  tx
    .selectDistinct({
      cve: advisoryCves.cve,
      vector: advisoryCves.vector,
      advisoryId: advisories.id,
      advisory: sql<string>`left(${advisories.publishedId}, 120)`,
      title: sql<string>`left(${advisories.title}, 300)`,
      release: advisories.releaseKey,
    })
    .from(matches)
    .innerJoin(advisories, and(eq(advisories.orgId, matches.orgId), eq(advisories.id, matches.advisoryId)))
    .innerJoin(
      advisoryCves,
      and(eq(advisoryCves.orgId, matches.orgId), eq(advisoryCves.advisoryId, matches.advisoryId)),
    )
    .where(
      and(
        eq(matches.orgId, orgId),
        eq(matches.modelId, modelId),
        isNull(advisories.retiredAt),
        sql`(${matches.state} = 'confirmed' or (${matches.state} = 'proposed' and ${matches.confidence} = 'certain'))`,
        sql`${advisoryCves.cve} = any (${matches.cves})`,
        // A unit that no version speaks against: what is later than every version named is not offered.
        sql`(${matches.unitsHit} + ${matches.unitsUnclear} > 0 or ${matches.unitsNot} = 0)`,
      ),
    )
    .orderBy(desc(advisories.releaseKey), asc(advisories.id), asc(advisoryCves.cve))
    .limit(MOST);
