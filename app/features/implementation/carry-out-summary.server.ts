/** The few words on a change's own page about carrying it out. */

import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { verifications } from '../../../db/schema/index.server';
import type { ChangeRow } from '../changes/change-row.server';
import type { ChangeStatus } from '../changes/change-status';
import { standardUsedBy } from '../standard-changes/standard-rows.server';
import { openConditions } from './conditions.server';
import type { Progress } from './outcomes';
import { progressOf } from './unit-records.server';
import type { VerificationOutcome } from './verification-outcomes';

export interface CarryOutSummary {
  progress: Progress;
  /** How many conditions are not met. */
  conditions: number;
  standard: { id: string; number: number } | null;
  verified: { outcome: VerificationOutcome; byName: string; at: string } | null;
}

const DECIDED: readonly ChangeStatus[] = ['approved', 'in_implementation', 'verifying', 'closed', 'expired', 'revoked'];

/** Null for a change that was never decided: there is nothing to carry out. */
export async function carryOutSummary(tx: Tx, orgId: string, change: ChangeRow): Promise<CarryOutSummary | null> {
  if (!DECIDED.includes(change.status)) return null;
  const [latest] = await tx
    .select()
    .from(verifications)
    .where(and(eq(verifications.orgId, orgId), eq(verifications.changeId, change.id)))
    .orderBy(desc(verifications.number))
    .limit(1);
  const standard = await standardUsedBy(tx, orgId, change.id);
  return {
    progress: await progressOf(tx, orgId, change.id),
    conditions: (await openConditions(tx, orgId, change.id)).length,
    standard: standard && { id: standard.row.id, number: standard.row.number },
    verified: latest
      ? { outcome: latest.outcome, byName: latest.verifiedByName, at: latest.verifiedAt.toISOString() }
      : null,
  };
}
