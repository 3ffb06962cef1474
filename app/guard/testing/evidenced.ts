/** A finished evidence pack of a change, and a disposal that was carried out, for tests that need their ids. */
import { randomUUID } from 'node:crypto';
import { inOrganisation } from '../../../db/client.server';
import { disposals } from '../../../db/schema/index.server';
import { buildPack } from '../../features/evidence/build-pack.server';
import { requestPack } from '../../features/evidence/request-pack.server';
import type { Actor } from '../actor';

/** @param approver another person than `actor` */
export async function evidenced(
  actor: Actor,
  approver: Actor,
  changeId: string,
): Promise<{ packId: string; disposalId: string }> {
  const pack = await requestPack(actor, { scope: 'change', id: changeId });
  if (!pack?.ok || !(await buildPack({ orgId: actor.orgId, packId: pack.id }))) throw new Error('no pack');
  const disposalId = await inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .insert(disposals)
      .values({
        ...{ orgId: actor.orgId, number: 1, objectType: 'attachment', objectId: randomUUID(), objectRef: 'test.txt' },
        ...{ retentionClass: 'change_files', dueOn: '2026-01-01', because: 'its time is over', stub: [] },
        ...{ proposedBy: actor.userId, proposedByName: actor.name },
        ...{ approvedAt: new Date(), approvedBy: approver.userId, approvedByName: approver.name },
      })
      .returning({ id: disposals.id });
    return row?.id ?? '';
  });
  return { packId: pack.id, disposalId };
}
