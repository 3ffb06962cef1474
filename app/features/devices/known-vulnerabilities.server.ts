/** Vulnerabilities that published advisories name for a model: offered where a change is proposed. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { modelAdvisories } from '../../../db/schema/index.server';
import { vulnerabilitiesOfModel } from '../advisories/vulnerabilities-of-model.server';

export interface KnownVulnerability {
  cve: string;
  /** CVSS vector as published, where there is one. */
  cvss?: string;
  /** Id of the advisory: "ICSMA-20-049-01". */
  advisory: string;
  title: string;
  /** Of an advisory that came in and was matched: it has a page. */
  advisoryId?: string;
}

/**
 * The vulnerabilities of a model: those noted on it, then those of advisories whose match is certain or confirmed; each
 * CVE once. Empty for a model nobody published about.
 */
export async function knownVulnerabilities(tx: Tx, orgId: string, modelId: string): Promise<KnownVulnerability[]> {
  const advisories = await tx
    .select()
    .from(modelAdvisories)
    .where(
      and(eq(modelAdvisories.orgId, orgId), eq(modelAdvisories.modelId, modelId), isNull(modelAdvisories.retiredAt)),
    )
    .orderBy(desc(modelAdvisories.published), asc(modelAdvisories.advisory));
  const matched = await vulnerabilitiesOfModel(tx, orgId, modelId);
  const byCve = new Map<string, KnownVulnerability>();
  for (const { advisory, title, vulnerabilities } of advisories) {
    for (const { cve, cvss } of vulnerabilities) {
      if (!byCve.has(cve)) byCve.set(cve, { cve, ...(cvss && { cvss }), advisory, title });
    }
  }
  for (const { cve, vector, advisory, title, advisoryId } of matched) {
    const held = byCve.get(cve);
    if (!held) byCve.set(cve, { cve, ...(vector && { cvss: vector }), advisory, title, advisoryId });
    else if (held.advisory === advisory) held.advisoryId = advisoryId;
  }
  return [...byCve.values()];
}
