/** A server that is killed, with no warning, while suppliers are uploading. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { buildProgram, slowUpload, startProgram } from '../files/testing';
import { replyCookie } from './reply-cookie.server';
import { askedLetter } from './testing';

const SECRET = 'a secret for tests that is long enough';
const database = testDatabase();
const data = mkdtempSync(join(tmpdir(), 'changemark-killed-'));
let at: House;
let program: string;

beforeAll(async () => {
  process.env.CHANGEMARK_SECRET = SECRET;
  at = await house(database);
  program = await buildProgram('app/guard/testing/upload-server.ts');
});
afterAll(async () => {
  delete process.env.CHANGEMARK_SECRET;
  rmSync(program, { force: true });
  rmSync(data, { recursive: true, force: true });
  await closeDatabase();
});

it('keeps every file that it has acknowledged, whole, and nothing of any other', async () => {
  const asked = await askedLetter(at);
  const cookie = replyCookie({ orgId: at.orgId, linkId: asked.linkId }).split(';')[0] ?? '';
  const acknowledged = new Map<string, string>();
  let cut = 0;
  for (let round = 0; round < 4; round += 1) {
    const { port, child } = await startProgram(program, { CHANGEMARK_SECRET: SECRET, CHANGEMARK_DATA: data });
    const first = Buffer.from(`a first note of round ${round}`);
    if (await slowUpload({ port, cookie }, `first-${round}.txt`, first)) {
      acknowledged.set(`first-${round}.txt`, createHash('sha256').update(first).digest('hex'));
    }
    const running = [0, 1].map(async (n) => {
      const name = `large-${round}-${n}.txt`;
      const bytes = Buffer.from(randomBytes(2_000_000).toString('base64'));
      if (await slowUpload({ port, cookie }, name, bytes)) {
        acknowledged.set(name, createHash('sha256').update(bytes).digest('hex'));
      } else cut += 1;
    });
    await new Promise((resolve) => setTimeout(resolve, 40 + round * 120));
    child.kill('SIGKILL');
    await Promise.all(running);
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(4);
  expect(cut).toBeGreaterThan(0);
  const { files, loose } = await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return {
      files: await tx`select f.name, f.sha256, f.size::int, string_agg(c.bytes, ''::bytea order by c.n) as bytes
        from reply_files f join file_chunks c on c.org_id = f.org_id and c.file_id = f.id group by 1, 2, 3`,
      loose: await tx`select count(*)::int as n from file_chunks c
        where not exists (select from reply_files f where f.org_id = c.org_id and f.id = c.file_id)`,
    };
  });
  expect(loose[0]?.n).toBe(0);
  for (const { sha256, size, bytes } of files) {
    expect(bytes.length).toBe(size);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  const there = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of acknowledged) expect(there.get(name)).toBe(sha256);
  // What stood on the disk meanwhile had no name there.
  expect(readdirSync(join(data, 'incoming'))).toEqual([]);
});
