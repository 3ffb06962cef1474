/** What is written while the server is killed. */
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { record } from '../../app/audit/append.server';
import { SYSTEM_ORGANISATION } from '../../app/audit/events';
import { embeddedConnections } from '../../db/connections.server';
import * as schema from '../../db/schema/index.server';
import type { Server } from './server';

export interface Writer {
  /** Prepares this connection (signs in, say); called after every start, once per writer. */
  connect(server: Server): Promise<Connection>;
  /** Which of these acknowledged writes are there now. */
  present(server: Server, ids: string[]): Promise<Set<string>>;
}

export interface Connection {
  /** Writes once and returns the write's id; resolves only when the server has acknowledged it. */
  write(): Promise<string>;
  close(): Promise<void>;
}

const actor = { orgId: SYSTEM_ORGANISATION, userId: null, name: 'crash test', role: 'system' };

/** Appends to the audit trail through the database, with the application's own function: many small commits a second. */
export const throughDatabase: Writer = {
  async connect({ socketDir }) {
    const client = postgres({ ...embeddedConnections(socketDir).auth, max: 1, onnotice: () => undefined });
    const db = drizzle(client, { schema });
    return {
      async write() {
        const id = crypto.randomUUID();
        await db.transaction(async (tx) => {
          await tx.execute(sql`select set_config('app.org_id', ${SYSTEM_ORGANISATION}, true)`);
          await record(tx, actor, { action: 'audit.verified', object: { type: 'crash test', id, ref: null } });
        });
        return id;
      },
      close: () => client.end({ timeout: 1 }),
    };
  },
  async present({ socketDir }, ids) {
    const client = postgres({ ...embeddedConnections(socketDir).auth, max: 1 });
    const rows = await client.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${SYSTEM_ORGANISATION}, true)`;
      return tx<{ id: string }[]>`select object_id as id from audit_events where object_id = any(${ids})`;
    });
    await client.end();
    return new Set(rows.map((row) => row.id));
  },
};
