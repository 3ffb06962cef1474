/** Works a re-run off in the background of this process, batch by batch, leaving room for pages in between. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Tenant } from '../../../db/client.server';
import { once } from '../../../db/once';
import { judgeBatch } from './judge-batch.server';

/** Between two batches, for whoever else needs the processor and the database; in milliseconds. */
const BREATH = 20;
/** While another process works on the same run, how long until we look again. */
const LOOK_AGAIN = 5000;

const atWork = () => once('reruns.at-work', () => new Map<string, Promise<void>>());

/**
 * Goes on with a run unless this process is at it already. Never throws: a run that stops half-way says so in the log,
 * and goes on from its cursor the next time somebody opens its page or the server starts.
 */
export function keepRunning({ orgId, userId }: Tenant, rerunId: string): Promise<void> {
  const working = atWork().get(rerunId) ?? work({ orgId, userId }, rerunId).finally(() => atWork().delete(rerunId));
  atWork().set(rerunId, working);
  return working;
}

async function work(tenant: Tenant, rerunId: string): Promise<void> {
  try {
    for (let end = await judgeBatch(tenant, rerunId); end !== 'done'; end = await judgeBatch(tenant, rerunId)) {
      await pause(end === 'more' ? BREATH : LOOK_AGAIN, undefined, { ref: false });
    }
  } catch (error) {
    console.error(`The re-run ${rerunId} stopped and will go on from where it was:`, error);
  }
}
