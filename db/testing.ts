/**
 * A real PostgreSQL for tests. The run has one server with a migrated template (see testing-setup.ts); a test file or a
 * single test works on a clone of its own, which costs some 20 ms and is dropped afterwards.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase } from './client.server';
import { type DatabaseConnections, embeddedConnections } from './connections.server';

export interface TestDatabase {
  /** Name of the clone. */
  name: string;
  connections: DatabaseConnections;
  /** postgres.js clients, one per role; each opens at most three connections, on first use. */
  owner: Sql;
  app: Sql;
  auth: Sql;
}

const TEMPLATE = 'changemark';

async function clone(): Promise<TestDatabase & { drop(): Promise<void> }> {
  const socketDir = inject('socketDir');
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Databases are made and dropped from "postgres": nobody may be connected to the template meanwhile.
  const server = postgres({ ...embeddedConnections(socketDir, 'postgres').owner, max: 1, onnotice: () => undefined });
  await server`create database ${server(name)} template ${server(TEMPLATE)} strategy file_copy`;
  const connections = embeddedConnections(socketDir, name);
  const open = (as: keyof DatabaseConnections) => postgres({ ...connections[as], max: 3, onnotice: () => undefined });
  const clients = { owner: open('owner'), app: open('app'), auth: open('auth') };
  const drop = async () => {
    await Promise.all(Object.values(clients).map((client) => client.end({ timeout: 2 })));
    // What a busy machine cannot drop goes with the whole server at the end of the run; it is no failure of a test.
    await server`drop database ${server(name)} with (force)`.catch((error) => console.warn(`${name} stays:`, error));
    await server.end({ timeout: 5 });
  };
  return { name, connections, ...clients, drop };
}

/** Runs one test on its own clone: `await withDatabase(async ({ owner }) => ...)`. */
export async function withDatabase<T>(run: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await clone();
  try {
    return await run(database);
  } finally {
    await database.drop();
  }
}

/**
 * Gives the whole test file one clone: call it at the top of the file (or of a `describe`) and use what it returns
 * inside tests. `databaseConnections()` leads to the clone too, so use cases that open pools by themselves work on it.
 * @param prepare run once on the clone before the first test (a seed)
 */
export function testDatabase(prepare?: (database: TestDatabase) => Promise<unknown>): TestDatabase {
  let made: Awaited<ReturnType<typeof clone>> | undefined;
  let beside: string | undefined;
  const current = () => {
    if (!made) throw new Error('The test database exists only inside tests and hooks.');
    return made;
  };
  beforeAll(async () => {
    made = await clone();
    process.env.CHANGEMARK_SOCKET = inject('socketDir');
    process.env.CHANGEMARK_DATABASE = made.name;
    // What stands beside a database (keys, checkpoints) belongs to this clone and to nothing else.
    if (!process.env.CHANGEMARK_DATA) {
      beside = mkdtempSync(join(tmpdir(), 'changemark-beside-'));
      process.env.CHANGEMARK_DATA = beside;
    }
    await prepare?.(made);
  });
  afterAll(async () => {
    // Use cases opened pools on the clone; a database with connections cannot be dropped.
    await closeDatabase();
    delete process.env.CHANGEMARK_SOCKET;
    delete process.env.CHANGEMARK_DATABASE;
    await made?.drop();
    if (beside) {
      delete process.env.CHANGEMARK_DATA;
      // Something may still be writing there.
      rmSync(beside, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  });
  return {
    get name() {
      return current().name;
    },
    get connections() {
      return current().connections;
    },
    get owner() {
      return current().owner;
    },
    get app() {
      return current().app;
    },
    get auth() {
      return current().auth;
    },
  };
}
