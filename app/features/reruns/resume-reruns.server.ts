/** What was running when the server last ended goes on from where it was. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { reruns } from '../../../db/schema/index.server';
import { organisationsWithChains } from '../../audit/verify.server';
import { keepRunning } from './keep-running.server';

/** @returns how many runs go on; they do so in the background */
export async function resumeReruns(): Promise<number> {
  let resumed = 0;
  for (const { id: orgId } of await organisationsWithChains()) {
    const tenant = { orgId, userId: null };
    const running = await inOrganisation(tenant, (tx) =>
      tx
        .select({ id: reruns.id })
        .from(reruns)
        .where(and(eq(reruns.orgId, orgId), eq(reruns.status, 'running'))),
    );
    for (const { id } of running) keepRunning(tenant, id);
    resumed += running.length;
  }
  return resumed;
}
