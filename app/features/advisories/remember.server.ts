/** What a person said once about a product and a model: kept, and used for every other advisory that names it so. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { matchMemories } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { presentMoment } from '../today';
import { rematch } from './rematch.server';

export interface Remembered {
  productKey: string;
  vendor: string;
  product: string;
  modelId: string;
  same: boolean;
  reason: string;
}

/**
 * Supersedes what was remembered before. Other advisories learn of it by a job: each is locked by whoever works on it,
 * and two of them in one transaction would wait for each other.
 */
export async function remember(tx: Tx, actor: Actor, said: Remembered): Promise<void> {
  const { orgId } = actor;
  const moment = presentMoment();
  await tx
    .update(matchMemories)
    .set({ supersededAt: moment })
    .where(
      and(
        eq(matchMemories.orgId, orgId),
        eq(matchMemories.productKey, said.productKey),
        eq(matchMemories.modelId, said.modelId),
        isNull(matchMemories.supersededAt),
      ),
    );
  await tx
    .insert(matchMemories)
    .values({ ...said, orgId, saidBy: actor.userId, saidByName: actor.name, saidAt: moment });
  await rematch(tx, orgId, { modelId: said.modelId });
}
