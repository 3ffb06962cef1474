/** The plan and the checks of a change as a signature covers them. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changePlans, planChecks } from '../../../db/schema/index.server';
import { isSignedCheck } from './check-groups';

export interface SignedPlan {
  plan: { timing: string; steps: string; versionAfter: string; backOut: string; success: string } | null;
  checks: { key: string; state: string; because: string; doneOn: string | null; attachmentId: string | null }[];
}

/** The plan as it stands, and the lines of the checklist that signers have before them, by key. */
export async function planForSnapshot(tx: Tx, orgId: string, changeId: string): Promise<SignedPlan> {
  const [plan] = await tx
    .select({
      timing: changePlans.timing,
      steps: changePlans.steps,
      versionAfter: changePlans.versionAfter,
      backOut: changePlans.backOut,
      success: changePlans.success,
    })
    .from(changePlans)
    .where(and(eq(changePlans.orgId, orgId), eq(changePlans.changeId, changeId)));
  const checks = await tx
    .select({
      key: planChecks.key,
      state: planChecks.state,
      because: planChecks.because,
      doneOn: planChecks.doneOn,
      attachmentId: planChecks.attachmentId,
    })
    .from(planChecks)
    .where(and(eq(planChecks.orgId, orgId), eq(planChecks.changeId, changeId), isNull(planChecks.supersededAt)))
    .orderBy(asc(planChecks.key));
  return { plan: plan ?? null, checks: checks.filter(({ key }) => isSignedCheck(key)) };
}
