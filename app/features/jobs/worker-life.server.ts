/**
 * Who works in this process, and whether another worker is still alive. A worker holds an advisory lock on a connection
 * of its own as long as it lives: PostgreSQL lets go of it with the process, however that ends.
 */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type SQL, sql } from 'drizzle-orm';
import postgres from 'postgres';
import { databaseConnections } from '../../../db/connections.server';
import { once } from '../../../db/once';

/** First half of our advisory locks on workers; the second is made from the worker's name. */
const CLASS = 4_061_967;
const LOOK_EVERY_MS = 5000;
/** Without its lock for so long a worker ends: others have taken over what it held. */
const LOST_AFTER_MS = 30_000;

/** Name of the worker of this process: "host:pid:random". */
export const workerName = (): string =>
  once('jobs.worker-name', () => `${hostname().slice(0, 60)}:${process.pid}:${randomBytes(6).toString('hex')}`);

/** As `workerGone`, as text: for statements that pg-boss runs. @param name an SQL expression, never anything typed */
export const workerGoneText = (name: string): string => `not exists (
  select from pg_locks l
  where l.locktype = 'advisory' and l.objsubid = 2 and l.granted
    and l.database = (select oid from pg_database where datname = current_database())
    and l.classid = ${CLASS}::oid and l.objid = (hashtext(${name})::bigint & 4294967295)::oid)`;

/** An SQL condition: no living worker has the name that stands in this column. */
export const workerGone = (column: string): SQL => sql.raw(workerGoneText(column));

export interface WorkerLife {
  end(): Promise<void>;
}

/**
 * Takes this worker's lock and holds it until `end`.
 * @param lost called once when the lock cannot be held any more (the database is gone)
 */
export async function beginLife(lost: (error: Error) => void): Promise<WorkerLife> {
  const client = postgres({
    ...databaseConnections().app,
    ...{ max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => undefined },
  });
  const name = workerName();
  const hold = () => client`
    select case when not exists (
      select from pg_locks where locktype = 'advisory' and classid = ${CLASS}::oid and pid = pg_backend_pid()
    ) then pg_try_advisory_lock(${CLASS}, hashtext(${name})) end as taken`;
  await hold();
  let held = Date.now();
  const timer = setInterval(async () => {
    try {
      await hold();
      held = Date.now();
    } catch (error) {
      if (Date.now() - held < LOST_AFTER_MS) return;
      clearInterval(timer);
      lost(error as Error);
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await client.end({ timeout: 2 });
    },
  };
}
