import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { embeddedConnections } from '../../db/connections.server';
import { startEmbedded } from '../../db/embedded.server';
import { migrate } from '../../db/migrate.server';
import { run } from './audit';

/** What the command prints, and its exit code. */
async function said(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const text = (spy: typeof out) => spy.mock.calls.map((call) => call.join(' ')).join('\n');
  try {
    return { code: await run(args), out: text(out), err: text(err) };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('changemark audit verify finds its database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'changemark audit '));
  const kept = process.env.CHANGEMARK_DATA;
  beforeAll(() => {
    process.env.CHANGEMARK_DATA = folder;
  });
  afterAll(() => {
    if (kept === undefined) delete process.env.CHANGEMARK_DATA;
    else process.env.CHANGEMARK_DATA = kept;
    rmSync(folder, { recursive: true });
  });

  it('says so when there is none, and makes none', async () => {
    const { code, err } = await said('verify');
    expect(code).toBe(2);
    expect(err).toContain(`There is no database in ${folder}`);
    expect((await said('verify')).code).toBe(2);
  });

  it('while a server runs on the folder, before it is migrated, after, and when it has stopped', async () => {
    const server = await startEmbedded({ dataDir: folder, durable: false });
    try {
      expect(await said('verify')).toMatchObject({ code: 2, err: expect.stringContaining('has no audit trail yet') });
      process.env.CHANGEMARK_SOCKET = server.socketDir;
      await migrate(embeddedConnections(server.socketDir).owner);
      delete process.env.CHANGEMARK_SOCKET;
      expect(await said('verify')).toMatchObject({
        code: 0,
        out: expect.stringContaining('Changemark system: 0 events'),
      });
    } finally {
      await server.stop();
      // A command ends with its process; here the next one begins in the same.
      delete process.env.CHANGEMARK_SOCKET;
    }
    expect(await said('verify', '--json')).toMatchObject({ code: 0, out: expect.stringContaining('"ok": true') });
  }, 60_000);

  it('at DATABASE_URL, which goes before the folder', async () => {
    process.env.DATABASE_URL = 'postgres://nobody:secret@127.0.0.1:1/nothing';
    const { code, err } = await said('verify');
    delete process.env.DATABASE_URL;
    expect(code).toBe(2);
    expect(err).not.toContain('secret');
  }, 30_000);
});
