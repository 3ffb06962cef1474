/** What is known of the vulnerabilities a plan is about, as a dossier: of the change, or of the model alone. */
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { advisories, advisoryCves, kevEntries, matches } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import type { Dossier } from '../../regulation/dossier';
import type { Estimate, OptionId, OptionInput } from '../../regulation/options/option-result';
import { buildDossier } from '../changes/build-dossier.server';
import type { ChangeRow } from '../changes/change-row.server';
import { deviceForDossier } from '../devices/device-for-dossier.server';
import { knownVulnerabilities } from '../devices/known-vulnerabilities.server';
import { optionInput, optionRows } from '../options/option-rows.server';

export interface PlanGround {
  dossier: Dossier;
  cves: string[];
  /** What people gave for an option; only a change has any. */
  inputOf(option: OptionId): OptionInput;
  leadOf(option: string): Estimate | null;
}

const MOST_CVES = 100;

/** The ground of a plan that a change carries. */
export async function groundOfChange(tx: Tx, actor: Actor, change: ChangeRow): Promise<PlanGround> {
  const { dossier } = await buildDossier(tx, actor, change);
  const rows = new Map((await optionRows(tx, actor.orgId, change.id)).map((row) => [row.option, row]));
  const inputOf = (option: OptionId) => optionInput(option, rows.get(option));
  return {
    dossier,
    cves: change.vulnerabilities.map(({ cve }) => cve),
    inputOf,
    leadOf: (option) => inputOf(option as OptionId).leadTimeDays ?? null,
  };
}

/** The ground of a sketch: every vulnerability known of the model. Null when the model is not here. */
export async function groundOfModel(tx: Tx, actor: Actor, modelId: string, today: string): Promise<PlanGround | null> {
  const found = await deviceForDossier(tx, modelId);
  if (!found) return null;
  const known = new Map((await knownVulnerabilities(tx, actor.orgId, modelId)).map(({ cve, cvss }) => [cve, cvss]));
  for (const { cve, cvss } of await matchedCves(tx, actor.orgId, modelId)) {
    if (!known.get(cve)) known.set(cve, cvss || undefined);
  }
  const vulnerabilities = [...known].slice(0, MOST_CVES).map(([cve, cvss]) => ({ cve, ...(cvss && { cvss }) }));
  const cves = vulnerabilities.map(({ cve }) => cve);
  const exploited = await anyExploited(tx, actor.orgId, cves);
  return {
    dossier: {
      dossier: 1,
      as_of: today,
      device: found.device,
      ...(vulnerabilities.length > 0 && { vulnerabilities }),
      // Being on no list says nothing.
      ...(exploited && { facts: { public_exploit: true } }),
    },
    cves,
    inputOf: (option) => ({ option }),
    leadOf: () => null,
  };
}

/** What advisories say of the model, but for matches that somebody rejected. */
const matchedCves = (tx: Tx, orgId: string, modelId: string): Promise<{ cve: string; cvss: string }[]> =>
  tx
    .selectDistinctOn([advisoryCves.cve], { cve: advisoryCves.cve, cvss: advisoryCves.vector })
    .from(matches)
    .innerJoin(advisories, and(eq(advisories.orgId, matches.orgId), eq(advisories.id, matches.advisoryId)))
    .innerJoin(
      advisoryCves,
      and(
        eq(advisoryCves.orgId, matches.orgId),
        eq(advisoryCves.advisoryId, matches.advisoryId),
        sql`${advisoryCves.cve} = any(${matches.cves})`,
      ),
    )
    .where(
      and(
        eq(matches.orgId, orgId),
        eq(matches.modelId, modelId),
        ne(matches.state, 'rejected'),
        isNull(advisories.retiredAt),
      ),
    )
    .orderBy(advisoryCves.cve, desc(advisoryCves.score))
    .limit(MOST_CVES);

async function anyExploited(tx: Tx, orgId: string, cves: readonly string[]): Promise<boolean> {
  if (cves.length === 0) return false;
  const [row] = await tx
    .select({ cve: kevEntries.cve })
    .from(kevEntries)
    .where(and(eq(kevEntries.orgId, orgId), inArray(kevEntries.cve, [...cves])))
    .limit(1);
  return row !== undefined;
}
