import postgres from 'postgres';
import { CannotStart } from './cannot-start';
import type { ConnectionOptions } from './connections.server';

/** `uuidv7()` came with this version. */
const OLDEST = 18;

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  ENOENT: 'there is no socket in that folder',
  CONNECT_TIMEOUT: 'nothing answered in time',
  '28P01': 'the password is wrong',
  '28000': 'this user may not sign in',
  '3D000': 'there is no such database',
};

/**
 * Checks once, at the start, that your own PostgreSQL answers and is new enough.
 * Throws `CannotStart` with the reason in plain words; the password is never part of it.
 */
export async function checkExternal(owner: ConnectionOptions): Promise<void> {
  const sql = postgres({ ...owner, max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
    const version = row?.version ?? '';
    if (Number.parseInt(version, 10) >= OLDEST) return;
    throw new CannotStart(`DATABASE_URL leads to PostgreSQL ${version}; Changemark needs ${OLDEST} or newer.`);
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`DATABASE_URL cannot be used: ${REASONS[code] ?? message} (${code || 'no code'}).`, {
      cause: error,
    });
  } finally {
    await sql.end({ timeout: 2 });
  }
}
