/** The two database handles of the web process, and the one way to work inside an organisation. */
import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { databaseConnections } from './connections.server';
import { forget, kept, once } from './once';
import * as schema from './schema/index.server';

export type Db = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Whoever acts: enough to set the row-level security context. */
export interface Tenant {
  orgId: string;
  userId: string | null;
}

const connect = (options: postgres.Options<Record<string, never>>, max: number) => {
  const client = postgres({ ...options, max, idle_timeout: 60, onnotice: () => undefined });
  return { client, db: drizzle(client, { schema }) };
};

/** Handle of the application's role; row-level security shows it nothing outside `inOrganisation`. */
export const appDb = (): Db => once('db.app', () => connect(databaseConnections().app, 16)).db;

/** Handle of the authentication role: people, credentials, sessions, and the audit trail. Only app/guard uses it. */
export const authDb = (): Db => once('db.auth', () => connect(databaseConnections().auth, 6)).db;

const enter = (tx: Tx, tenant: Tenant) =>
  tx.execute(
    sql`select set_config('app.org_id', ${tenant.orgId}, true), set_config('app.user_id', ${tenant.userId ?? ''}, true)`,
  );

/**
 * Runs `work` in one transaction that sees exactly the rows of the actor's organisation.
 * Throws what `work` throws, after rolling back.
 */
export const inOrganisation = <T>(tenant: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> =>
  appDb().transaction(async (tx) => {
    await enter(tx, tenant);
    return work(tx);
  });

/**
 * As `inOrganisation`, with the authentication role: for use cases on people, passwords and sessions.
 * `snapshot` reads one moment throughout, for long walks over a table that others append to.
 */
export const inOrganisationAsAuthority = <T>(
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
  { snapshot = false } = {},
): Promise<T> =>
  authDb().transaction(
    async (tx) => {
      await enter(tx, tenant);
      return work(tx);
    },
    { isolationLevel: snapshot ? 'repeatable read' : 'read committed' },
  );

/** Ends the pools that were opened; the next use opens new ones. For the end of a process, and of a test file. */
export async function closeDatabase(): Promise<void> {
  const names = ['db.app', 'db.auth'];
  const pools = names.map((name) => kept<ReturnType<typeof connect>>(name));
  for (const name of names) forget(name);
  await Promise.all(pools.map((pool) => pool?.client.end({ timeout: 5 })));
}
