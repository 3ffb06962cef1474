/**
 * Takes checkpoints: the head of a chain, signed, kept in the database and in a file beside it. Somebody who cuts off
 * the end of a chain, its head and its checkpoints in the database is given away by the file.
 */
import { desc, eq } from 'drizzle-orm';
import { inOrganisationAsAuthority } from '../../db/client.server';
import { auditCheckpoints, auditHeads } from '../../db/schema/index.server';
import { type Checkpoint, checkpointText } from './checkpoint';
import { noteCheckpoint } from './checkpoint-file.server';
import { publicKey, signBytes } from './checkpoint-key.server';
import { organisationsWithChains } from './verify.server';

/**
 * Signs the head of an organisation's chain, where it has moved since the last checkpoint. Call it outside of
 * transactions: it sees what is committed. Never throws for a disk that is full or a folder that cannot be written:
 * the act it follows has happened.
 * @returns the new checkpoint, or null when there is nothing new
 */
export async function checkpointNow(orgId: string): Promise<Checkpoint | null> {
  const taken = await inOrganisationAsAuthority({ orgId, userId: null }, async (tx) => {
    const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.orgId, orgId));
    const [last] = await tx
      .select({ seq: auditCheckpoints.seq })
      .from(auditCheckpoints)
      .where(eq(auditCheckpoints.orgId, orgId))
      .orderBy(desc(auditCheckpoints.seq))
      .limit(1);
    if (!head || head.seq === 0 || head.seq <= (last?.seq ?? 0)) return null;
    const unsigned = {
      ...{ orgId, seq: head.seq, hash: head.hash },
      ...{ at: new Date().toISOString(), keyId: publicKey().keyId },
    };
    const checkpoint = { ...unsigned, signature: signBytes(Buffer.from(checkpointText(unsigned))) };
    const kept = await tx
      .insert(auditCheckpoints)
      .values(checkpoint)
      .onConflictDoNothing()
      .returning({ seq: auditCheckpoints.seq });
    return kept.length > 0 ? checkpoint : null;
  });
  // After the commit: a line in the file whose row was rolled back would look like a row that was taken away.
  if (taken) await noteCheckpoint(taken);
  return taken;
}

/** Takes a checkpoint of every chain whose head has moved. For the tick; one chain's trouble leaves the others alone. */
export async function checkpointAll(): Promise<number> {
  let taken = 0;
  for (const { id } of await organisationsWithChains()) {
    try {
      if (await checkpointNow(id)) taken += 1;
    } catch (error) {
      console.error(`The chain of ${id} got no checkpoint; the next tick tries again:`, error);
    }
  }
  return taken;
}
