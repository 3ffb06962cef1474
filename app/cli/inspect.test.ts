import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import pump from '../readers/csaf/samples/pump.json';

const program = new URL('../../bin/changemark.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'changemark-inspect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function inspect(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const run = promisify(execFile)(process.execPath, [program, 'inspect', ...args], { env });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }) as { code: number; stdout: string; stderr: string },
  );
}

describe('changemark inspect', () => {
  const good = file('lq-2026-01.json', JSON.stringify(pump));
  const bad = file('bad.json', '{"a":1,"a":2}');

  it('prints one object a file, in the order asked for, and reads on after an invalid one', async () => {
    const { code, stdout } = await inspect('--json', bad, good, join(folder, 'none'), folder);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(lines.map(({ file: name, valid }) => [name, valid]).slice(0, 3)).toEqual([
      ['bad.json', false],
      ['lq-2026-01.json', true],
      ['none', false],
    ]);
    expect(lines[0].errors).toEqual([expect.objectContaining({ rule: 'JSON', place: '/a' })]);
    expect(Object.keys(lines[1]).slice(0, 8)).toEqual([
      'file',
      'format',
      'valid',
      'errors',
      'warnings',
      'id',
      'title',
      'category',
    ]);
    expect(lines[2].errors[0].message).toBe('There is no such file.');
    expect(lines[3].errors[0].message).toMatch(/folder/);
  });

  it('is readable without --json, and ends with 0 when all is valid', async () => {
    const { code, stdout } = await inspect(good);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^lq-2026-01.json: CSAF 2.0, valid\n {2}id: LQ-2026-01\n/);
  });

  it('says how it is used', async () => {
    expect(await inspect()).toMatchObject({ code: 2, stderr: expect.stringContaining('no file is named') });
    expect(await inspect('--yaml', good)).toMatchObject({ code: 2 });
    expect(await inspect('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage') });
  });
});
