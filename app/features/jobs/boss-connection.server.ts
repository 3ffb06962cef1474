import { dirname } from 'node:path';
import type PgBoss from 'pg-boss';
import { type ConnectionOptions, databaseConnections } from '../../../db/connections.server';

/** pg's words for "ssl" where postgres.js has its own. */
const sslOf = (ssl: ConnectionOptions['ssl']) =>
  ssl === 'verify-full' ? true : ssl === 'require' ? { rejectUnauthorized: false } : undefined;

/** The application's connection as pg, which pg-boss brings along, wants it: a small pool apart from that of the pages. */
export function bossConnection(max: number): PgBoss.DatabaseOptions {
  const { path, host, port, database, username, password, ssl, connection } = databaseConnections().app;
  const options = (connection as { options?: string } | undefined)?.options;
  return {
    host: path ? dirname(path) : String(host),
    ...(path ? {} : { port: Number(port) }),
    database,
    user: username,
    ...(typeof password === 'string' ? { password } : {}),
    ssl: sslOf(ssl),
    max,
    application_name: 'changemark jobs',
    // The role of the application is set as the session begins.
    ...(options ? { options } : {}),
  };
}
