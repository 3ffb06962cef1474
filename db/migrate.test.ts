import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.server';
import { testDatabase } from './testing';

let folder: string;

/** Writes migrations as the migrator expects them, each later than any of the project's. */
function migrations(...statements: string[]): void {
  mkdirSync(join(folder, 'meta'), { recursive: true });
  const entries = statements.map((_, idx) => ({
    idx,
    version: '7',
    when: 4e12 + idx,
    tag: `000${idx}_t`,
    breakpoints: true,
  }));
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  statements.forEach((sql, idx) => {
    writeFileSync(join(folder, `000${idx}_t.sql`), sql);
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cm-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('migrating', () => {
  const database = testDatabase();

  it('has nothing left to do on a clone of the template', async () => {
    expect(await migrate(database.connections.owner)).toEqual([]);
  });

  it('runs each migration once when two processes begin at the same moment', async () => {
    migrations('create table once_only (id int)');
    const ran = await Promise.all([1, 2, 3].map(() => migrate(database.connections.owner, folder)));
    expect(ran.flat()).toEqual(['0000_t']);
  });

  it('leaves everything as it was when one of several fails', async () => {
    migrations('select 1', 'create table half_way (id int)', 'create table broken (');
    await expect(migrate(database.connections.owner, folder)).rejects.toThrow();
    const [row] = await database.owner`select to_regclass('half_way') as table`;
    expect(row?.table).toBeNull();
  });
});
