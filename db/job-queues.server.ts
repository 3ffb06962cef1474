/**
 * The job queues in the database: pg-boss's schema and our queues in it, made by the owner when migrating. The
 * application's role may put jobs in and work them off, and can change nothing of the schema.
 */
import type { Sql } from 'postgres';
import { APP_ROLE } from './connections.server';

/** Schema version of the pg-boss that package.json asks for; a test holds the two together. */
export const PG_BOSS_SCHEMA = 24;

/** Where jobs end up that failed for good. */
export const DEAD_QUEUE = 'dead';

interface Queue {
  name: string;
  policy: 'standard' | 'short';
  retryLimit: number;
  /** Seconds, doubled with each attempt unless `steady`. */
  retryDelay: number;
  /** Long work that is safe to begin again: mostly it is the process that ended, and not the work that failed. */
  steady?: boolean;
  /** After so long an active job counts as lost. Those of a worker that died are given back much sooner. */
  expireInSeconds: number;
  deadLetter?: string;
}

/** `short`: at most one waits at a time. */
export const QUEUES = [
  { name: DEAD_QUEUE, policy: 'standard', retryLimit: 0, retryDelay: 1, expireInSeconds: 60 },
  { name: '__pgboss__send-it', policy: 'standard', retryLimit: 2, retryDelay: 1, expireInSeconds: 60 },
  {
    name: 'letter.issue',
    ...{ policy: 'standard', retryLimit: 8, retryDelay: 5, expireInSeconds: 300, deadLetter: DEAD_QUEUE },
  },
  {
    name: 'mail.send',
    ...{ policy: 'standard', retryLimit: 4, retryDelay: 5, expireInSeconds: 300, deadLetter: DEAD_QUEUE },
  },
  {
    name: 'evidence.build',
    // Killed again and again, a pack is still built in the end; what would fail every time ends it at once.
    ...{
      policy: 'standard',
      retryLimit: 60,
      retryDelay: 2,
      steady: true,
      expireInSeconds: 3600,
      deadLetter: DEAD_QUEUE,
    },
  },
  {
    name: 'import.run',
    // Reads, applies or undoes one import, and begins again where it was when the process ended.
    ...{
      policy: 'standard',
      retryLimit: 60,
      retryDelay: 2,
      steady: true,
      expireInSeconds: 3600,
      deadLetter: DEAD_QUEUE,
    },
  },
  {
    name: 'advisories.match',
    ...{
      policy: 'standard',
      retryLimit: 60,
      retryDelay: 2,
      steady: true,
      expireInSeconds: 3600,
      deadLetter: DEAD_QUEUE,
    },
  },
  { name: 'clocks.tick', policy: 'short', retryLimit: 0, retryDelay: 1, expireInSeconds: 300 },
] as const satisfies readonly Queue[];

export type QueueName = Exclude<(typeof QUEUES)[number]['name'], typeof DEAD_QUEUE | '__pgboss__send-it'>;

/** What this code makes of the database; kept as the schema's comment, so that a start which finds it does nothing. */
const STAMP = `changemark ${PG_BOSS_SCHEMA} ${JSON.stringify(QUEUES)}`;

/**
 * Makes the queues as this code wants them, and does nothing when they are. Runs under the lock of the migrations.
 * @returns whether anything had to be done
 */
export async function ensureQueues(sql: Sql): Promise<boolean> {
  const [now] = await sql<{ stamp: string | null }[]>`
    select obj_description(to_regnamespace('pgboss'), 'pg_namespace') as stamp`;
  if (now?.stamp === STAMP) return false;
  await ensureSchema(sql);
  for (const { name, ...options } of QUEUES) {
    const { steady = false, ...queue }: Omit<Queue, 'name'> = options;
    const wanted = { ...queue, retryBackoff: !steady };
    await sql`select pgboss.create_queue(${name}, ${JSON.stringify(wanted)}::json)`;
    await sql`
      update pgboss.queue set policy = ${queue.policy}, retry_limit = ${queue.retryLimit},
        retry_delay = ${queue.retryDelay}, retry_backoff = ${!steady}, expire_seconds = ${queue.expireInSeconds},
        dead_letter = ${queue.deadLetter ?? null}, updated_on = now()
      where name = ${name}`;
  }
  await sql`
    insert into pgboss.schedule (name, cron, timezone, data, options) values ('clocks.tick', '* * * * *', 'UTC', '{}', '{}')
    on conflict (name) do update set cron = excluded.cron, timezone = excluded.timezone, updated_on = now()`;
  await grant(sql);
  await sql.unsafe(`comment on schema pgboss is '${STAMP.replaceAll("'", "''")}'`);
  return true;
}

async function ensureSchema(sql: Sql): Promise<void> {
  const { default: PgBoss } = await import('pg-boss');
  const [found] = await sql<{ there: boolean }[]>`select to_regclass('pgboss.version') is not null as there`;
  if (!found?.there) {
    await sql.unsafe(PgBoss.getConstructionPlans());
    return;
  }
  const [row] = await sql<{ version: number }[]>`select version from pgboss.version`;
  if (row && row.version < PG_BOSS_SCHEMA) await sql.unsafe(PgBoss.getMigrationPlans('pgboss', String(row.version)));
}

async function grant(sql: Sql): Promise<void> {
  await sql.unsafe(`
    grant usage on schema pgboss to ${APP_ROLE};
    grant select, insert, update, delete on pgboss.job, pgboss.archive to ${APP_ROLE};
    grant select on pgboss.queue, pgboss.schedule, pgboss.subscription, pgboss.version to ${APP_ROLE};
    grant update (maintained_on, cron_on, monitored_on) on pgboss.version to ${APP_ROLE};`);
}
