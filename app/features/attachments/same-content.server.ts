import { and, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeAttachments } from '../../../db/schema/index.server';
import { standing } from './attachment-row.server';

/** Names of files already attached to a change, by digest, among these digests. */
export async function sameContent(
  tx: Tx,
  orgId: string,
  changeId: string,
  digests: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .select({ sha256: changeAttachments.sha256, name: changeAttachments.name })
    .from(changeAttachments)
    .where(and(standing(orgId, changeId), inArray(changeAttachments.sha256, [...digests])));
  return new Map(rows.map(({ sha256, name }) => [sha256, name]));
}
