/** The sheet on which a change is signed by hand, as it has to be signed now. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { deviceModels } from '../../../db/schema/index.server';
import { type RenderedDocument, renderDocument } from '../../../documents/render.server';
import type { SignSheet } from '../../../documents/sign-sheet/model';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { AssessmentResult } from '../../regulation/result';
import { timeInWords } from '../../ui/time';
import { latestAssessment } from '../assessments/assess-change.server';
import { changeObject, readChange } from '../changes/change-row.server';
import { unitCount } from '../changes/unit-count.server';
import { placeOf } from '../clocks/place.server';
import { buildSnapshot } from '../sign-off/build-snapshot.server';
import { openRound } from '../sign-off/rounds.server';
import { routeOf } from '../sign-off/route-of.server';
import { signSheetModel } from './sign-sheet-model';

export interface PreparedSheet {
  model: SignSheet;
  /** "CM-2026-000123" */
  reference: string;
}

/** Everything the sheet says, read in one transaction and recorded as handed out; null when the change is not there. */
export const prepareSignSheet = (actor: Actor, changeId: string): Promise<PreparedSheet | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const round = await openRound(tx, actor.orgId, changeId);
    const route = await routeOf(tx, actor.orgId, change);
    const { sha256 } = await buildSnapshot(tx, actor, change);
    const kept = await latestAssessment(tx, actor.orgId, changeId);
    const overall = (kept?.result as AssessmentResult | undefined)?.overall;
    const model = signSheetModel({
      organisation: actor.organisation.name,
      change,
      device: await deviceName(tx, actor.orgId, change.modelId),
      units: await unitCount(tx, actor.orgId, changeId),
      tier: overall ? { from: overall.tier, to: overall.worst_tier } : null,
      round,
      places: route.places,
      snapshotSha256: sha256,
      printed: timeInWords(new Date()),
      zone: (await placeOf(tx, actor.orgId)).timeZone,
    });
    await record(tx, auditActor(actor), {
      action: 'document.downloaded',
      object: changeObject(change),
      detail: { document: 'sign-sheet', round: round?.number ?? null, snapshot_sha256: sha256 },
    });
    return { model, reference: change.reference };
  });

async function deviceName(tx: Tx, orgId: string, modelId: string): Promise<string> {
  const [row] = await tx
    .select({ name: deviceModels.name, number: deviceModels.modelNumber })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, modelId)));
  return [row?.name, row?.number].filter(Boolean).join(' ');
}

/** Prints it in a worker thread. Throws RenderingBusy and DocumentTooLong. */
export const printSignSheet = ({ model }: PreparedSheet): Promise<RenderedDocument> =>
  renderDocument('sign-sheet', model, new Date());
