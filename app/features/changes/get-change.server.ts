/** Everything the page of one change shows, in a fixed number of queries. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { assessments, deviceModels, supplierContacts, suppliers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { changeKind, isKindId } from '../../regulation/kinds';
import {
  type AssessmentRow,
  isCurrent,
  isCurrentAsJudged,
  judge,
  latestAssessment,
} from '../assessments/assess-change.server';
import { osInWords } from '../devices/os-support';
import { meanwhile } from '../options/meanwhile';
import { actorLabel } from './actors';
import { alongside } from './alongside.server';
import { type BuiltDossier, buildDossier } from './build-dossier.server';
import { actsOn } from './change-history.server';
import { type ChangeRow, readChange } from './change-row.server';
import { acceptsAnswers, isEditable, isFinal, STATUS_LABELS, transition } from './change-status';
import type { AssessmentBrief, AssessmentView, ChangeView } from './change-view';
import { cumulativeChange, touchesDevice } from './cumulative.server';
import { documentsOf } from './documents-of.server';
import { ownAnswers, safetyView, statedFacts } from './statement-views';
import { resumeAddress } from './steps';
import { wardsOf } from './wards-of.server';

/** Acts shown on the page of a change; the history page has the rest. */
const LATEST_ACTS = 20;
const MOST_LISTED = 50;

/** The change with all that hangs on it, or null when it does not exist in the actor's organisation. */
export const getChange = (actor: Actor, id: string): Promise<ChangeView | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, id);
    if (!change) return null;
    const [model, wards, built, kept, list, papers] = await Promise.all([
      modelBrief(tx, actor.orgId, change.modelId),
      wardsOf(tx, actor.orgId, id),
      buildDossier(tx, actor, change),
      latestAssessment(tx, actor.orgId, id),
      assessmentsOf(tx, actor.orgId, id),
      documentsOf(tx, actor.orgId, id),
    ]);
    const [contacts, beside, history, cumulative] = await Promise.all([
      contactsOf(tx, actor.orgId, model.supplierId),
      alongside(tx, actor.orgId, change),
      actsOn(tx, actor.orgId, [id, ...papers.map((paper) => paper.id)], { limit: LATEST_ACTS }),
      touchesDevice(change.kinds) ? cumulativeChange(tx, actor.orgId, change.modelId, id) : null,
    ]);
    const { unitsInUse, ...brief } = model;
    return {
      ...ownFields(change),
      model: brief,
      units: { count: wards.reduce((sum, ward) => sum + ward.count, 0), ofModel: unitsInUse, wards },
      facts: statedFacts(built.statements),
      answers: ownAnswers(built.statements),
      safety: safetyView(change.kinds, built.statements),
      assessment: assessmentView(actor, change, built, kept),
      meanwhile: change.kinds.length === 0 ? [] : meanwhile(built.dossier),
      assessments: list,
      documents: papers,
      contacts,
      alongside: beside,
      history,
      cumulative,
      may: rightsOn(actor, change),
    };
  });

function ownFields(change: ChangeRow) {
  return {
    id: change.id,
    reference: change.reference,
    version: change.version,
    status: change.status,
    statusLabel: STATUS_LABELS[change.status],
    title: change.title,
    description: change.description,
    kinds: change.kinds.map((id) => {
      const kind = isKindId(id) ? changeKind(id) : null;
      return { id, label: kind?.label ?? id, what: kind?.what ?? '' };
    }),
    actor: change.actor,
    actorLabel: actorLabel(change.actor),
    softwareVersion: change.softwareVersion,
    vulnerabilities: change.vulnerabilities,
    neededBy: change.neededBy,
    proposerId: change.proposerId,
    proposerName: change.proposerName,
    createdAt: change.createdAt.toISOString(),
    updatedAt: change.updatedAt.toISOString(),
    resumeAt: resumeAddress(change),
  };
}

function rightsOn(actor: Actor, change: ChangeRow): ChangeView['may'] {
  const proposes = can(actor, 'change:propose');
  const answers = acceptsAnswers(change.status);
  return {
    edit: proposes && isEditable(change.status),
    answer: answers && can(actor, 'change:answer'),
    judgeSafety: answers && (can(actor, 'change:judge_safety') || can(actor, 'change:answer')),
    draftDocuments: change.status !== 'draft' && can(actor, 'document:draft'),
    submit: proposes && transition(change.status, 'submit').ok,
    withdraw: proposes && transition(change.status, 'withdraw').ok,
    signOff: change.status !== 'draft' && (can(actor, 'change:sign') || proposes) && !isFinal(change.status),
  };
}

/** The kept assessment, or a preview: worked out for a draft, and for a change of which nothing is kept. */
function assessmentView(
  actor: Actor,
  change: ChangeRow,
  built: BuiltDossier,
  kept: AssessmentRow | null,
): AssessmentView | null {
  if (!kept && change.kinds.length === 0) return null;
  const fresh = judge(built);
  if (!kept) {
    return {
      id: null,
      number: null,
      result: fresh,
      library: fresh.library,
      assessedAt: new Date().toISOString(),
      assessedByName: actor.name,
      stale: false,
    };
  }
  return {
    id: kept.id,
    number: kept.number,
    result: kept.result as AssessmentView['result'],
    library: kept.library,
    assessedAt: kept.assessedAt.toISOString(),
    assessedByName: kept.assessedByName,
    stale: acceptsAnswers(change.status) && !(isCurrent(kept, built, fresh) || isCurrentAsJudged(kept, built)),
  };
}

async function modelBrief(tx: Tx, orgId: string, modelId: string) {
  const [row] = await tx
    .select({ model: deviceModels, supplierName: suppliers.name })
    .from(deviceModels)
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, modelId)));
  if (!row) throw new Error('The model of a change cannot be read');
  const { model, supplierName } = row;
  return {
    id: model.id,
    name: model.name,
    modelNumber: model.modelNumber,
    kind: model.kind,
    softwareVersion: model.softwareVersion,
    operatingSystem: osInWords({ product: model.osProduct, release: model.osRelease }),
    supplierId: model.supplierId,
    supplierName,
    fallback: model.fallback,
    tolerableDowntime: model.tolerableDowntime,
    unitsInUse: model.unitsInUse,
  };
}

async function assessmentsOf(tx: Tx, orgId: string, changeId: string): Promise<AssessmentBrief[]> {
  const rows = await tx
    .select({
      id: assessments.id,
      number: assessments.number,
      library: assessments.library,
      assessedAt: assessments.assessedAt,
      assessedByName: assessments.assessedByName,
      tier: assessments.tier,
      worstTier: assessments.worstTier,
      openQuestions: assessments.openQuestions,
    })
    .from(assessments)
    .where(and(eq(assessments.orgId, orgId), eq(assessments.changeId, changeId)))
    .orderBy(desc(assessments.number))
    .limit(MOST_LISTED);
  return rows.map((row) => ({
    ...row,
    assessedAt: row.assessedAt.toISOString(),
    tier: row.tier ?? '',
    worstTier: row.worstTier ?? '',
    openQuestions: row.openQuestions ?? 0,
  }));
}

const contactsOf = (tx: Tx, orgId: string, supplierId: string) =>
  tx
    .select({ id: supplierContacts.id, name: supplierContacts.name, role: supplierContacts.role })
    .from(supplierContacts)
    .where(
      and(
        eq(supplierContacts.orgId, orgId),
        eq(supplierContacts.supplierId, supplierId),
        isNull(supplierContacts.retiredAt),
      ),
    )
    .orderBy(asc(supplierContacts.name), asc(supplierContacts.id))
    .limit(MOST_LISTED);
