/** What is recorded of where a unit stands, what looks after it, and who answered what. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { connectedDetails, exposureAnswers, supportReleases } from '../../../db/schema/index.server';
import type { MeasureId } from '../../regulation/options/measures';
import type { ControlState } from '../proofs/control-state';
import { controlState } from '../proofs/control-state.server';
import { today } from '../today';
import type { ExposureAnswer } from './answers';
import { type SupportLookup, supportLookup } from './imported-support';

export interface Details {
  behind: string;
  internetReachable: boolean | null;
  controls: string[];
  contractEnds: string | null;
}

/** Network details of a unit; null: none recorded. */
export async function readDetails(tx: Tx, orgId: string, unitId: string): Promise<Details | null> {
  const [row] = await tx
    .select({
      behind: connectedDetails.behind,
      internetReachable: connectedDetails.internetReachable,
      controls: connectedDetails.controls,
      contractEnds: connectedDetails.contractEnds,
    })
    .from(connectedDetails)
    .where(and(eq(connectedDetails.orgId, orgId), eq(connectedDetails.unitId, unitId)));
  return row ?? null;
}

/** What was shown of the measures on a model, as of today. */
export const readShown = async (
  tx: Tx,
  orgId: string,
  modelId: string,
): Promise<ReadonlyMap<MeasureId, ControlState>> =>
  (await controlState(tx, orgId, [modelId], today())).get(modelId) ?? new Map();

/** Answers in force on a model and its units. */
export async function readAnswers(tx: Tx, orgId: string, modelId: string): Promise<ExposureAnswer[]> {
  const rows = await tx
    .select()
    .from(exposureAnswers)
    .where(
      and(eq(exposureAnswers.orgId, orgId), eq(exposureAnswers.modelId, modelId), isNull(exposureAnswers.supersededAt)),
    )
    .orderBy(asc(exposureAnswers.question), asc(exposureAnswers.saidAt));
  return rows.map(({ id, unitId, cve, question, answer, reason, saidByName, saidAt }) => ({
    ...{ id, unitId, cve, question, answer, reason, saidByName },
    saidAt: saidAt.toISOString(),
  }));
}

/** How systems are supported on a day, imported dates first. @param endedBy day of the imported data */
export async function readSupport(
  tx: Tx,
  orgId: string,
  endedBy: string | null,
  today: string,
): Promise<SupportLookup> {
  const rows = await tx.select().from(supportReleases).where(eq(supportReleases.orgId, orgId));
  return supportLookup(rows, endedBy, today);
}
