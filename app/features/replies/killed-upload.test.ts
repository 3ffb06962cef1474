/** A server that is killed, with no warning, while suppliers are uploading. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { projectRoot } from '../../../db/project-root';
import { testDatabase } from '../../../db/testing';
import { csrfToken } from '../../guard/csrf.server';
import { type House, house } from '../changes/testing';
import { replyCookie } from './reply-cookie.server';
import { askedLetter } from './testing';

const SECRET = 'a secret for tests that is long enough';
const database = testDatabase();
const program = join(projectRoot(), 'build', 'from-source', `upload-server-${process.pid}.js`);
const data = mkdtempSync(join(tmpdir(), 'changemark-killed-'));
let at: House;

beforeAll(async () => {
  process.env.CHANGEMARK_SECRET = SECRET;
  at = await house(database);
  await build({
    entryPoints: [join(projectRoot(), 'app/guard/testing/upload-server.ts')],
    ...{ outfile: program, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external' },
    jsx: 'automatic',
  });
});
afterAll(async () => {
  delete process.env.CHANGEMARK_SECRET;
  rmSync(program, { force: true });
  rmSync(data, { recursive: true, force: true });
  await closeDatabase();
});

async function startServer(): Promise<{ port: number; child: ChildProcess }> {
  const env = { ...process.env, CHANGEMARK_SECRET: SECRET, CHANGEMARK_DATA: data };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => resolve(Number(/port (\d+)/.exec(String(text))?.[1])));
    child.once('exit', () => reject(new Error('the server ended before it was ready')));
  });
  return { port, child };
}

const FORM_COOKIE = 'changemark_form=0123456789abcdef0123456789abcdef';

/** Sends one file slowly enough that a kill meets it somewhere; true when the server said that it has it. */
function upload(port: number, cookie: string, name: string, bytes: Buffer): Promise<boolean> {
  const csrf = csrfToken(new Request('http://localhost', { headers: { Cookie: FORM_COOKIE } }), () => undefined);
  const head = [
    ...['--cut', 'Content-Disposition: form-data; name="csrf"', '', csrf],
    ...['--cut', `Content-Disposition: form-data; name="files"; filename="${name}"`, '', ''],
  ].join('\r\n');
  return new Promise((resolve) => {
    const headers = { Cookie: `${cookie}; ${FORM_COOKIE}`, 'Content-Type': 'multipart/form-data; boundary=cut' };
    const outgoing = httpRequest({ host: '127.0.0.1', port, method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
      response.on('error', () => resolve(false));
    });
    outgoing.on('error', () => resolve(false));
    outgoing.write(head);
    let sent = 0;
    const more = () => {
      if (outgoing.destroyed) return;
      if (sent >= bytes.length) return outgoing.end('\r\n--cut--\r\n');
      outgoing.write(bytes.subarray(sent, sent + 200_000));
      sent += 200_000;
      setTimeout(more, 5);
    };
    more();
  });
}

it('keeps every file that it has acknowledged, whole, and nothing of any other', async () => {
  const asked = await askedLetter(at);
  const cookie = replyCookie({ orgId: at.orgId, linkId: asked.linkId }).split(';')[0] ?? '';
  const acknowledged = new Map<string, string>();
  let cut = 0;
  for (let round = 0; round < 4; round += 1) {
    const { port, child } = await startServer();
    const first = Buffer.from(`a first note of round ${round}`);
    if (await upload(port, cookie, `first-${round}.txt`, first)) {
      acknowledged.set(`first-${round}.txt`, createHash('sha256').update(first).digest('hex'));
    }
    const running = [0, 1].map(async (n) => {
      const name = `large-${round}-${n}.txt`;
      const bytes = Buffer.from(randomBytes(2_000_000).toString('base64'));
      if (await upload(port, cookie, name, bytes)) {
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
