/** Everything the overview of a device model shows. */
import { and, count, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { mds2Answers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { CertificationView } from '../certifications/certification-view';
import { certificationsOf } from '../certifications/certifications-of.server';
import { currentFacts } from '../provenance/facts-of.server';
import type { Fact } from '../provenance/source';
import { today } from '../today';
import { type UnitsSummary, unitsSummary } from '../units/units-summary.server';
import { type KnownVulnerability, knownVulnerabilities } from './known-vulnerabilities.server';
import { type Mds2Age, mds2Age } from './mds2-age.server';
import { type ModelHeader, modelHeader } from './model-header.server';

export interface ModelOverview {
  model: ModelHeader;
  facts: Record<string, Fact>;
  certifications: CertificationView[];
  vulnerabilities: KnownVulnerability[];
  units: UnitsSummary;
  mds2Count: number;
  /** The MDS2 form is older than a version in use. */
  mds2OlderThan: Mds2Age['olderThan'];
  today: string;
  may: { edit: boolean; certify: boolean; propose: boolean; ask: boolean };
}

/** Reads a model; null when the organisation has no such model. */
export const getModel = (actor: Actor, id: string): Promise<ModelOverview | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, id);
    if (!model) return null;
    const [answers] = await tx
      .select({ count: count() })
      .from(mds2Answers)
      .where(and(eq(mds2Answers.orgId, actor.orgId), eq(mds2Answers.modelId, id)));
    return {
      model,
      facts: await currentFacts(tx, actor.orgId, { type: 'model', id }),
      certifications: await certificationsOf(tx, actor.orgId, id),
      vulnerabilities: await knownVulnerabilities(tx, actor.orgId, id),
      units: await unitsSummary(tx, actor.orgId, id),
      mds2Count: answers?.count ?? 0,
      mds2OlderThan: (await mds2Age(tx, actor.orgId, id)).olderThan,
      today: today(),
      may: {
        edit: can(actor, 'device:write'),
        certify: can(actor, 'certification:write'),
        propose: can(actor, 'change:propose'),
        ask: can(actor, 'document:draft'),
      },
    };
  });
