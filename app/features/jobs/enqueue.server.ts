/** Putting a job into its queue inside the caller's transaction: it exists exactly when what asked for it does. */
import { type SQL, sql } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import type { Tx } from '../../../db/client.server';
import type { QueueName } from '../../../db/job-queues.server';
import { once } from '../../../db/once';

/** Jobs carry ids and nothing else: what they are about is read when they run. */
export interface JobData {
  'letter.issue': { orgId: string; letterId: string; number: number; thenSend?: boolean };
  'mail.send': { orgId: string; messageId: string };
  'evidence.build': { orgId: string; packId: string };
  'import.run': { orgId: string; importId: string };
  /**
   * One advisory, or all of them against one model (`versionsOnly`: what is matched already against its versions);
   * without both, everything against everything.
   */
  'advisories.match': { orgId: string; advisoryId?: string; modelId?: string; versionsOnly?: boolean };
  'clocks.tick': Record<string, never>;
}

export type { QueueName };

const inert = { executeSql: () => Promise.reject(new Error('This pg-boss only writes jobs into transactions.')) };

/** Never started and without a connection: it only knows how to word the insert. */
const writer = () => once('jobs.writer', () => new PgBoss({ db: inert, migrate: false, schedule: false }));

/** A statement with $1, $2, … and its values as one that drizzle runs in the transaction. */
function bound(text: string, values: readonly unknown[]): SQL {
  const parts = text.split(/\$(\d+)/).map((part, index) => {
    if (index % 2 === 0) return sql.raw(part);
    const value = values[Number(part) - 1] ?? null;
    return sql`${typeof value === 'object' && value !== null ? JSON.stringify(value) : value}`;
  });
  return sql.join(parts);
}

/** pg-boss's `db` option for one transaction. */
const within = (tx: Tx) => ({
  executeSql: async (text: string, values: unknown[]) => ({ rows: [...(await tx.execute(bound(text, values)))] }),
});

/**
 * Adds a job that is worked off after the transaction commits, and never when it does not.
 * @param startAfter not before this moment; at once when absent
 */
export async function enqueue<Q extends QueueName>(
  tx: Tx,
  queue: Q,
  data: JobData[Q],
  { startAfter }: { startAfter?: Date } = {},
): Promise<void> {
  await writer().send(queue, data, { db: within(tx), ...(startAfter ? { startAfter } : {}) });
}

/**
 * As `enqueue`, unless the same job waits already. That one is held back until this transaction ends, so that it finds
 * what is written here; a job that somebody is just taking does not count as waiting.
 */
export async function enqueueUnlessWaiting<Q extends QueueName>(tx: Tx, queue: Q, data: JobData[Q]): Promise<void> {
  const waiting = await tx.execute(sql`
    select id from pgboss.job
    where name = ${queue} and state = 'created' and start_after <= now() and data = ${JSON.stringify(data)}::jsonb
    limit 1 for share skip locked`);
  if (waiting.length === 0) await enqueue(tx, queue, data);
}
