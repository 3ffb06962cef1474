/** The workers of this process: they take jobs from the queues and work them off until they are stopped. */
import PgBoss from 'pg-boss';
import type { QueueName } from '../../../db/job-queues.server';
import { bossConnection } from './boss-connection.server';
import type { JobData } from './enqueue.server';
import { giveBackLost } from './give-back-lost.server';
import { beginLife, workerName } from './worker-life.server';

/** What handles the jobs of each queue, and how many at once. Each handler may be run twice for one job. */
export type Handlers = {
  [Q in QueueName]: { atOnce: number; everySeconds: number; run(data: JobData[Q]): Promise<unknown> };
};

export interface Workers {
  /** Takes no new jobs, lets those under way finish for up to twenty seconds, gives the rest back. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  handlers: Handlers;
  /** Told what went wrong; the jobs themselves are tried again. */
  failed(error: unknown, what: string): void;
  /** Called when the database is gone for good. */
  lost(error: Error): void;
}

const FINISH_WITHIN_MS = 20_000;
const LOOK_FOR_LOST_MS = 10_000;
const DAYS = 86_400;

/** Starts working. The schema and the queues are there since the migration; nothing of them is changed here. */
export async function runWorkers({ handlers, failed, lost }: WorkerOptions): Promise<Workers> {
  const life = await beginLife(lost);
  const boss = new PgBoss({
    ...bossConnection(3),
    ...{ migrate: false, maintenanceIntervalSeconds: 60, cronMonitorIntervalSeconds: 20, cronWorkerIntervalSeconds: 2 },
    // Failed jobs stay to be seen; what went well need not.
    ...{ archiveCompletedAfterSeconds: 3600, archiveFailedAfterSeconds: 14 * DAYS, deleteAfterDays: 7 },
  });
  boss.on('error', (error) => failed(error, 'the job queues'));
  await boss.start();
  for (const queue of Object.keys(handlers) as QueueName[]) await workOff(boss, queue, handlers[queue], failed);
  const look = () => giveBackLost(boss).catch((error) => failed(error, 'looking for lost jobs'));
  const timer = setInterval(look, LOOK_FOR_LOST_MS);
  timer.unref();
  await look();
  // What fell due while nobody worked is done now, not at the next full minute.
  await boss.send('clocks.tick', {});
  return {
    async stop() {
      clearInterval(timer);
      await boss.stop({ graceful: true, wait: true, timeout: FINISH_WITHIN_MS });
      await life.end();
    },
  };
}

async function workOff<Q extends QueueName>(
  boss: PgBoss,
  queue: Q,
  { atOnce, everySeconds, run }: Handlers[Q],
  failed: WorkerOptions['failed'],
): Promise<void> {
  const worker: string = await boss.work<JobData[Q]>(
    queue,
    { batchSize: atOnce, pollingIntervalSeconds: everySeconds },
    async (jobs) => {
      await boss.getDb().executeSql(
        `update pgboss.job set output = jsonb_build_object('worker', $3::text)
         where name = $1 and id = any($2::uuid[]) and state = 'active'`,
        [queue, jobs.map(({ id }) => id), workerName()],
      );
      const ends = await Promise.allSettled(jobs.map(({ data }) => run(data)));
      // A full batch means that more are waiting.
      if (jobs.length === atOnce) boss.notifyWorker(worker);
      const bad: [string, unknown][] = [];
      ends.forEach((end, index) => {
        if (end.status === 'rejected') bad.push([jobs[index]?.id ?? '', end.reason]);
      });
      for (const [, reason] of bad) failed(reason, queue);
      // One that fails does not take the others of its batch with it.
      await Promise.all(bad.map(([id, reason]) => boss.fail(queue, id, reason as object)));
    },
  );
}
