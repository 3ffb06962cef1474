import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrator } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import type { ConnectionOptions } from './connections.server';
import { ensureQueues } from './job-queues.server';
import { projectRoot } from './project-root';
import { ensureRoles } from './roles.server';

/** Any number that nothing else of ours locks on. */
const LOCK = 4_061_967_155;

interface JournalEntry {
  tag: string;
  when: number;
}

function journal(folder: string): JournalEntry[] {
  const file = join(folder, 'meta', '_journal.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).entries : [];
}

async function lastApplied(sql: Sql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return 0;
  const [row] = await sql`select coalesce(max(created_at), 0) as last from drizzle.__drizzle_migrations`;
  return Number(row?.last ?? 0);
}

/**
 * Runs `work` while no other process that opens this database does the same: several servers that begin at once take
 * turns. `work` gets the owner's connection, which holds the lock.
 */
export async function oneAtATime<T>(owner: ConnectionOptions, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres({ ...owner, max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    return await work(sql);
  } finally {
    // Ending the only connection also gives up the lock.
    await sql.end({ timeout: 5 });
  }
}

/**
 * Brings the database's schema and its job queues up to date from `db/migrations` and returns the names of the migrations that ran now.
 * Safe when several processes begin at once: one migrates, the others wait for it and find nothing left to do.
 * @param owner connection of the schema's owner; @param folder other migrations than the project's (tests)
 */
export function migrate(owner: ConnectionOptions, folder = join(projectRoot(), 'db', 'migrations')): Promise<string[]> {
  const entries = journal(folder);
  return oneAtATime(owner, async (sql) => {
    await ensureRoles(sql);
    const before = await lastApplied(sql);
    const waiting = entries.filter((entry) => entry.when > before);
    if (waiting.length > 0) await runMigrator(drizzle(sql), { migrationsFolder: folder });
    await ensureQueues(sql);
    return waiting.map((entry) => entry.tag);
  });
}
