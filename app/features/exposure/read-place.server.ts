/** What is recorded of where a unit stands, what looks after it, and who answered what. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { connectedDetails, controlProofs, exposureAnswers, supportReleases } from '../../../db/schema/index.server';
import type { ExposureAnswer } from './answers';
import { type SupportLookup, supportLookup } from './imported-support';
import type { Proof } from './place';

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

/** Proofs on controls of a model that were not taken back. */
export const readProofs = (tx: Tx, orgId: string, modelId: string): Promise<Proof[]> =>
  tx
    .select({
      measure: controlProofs.measure,
      result: controlProofs.result,
      takenOn: controlProofs.takenOn,
      staleOn: controlProofs.staleOn,
    })
    .from(controlProofs)
    .where(and(eq(controlProofs.orgId, orgId), eq(controlProofs.modelId, modelId), isNull(controlProofs.retiredAt)))
    .orderBy(asc(controlProofs.takenOn), asc(controlProofs.id));

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
