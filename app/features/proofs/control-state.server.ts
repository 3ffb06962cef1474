/** How the measures on some models stand, by their newest proofs: for exposure, the fleet and the replay of incidents. */
import { and, desc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { controlProofs } from '../../../db/schema/index.server';
import { isMeasureId, type MeasureId } from '../../regulation/options/measures';
import { type ControlState, controlStateOf, type GivenProof } from './control-state';

export type ControlStates = Map<string, Map<MeasureId, ControlState>>;

/** The newest proof of each kind on or before a day, by model. One query. */
async function newestProofs(
  tx: Tx,
  orgId: string,
  modelIds: readonly string[],
  day: string,
): Promise<Map<string, GivenProof[]>> {
  const found = new Map<string, GivenProof[]>();
  if (modelIds.length === 0) return found;
  const rows = await tx
    .selectDistinctOn([controlProofs.modelId, controlProofs.measure, controlProofs.proof], {
      modelId: controlProofs.modelId,
      measure: controlProofs.measure,
      proof: controlProofs.proof,
      result: controlProofs.result,
      takenOn: controlProofs.takenOn,
      staleOn: controlProofs.staleOn,
    })
    .from(controlProofs)
    .where(
      and(
        eq(controlProofs.orgId, orgId),
        inArray(controlProofs.modelId, [...modelIds]),
        isNull(controlProofs.retiredAt),
        lte(controlProofs.takenOn, day),
      ),
    )
    .orderBy(
      controlProofs.modelId,
      controlProofs.measure,
      controlProofs.proof,
      desc(controlProofs.takenOn),
      desc(controlProofs.createdAt),
      desc(controlProofs.id),
    );
  for (const { modelId, ...row } of rows) found.set(modelId, [...(found.get(modelId) ?? []), row]);
  return found;
}

/**
 * The state of every measure of which anything was shown on these models; a measure that is missing has no proof. Only
 * `inPlace` counts: what is stale, failed or shown in part is not in place.
 * @param day year-month-day
 */
export async function controlState(
  tx: Tx,
  orgId: string,
  modelIds: readonly string[],
  day: string,
): Promise<ControlStates> {
  const given = await newestProofs(tx, orgId, modelIds, day);
  return new Map(
    [...given].map(([modelId, rows]) => {
      const measures = [...new Set(rows.map(({ measure }) => measure))].filter(isMeasureId);
      return [modelId, new Map(measures.map((measure) => [measure, controlStateOf(measure, rows, day)]))];
    }),
  );
}
