import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddedConnections } from './connections.server';
import { type Embedded, startEmbedded } from './embedded.server';
import { FolderInUse } from './embedded-lock.server';
import { alive, within } from './embedded-process.server';

let folder: string;
let running: Embedded[];

beforeEach(() => {
  // With a space and letters beyond ASCII, as in people's home folders.
  folder = join(mkdtempSync(join(tmpdir(), 'cm-')), 'Größe 1');
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const said: string[] = [];

async function start(dataDir = folder): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, log: (message) => said.push(message) });
  running.push(server);
  return server;
}

async function ask<T>(server: Embedded, run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres({ ...embeddedConnections(server.socketDir).owner, max: 1 });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}

const readNote = (server: Embedded) =>
  ask(server, async (sql) => (await sql<{ note: string }[]>`select note from notes`).map((row) => row.note));

const write = (server: Embedded) =>
  ask(server, async (sql) => {
    await sql`create table notes (note text)`;
    await sql`insert into notes values ('acknowledged')`;
  });

describe('the embedded database', () => {
  it('keeps what was written from one start to the next, and leaves no process behind', async () => {
    const first = await start();
    expect(first.fresh).toBe(true);
    await write(first);
    const pid = first.pid();
    await first.stop();
    expect(alive(pid)).toBe(false);
    const second = await start();
    expect(second.fresh).toBe(false);
    expect(await readNote(second)).toEqual(['acknowledged']);
  });

  it('listens on no network address, waits for the disk, and speaks every script', async () => {
    const server = await start();
    const [row] = await ask(
      server,
      (sql) => sql`select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
        current_setting('data_checksums') as sums, current_setting('server_encoding') as encoding, upper('ł') as upper`,
    );
    expect(row).toEqual({ addresses: '', fsync: 'on', sums: 'on', encoding: 'UTF8', upper: 'Ł' });
    expect(statSync(server.socketDir).mode & 0o777).toBe(0o700);
  });

  it('lets nobody in but the three roles', async () => {
    const server = await start();
    const { owner } = embeddedConnections(server.socketDir);
    const superuser = postgres({ ...owner, username: 'postgres', max: 1 });
    await expect(superuser`select 1`).rejects.toThrow(/pg_hba/);
    await superuser.end();
  });

  it('refuses a second server on the folder and says who has it', async () => {
    await start();
    const second = start();
    await expect(second).rejects.toBeInstanceOf(FolderInUse);
    await expect(second).rejects.toThrow(`process ${process.pid}`);
    await expect(second).rejects.toThrow('CHANGEMARK_DATA');
  });

  it('comes back by itself when PostgreSQL is killed, with everything that was acknowledged', async () => {
    const server = await start();
    await write(server);
    const killed = server.pid();
    process.kill(killed, 'SIGKILL');
    expect(await within(15_000, () => server.pid() !== killed, 20)).toBe(true);
    expect(await readNote(server)).toEqual(['acknowledged']);
    expect(said).toContain('The database is back.');
  });

  it('takes a number in the old lock file that now belongs to another process for what it is', async () => {
    const first = await start();
    await write(first);
    await first.stop();
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`);
    expect(await readNote(await start())).toEqual(['acknowledged']);
  });

  it('begins anew after a start that was killed while it made the cluster', async () => {
    mkdirSync(join(folder, 'postgres.making', 'base'), { recursive: true });
    expect((await start()).fresh).toBe(true);
  });

  it('leaves a cluster of another PostgreSQL untouched and says so', async () => {
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow('made by PostgreSQL 15');
    expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('15\n');
  });

  it('finds room for its socket when the folder has a very long path', async () => {
    const server = await start(join(folder, 'a'.repeat(120)));
    expect(await ask(server, (sql) => sql`select 1 as one`)).toHaveLength(1);
    const { socketDir } = server;
    await server.stop();
    expect(() => statSync(socketDir)).toThrow();
  });
});
