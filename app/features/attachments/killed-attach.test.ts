/** A server that is killed, with no warning, while people attach files. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house, submitted } from '../changes/testing';
import { buildProgram, slowUpload, startProgram } from '../files/testing';

const SECRET = 'a secret for tests that is long enough';
const database = testDatabase();
const data = mkdtempSync(join(tmpdir(), 'changemark-killed-'));
let at: House;
let program: string;

beforeAll(async () => {
  process.env.CHANGEMARK_SECRET = SECRET;
  at = await house(database);
  program = await buildProgram('app/guard/testing/attach-server.ts');
});
afterAll(async () => {
  delete process.env.CHANGEMARK_SECRET;
  rmSync(program, { force: true });
  rmSync(data, { recursive: true, force: true });
  await closeDatabase();
});

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('keeps every file that it has acknowledged, whole and on record, and nothing of any other', async () => {
  const changeId = await submitted(at);
  const who = { 'x-who': JSON.stringify({ actor: at.engineer, changeId }) };
  const acknowledged = new Map<string, string>();
  let cut = 0;
  for (let round = 0; round < 3; round += 1) {
    const { port, child } = await startProgram(program, { CHANGEMARK_SECRET: SECRET, CHANGEMARK_DATA: data });
    const to = { port, headers: who, fields: { purpose: 'test', note: `round ${round}` } };
    const first = Buffer.from(`a first note of round ${round}`);
    if (await slowUpload(to, `first-${round}.txt`, first)) acknowledged.set(`first-${round}.txt`, digest(first));
    const running = [0, 1].map(async (n) => {
      const name = `large-${round}-${n}.txt`;
      const bytes = Buffer.from(randomBytes(2_000_000).toString('base64'));
      if (await slowUpload(to, name, bytes)) acknowledged.set(name, digest(bytes));
      else cut += 1;
    });
    await new Promise((resolve) => setTimeout(resolve, 40 + round * 120));
    child.kill('SIGKILL');
    await Promise.all(running);
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(3);
  expect(cut).toBeGreaterThan(0);
  const { files, loose, recorded } = await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return {
      files: await tx`select a.name, a.sha256, a.size::int, string_agg(c.bytes, ''::bytea order by c.n) as bytes
        from change_attachments a join attachment_chunks c on c.org_id = a.org_id and c.attachment_id = a.id
        group by 1, 2, 3`,
      loose: await tx`select count(*)::int as n from attachment_chunks c
        where not exists (select from change_attachments a where a.org_id = c.org_id and a.id = c.attachment_id)`,
      recorded: await tx`select detail ->> 'name' as name from audit_events where action = 'attachment.added'`,
    };
  });
  expect(loose[0]?.n).toBe(0);
  for (const { sha256, size, bytes } of files) {
    expect(bytes.length).toBe(size);
    expect(digest(bytes)).toBe(sha256);
  }
  const there = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of acknowledged) expect(there.get(name)).toBe(sha256);
  expect(recorded.map(({ name }) => name).sort()).toEqual([...there.keys()].sort());
  // What stood on the disk meanwhile had no name there.
  expect(readdirSync(join(data, 'incoming'))).toEqual([]);
});
