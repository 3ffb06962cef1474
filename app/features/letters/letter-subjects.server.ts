/** The changes and models a letter is about: what follows a letter is about the same. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letterChanges, letterModels } from '../../../db/schema/index.server';
import type { DraftWish } from './write-draft.server';

export async function subjectsOf(
  tx: Tx,
  { orgId, id }: { orgId: string; id: string },
): Promise<Pick<DraftWish, 'changes' | 'models'>> {
  const [changes, models] = await Promise.all([
    tx
      .select({ changeId: letterChanges.changeId, assessmentId: letterChanges.assessmentId })
      .from(letterChanges)
      .where(and(eq(letterChanges.orgId, orgId), eq(letterChanges.letterId, id))),
    tx
      .select({ modelId: letterModels.modelId, units: letterModels.units })
      .from(letterModels)
      .where(and(eq(letterModels.orgId, orgId), eq(letterModels.letterId, id))),
  ]);
  return { changes, models };
}
