/** Starts the workers in this process, and tells the log how they do. */
import { HANDLERS } from '../features/jobs/all-handlers.server';
import { runWorkers, type Workers } from '../features/jobs/run-workers.server';
import { closePost } from '../features/mail/post.server';
import { log } from './log';

/** @param lost called when the database cannot be reached for half a minute */
export async function startWorkers(lost: (error: Error) => void): Promise<Workers> {
  const workers = await runWorkers({
    handlers: HANDLERS,
    failed: (error, what) => log.error({ err: error, what }, 'a job failed'),
    lost,
  });
  return {
    async stop() {
      await workers.stop();
      closePost();
    },
  };
}
